/**
 * Readers turn unknown values into typed ones: files, answers of a host, documents written by another device. A reader takes exactly
 * what it was written for and refuses the rest with the place, never with the content.
 *
 *   const readPoint = object({ x: count, label: optional(text()) })
 *   parse(readPoint, JSON.parse(file))   // Result<{ x: number; label: string | undefined }>
 */
import { accept, refuse, type Result } from './result.ts'

/** Throws only `Unreadable`; use `parse` at the edge. `path` names the place for the refusal, as `findings[2].title`. */
export type Reader<T> = (value: unknown, path: string) => T

export type ReadBy<R> = R extends Reader<infer T> ? T : never

/** Refuses `unreadable` with the facts `place` and `expected`. */
export function parse<T>(reader: Reader<T>, value: unknown): Result<T> {
  try {
    return accept(reader(value, ''))
  } catch (thrown) {
    if (thrown instanceof Unreadable) return refuse('unreadable', { place: thrown.place, expected: thrown.expected })
    throw thrown
  }
}

export class Unreadable extends Error {
  readonly place: string
  readonly expected: string

  constructor(place: string, expected: string) {
    super(`Unreadable at ${place === '' ? 'the top' : place}: expected ${expected}`)
    this.place = place
    this.expected = expected
  }
}

const longestText = 1_000_000

/** Text of at most `longest` UTF-16 code units. */
export function text(longest = longestText): Reader<string> {
  return (value, path) => {
    if (typeof value === 'string' && value.length <= longest) return value
    throw new Unreadable(path, `text of at most ${longest} characters`)
  }
}

export const flag: Reader<boolean> = (value, path) => {
  if (typeof value === 'boolean') return value
  throw new Unreadable(path, 'true or false')
}

/** A whole number from 0 to 2^53 - 1. */
export const count: Reader<number> = (value, path) => {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  throw new Unreadable(path, 'a whole number, not negative')
}

/** A date-time as `2026-11-20T09:00:00Z`, seconds or milliseconds, always UTC. */
export const dateTime: Reader<string> = (value, path) => {
  const isForm = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/.test(value)
  if (isForm && !Number.isNaN(Date.parse(value))) return value
  throw new Unreadable(path, 'a date and time in UTC')
}

/** One of the given words. */
export function oneOf<const T extends string>(...allowed: readonly T[]): Reader<T> {
  return (value, path) => {
    const found = allowed.find((candidate) => candidate === value)
    if (found !== undefined) return found
    throw new Unreadable(path, `one of ${allowed.length} known words`)
  }
}

export function guarded<T>(isOfType: (value: unknown) => value is T, expected: string): Reader<T> {
  return (value, path) => {
    if (isOfType(value)) return value
    throw new Unreadable(path, expected)
  }
}

/** Absent and null are undefined. */
export function optional<T>(reader: Reader<T>): Reader<T | undefined> {
  return (value, path) => (value === undefined || value === null ? undefined : reader(value, path))
}

export function list<T>(reader: Reader<T>, longest = 10_000): Reader<readonly T[]> {
  return (value, path) => {
    if (!Array.isArray(value) || value.length > longest) throw new Unreadable(path, `a list of at most ${longest}`)
    return value.map((member, at) => reader(member, `${path}[${at}]`))
  }
}

/** Only what is named is taken over; anything else in the value is left behind. Inherited properties do not count. */
export function object<S extends Readonly<Record<string, Reader<unknown>>>>(
  shape: S,
): Reader<{ readonly [K in keyof S]: ReadBy<S[K]> }> {
  return (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Unreadable(path, 'a record')
    const from = value as Readonly<Record<string, unknown>>
    const read: Record<string, unknown> = {}
    for (const [key, reader] of Object.entries(shape)) {
      read[key] = reader(Object.hasOwn(from, key) ? from[key] : undefined, path === '' ? key : `${path}.${key}`)
    }
    return read as { readonly [K in keyof S]: ReadBy<S[K]> }
  }
}
