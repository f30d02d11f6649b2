/** Numbers that look random and are the same for the same seed (mulberry32). */
export interface Dice {
  /** At least 0, below 1. */
  next(): number
  /** A whole number at least 0, below `end`. */
  below(end: number): number
  pick<T>(choices: readonly T[]): T
}

export function makeDice(seed: number): Dice {
  let state = Math.imul(seed, 0x9e3779b1) | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (end: number): number => Math.floor(next() * end)
  const pick = <T>(choices: readonly T[]): T => choices[below(choices.length)] as T
  return { next, below, pick }
}
