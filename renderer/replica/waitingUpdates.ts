/**
 * Updates that wait for the disk, as few bytes as they can be. Merging a long list of Yjs updates at once takes quadratic time (20,000 take
 * seconds) while merging a hundred at a time takes linear time, so every hundred become one as they come in, and every hundred of those
 * again. However long a disk refuses, what waits stays about as large as what was typed.
 */
import * as Y from 'yjs'

const mergedAtOnce = 100

export class WaitingUpdates {
  /** `levels[0]` holds the newest, each level what came out of the one before. */
  readonly #levels: Uint8Array[][] = []
  #edits = 0

  /** How many edits wait. */
  get edits(): number {
    return this.#edits
  }

  add(update: Uint8Array): void {
    this.#edits += 1
    this.#put(0, update)
  }

  /** Everything that waits, oldest first, as one update. Nothing waits afterwards. */
  take(): { update: Uint8Array; edits: number } {
    const all = this.#levels.toReversed().flat()
    const edits = this.#edits
    this.#levels.length = 0
    this.#edits = 0
    return { update: merge(all), edits }
  }

  /** Puts a batch back that could not be written, before everything that came since. */
  putBack(batch: { update: Uint8Array; edits: number }): void {
    const since = this.take()
    this.#edits = batch.edits + since.edits
    this.#levels.push([], since.edits > 0 ? [merge([batch.update, since.update])] : [batch.update])
  }

  #put(at: number, update: Uint8Array): void {
    const level = this.#levels[at] ?? []
    this.#levels[at] = level
    level.push(update)
    if (level.length < mergedAtOnce) return
    this.#levels[at] = []
    this.#put(at + 1, merge(level))
  }
}

function merge(updates: readonly Uint8Array[]): Uint8Array {
  const [first, ...more] = updates
  if (first === undefined) return new Uint8Array([0, 0])
  return more.length === 0 ? first : Y.mergeUpdates([...updates])
}
