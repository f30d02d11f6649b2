/** Values that change, for React's `useSyncExternalStore` and for each other. */
import type { Readable } from './shapes.ts'

export interface Cell<T> extends Readable<T> {
  /** Tells the listeners only when the value is another one. */
  set(value: T): void
}

export function makeCell<T>(first: T, isSame: (a: T, b: T) => boolean = Object.is): Cell<T> {
  let value = first
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (isSame(value, next)) return
      value = next
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Resolves at the first value that passes. */
export function whenReadable<T>(readable: Readable<T>, passes: (value: T) => boolean): Promise<T> {
  return new Promise((resolve) => {
    let stop = () => {}
    const look = () => {
      const value = readable.get()
      if (!passes(value)) return false
      stop()
      resolve(value)
      return true
    }
    if (!look()) stop = readable.subscribe(look)
  })
}
