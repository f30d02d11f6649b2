/**
 * What a platform lends to the pure code in `shared/`: time and randomness. Nothing in `shared/` reaches for either by itself,
 * so every rule can be run twice with the same outcome.
 */

export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number
}

export interface Random {
  /** `length` unpredictable bytes. */
  bytes(length: number): Uint8Array
}

export interface Platform {
  readonly clock: Clock
  readonly random: Random
}
