/**
 * What every reply of ours tells the browser, in both hosts: which sources the page may use, and that it stands alone.
 * One place, so the desktop, the browser host and the tests' pages cannot drift apart.
 */

/**
 * No inline script, no inline style sheet, nothing from elsewhere. Strings become markup only through a Trusted Types policy, and the one
 * policy that may exist is the editor library's own (`lexical`, for pasted HTML parsed outside the document).
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lexical',
].join('; ')

export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  // Files keep their names through a rebuild (index.html), so nothing is taken from a cache unasked.
  'cache-control': 'no-store',
}
