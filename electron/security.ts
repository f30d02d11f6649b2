/**
 * What the page may do, as tables and pure functions with the reason beside each line. It knows nothing of windows or sessions:
 * `main.ts` and `window.ts` hand these to Electron, and tests try them with lists of attacks.
 */
import { refuse, accept, type Result } from '../shared/base/result.ts'
import { readInput } from '../shared/contract.ts'

export const scheme = 'app'
export const pageOrigin = `${scheme}://countersign`
/** What every window opens. */
export const pageAddress = `${pageOrigin}/index.html`

/** Everything not named here is refused, also what later versions may add. */
const permissions: Readonly<Record<string, boolean>> = {
  // Copy buttons write text, without reading what others put on the clipboard.
  'clipboard-sanitized-write': true,
}

export function mayHave(permission: string, origin: string): boolean {
  return isOwnAddress(origin) && Object.hasOwn(permissions, permission) && permissions[permission] === true
}

/** True for the page's own origin and nothing that only begins like it. */
export function isOwnAddress(address: string): boolean {
  return originOf(address) === pageOrigin
}

/**
 * The second wall, behind the page's content rules: what may leave the page at all. `blob:` is the page's own images, `data:` small ones.
 * `devtools:` only where the program is not packed.
 */
export function mayLoad(address: string, isPacked: boolean): boolean {
  if (isOwnAddress(address) || address.startsWith('data:')) return true
  if (address.startsWith('blob:')) return isOwnAddress(address.slice('blob:'.length))
  return !isPacked && address.startsWith('devtools:')
}

export interface Asker {
  /** Address of the frame that asks; undefined when the frame is gone. */
  readonly address: string | undefined
  readonly isTopFrame: boolean
  readonly isOurWindow: boolean
}

/** Only the top frame of a window that we made, showing our own page, is heard. */
export function mayAsk({ address, isTopFrame, isOurWindow }: Asker): boolean {
  return isOurWindow && isTopFrame && address !== undefined && isOwnAddress(address)
}

export interface OutsideLink {
  readonly url: string
  /** Host or mail address, to show before leaving. */
  readonly where: string
}

/** A link that may be handed to the system, parsed twice: by the contract's strict form, then as the system will read it. */
export function readOutsideLink(url: string): Result<OutsideLink> {
  const read = readInput['link:open']({ url })
  if (!read.ok) return read
  try {
    const parsed = new URL(read.value.url)
    const isPlain = parsed.username === '' && parsed.password === ''
    if (parsed.protocol === 'https:' && isPlain && parsed.host !== '')
      return accept({ url: parsed.href, where: parsed.host })
    if (parsed.protocol === 'mailto:') return accept({ url: parsed.href, where: parsed.pathname })
  } catch {
    // Not an address after all.
  }
  return refuse('linkNotAllowed')
}

/** `new URL().origin` says `null` for schemes it does not know, so scheme and host are compared by themselves. */
function originOf(address: string): string | undefined {
  try {
    const { protocol, host, username, password } = new URL(address)
    return username === '' && password === '' ? `${protocol}//${host}` : undefined
  } catch {
    return undefined
  }
}
