/**
 * Who may talk to the browser host. A window is opened with a one-time code in its address; it swaps the code for a token of its own and
 * sends that with each request. Codes and tokens live in memory only and are compared in constant time.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../../shared/base/platform.ts'

/** How long a code can be swapped, in milliseconds. */
export const codeLife = 60_000

export interface Sessions {
  /** A new one-time code, base64url. */
  makeCode(): string
  /** A token for a code that is fresh and unused; else undefined. The code is used up either way. */
  swap(code: string): string | undefined
  /** The window that this token belongs to: the token's hash, as hex. Undefined for a token that was never given. */
  windowOf(token: string): string | undefined
}

export function makeSessions(clock: Clock): Sessions {
  const codes: { readonly hash: Buffer; readonly until: number }[] = []
  const tokens: Buffer[] = []
  return {
    makeCode() {
      const code = secret()
      codes.push({ hash: hashOf(code), until: clock.now() + codeLife })
      return code
    },
    swap(code) {
      const hash = hashOf(code)
      const at = codes.findIndex((each) => timingSafeEqual(each.hash, hash))
      const [found] = at === -1 ? [] : codes.splice(at, 1)
      if (found === undefined || clock.now() > found.until) return undefined
      const token = secret()
      tokens.push(hashOf(token))
      return token
    },
    windowOf(token) {
      const hash = hashOf(token)
      return tokens.find((each) => timingSafeEqual(each, hash))?.toString('hex')
    },
  }
}

/** Equal in a time that does not depend on how much of them is equal. */
export function isSameSecret(a: string, b: string): boolean {
  return timingSafeEqual(hashOf(a), hashOf(b))
}

/** 32 random bytes, base64url. */
export function secret(): string {
  return randomBytes(32).toString('base64url')
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
