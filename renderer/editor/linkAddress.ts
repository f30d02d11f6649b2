/**
 * Which addresses a link may have. Only http, https and mailto, written in full: anything else can run, read files or start programs.
 */

const longestAddress = 2048
const allowedProtocols = new Set(['http:', 'https:', 'mailto:'])

/** The address as it will be stored and opened, or undefined when it may not become a link. */
export function safeAddress(text: string): string | undefined {
  const address = parse(text.trim())
  if (address === undefined || !allowedProtocols.has(address.protocol)) return undefined
  if (address.protocol !== 'mailto:' && address.hostname === '') return undefined
  if (address.protocol === 'mailto:' && !/^[^@\s]+@[^@\s]+$/.test(decodedPath(address))) return undefined
  return address.href.length > longestAddress ? undefined : address.href
}

/** What a person typed into the link field: `example.org` and `a@example.org` are completed. */
export function addressFromTyping(text: string): string | undefined {
  const typed = text.trim()
  if (typed === '' || /\s/.test(typed)) return undefined
  if (/^[a-z][a-z0-9+.-]*:/i.test(typed) && !/^[^/]+:\d+(\/|$)/.test(typed)) return safeAddress(typed)
  if (/^[^@/]+@[^@/]+\.[^@/]+$/.test(typed)) return safeAddress(`mailto:${typed}`)
  return /^[^/]+\.[^/.]+/.test(typed) ? safeAddress(`https://${typed}`) : undefined
}

function parse(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}

function decodedPath(address: URL): string {
  try {
    return decodeURIComponent(address.pathname)
  } catch {
    return ''
  }
}
