/**
 * HTML of strangers as a document that can do nothing: no scripts, no loading, no rendering. `Document.parseHTML` is the browser's own
 * safe parser; unlike `DOMParser` it is allowed under `require-trusted-types-for 'script'`, because it always drops scripts and handlers.
 */

interface SafeParser {
  parseHTML?(html: string, options: { sanitizer: { removeElements: readonly string[]; comments: boolean } }): Document
}

/** undefined when this browser has no safe parser: then the caller takes the plain text. */
export function parseInert(html: string): Document | undefined {
  const parser = Document as unknown as SafeParser
  if (parser.parseHTML === undefined) return undefined
  return parser.parseHTML(html, {
    sanitizer: { removeElements: ['script', 'iframe', 'object', 'embed'], comments: false },
  })
}
