/**
 * Expected refusals are values; broken assumptions of ours are exceptions.
 * A refusal carries a code, which the window's catalogues turn into words, and facts to fill in. It never carries content.
 */

export interface Refusal {
  readonly code: string
  readonly facts?: Readonly<Record<string, string | number>>
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

export function accept<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function refuse(
  code: string,
  facts?: Readonly<Record<string, string | number>>,
): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: facts === undefined ? { code } : { code, facts } }
}

/** For what can only be false through a fault of ours. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Assertion failed: ${message}`)
}

/** Ends an exhaustive switch: a new case that nobody handles does not compile. */
export function unreachable(value: never): never {
  throw new Error(`Unreachable: ${String(value)}`)
}
