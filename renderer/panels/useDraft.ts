/**
 * Text being typed into one field. It is committed in small steps while typing goes on, so that nobody loses more than a
 * moment, and at once when the field is left, the screen changes or the window closes.
 *
 * While somebody types, what arrives from elsewhere does not replace the text under the caret; the last to write wins.
 */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useReplica } from '../replica/hooks.ts'

export interface Draft {
  readonly text: string
  readonly onChange: (text: string) => void
  readonly onBlur: () => void
  /** Commits what was typed and not yet committed. */
  readonly flush: () => void
}

/** A pause this long ends a step; without a pause a step ends after `longestStep` milliseconds. */
const pause = 250
const longestStep = 600

export function useDraft(value: string, commit: (text: string) => void): Draft {
  const [draft, setDraft] = useState<string | undefined>(undefined)
  const replica = useReplica()
  const typed = useRef<{ text: string; since: number; release: () => void } | undefined>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const latest = useRef({ value, commit })
  useLayoutEffect(() => {
    latest.current = { value, commit }
  })

  const flush = useCallback(() => {
    clearTimeout(timer.current)
    const pending = typed.current
    typed.current = undefined
    if (!pending) return
    if (pending.text !== latest.current.value) latest.current.commit(pending.text)
    pending.release()
  }, [])

  const onChange = useCallback(
    (text: string) => {
      const since = typed.current?.since ?? performance.now()
      const release = typed.current?.release ?? replica.holdDraft()
      typed.current = { text, since, release }
      setDraft(text)
      clearTimeout(timer.current)
      const left = longestStep - (performance.now() - since)
      timer.current = setTimeout(flush, Math.max(0, Math.min(pause, left)))
    },
    [flush, replica],
  )

  const onBlur = useCallback(() => {
    flush()
    setDraft(undefined)
  }, [flush])

  // A layout effect: its cleanup runs before the review around the field may be closed.
  useLayoutEffect(() => {
    addEventListener('pagehide', flush)
    return () => {
      removeEventListener('pagehide', flush)
      flush()
    }
  }, [flush])

  // When nothing is waiting, a value that was set elsewhere (undone, or written by somebody else) is shown.
  useEffect(() => {
    if (typed.current === undefined) setDraft(undefined)
  }, [value])

  return { text: draft ?? value, onChange, onBlur, flush }
}
