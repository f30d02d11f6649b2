/**
 * Before a window or the program ends, the page is asked to write everything down, and waited for. The page writes each change at once
 * anyway, so this is a courtesy with a limit, not what data depend on.
 */

/** How long a page may take, in milliseconds. */
export const flushLimit = 5000

export interface Flushes<Window> {
  /** Resolves when the window said `app:flushed`, or at the limit. */
  ask(window: Window): Promise<void>
  /** The window has said `app:flushed`, or is gone. */
  done(window: Window): void
}

/** `tell` sends `app:flush` to a window. */
export function makeFlushes<Window>(tell: (window: Window) => void, limit = flushLimit): Flushes<Window> {
  const waiting = new Map<Window, { promise: Promise<void>; finish: () => void }>()
  return {
    ask(window) {
      const before = waiting.get(window)
      if (before !== undefined) return before.promise
      let finish = () => {}
      const promise = new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, limit)
        finish = () => {
          clearTimeout(timer)
          resolve()
        }
      }).finally(() => waiting.delete(window))
      waiting.set(window, { promise, finish })
      tell(window)
      return promise
    },
    done: (window) => waiting.get(window)?.finish(),
  }
}
