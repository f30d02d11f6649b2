/** One place in the status bar that the open screen may fill with a few words, as the number of words in a text. */
import { useEffect, useSyncExternalStore } from 'react'

let filled: string | undefined
const listeners = new Set<() => void>()

function fill(text: string | undefined): void {
  if (text === filled) return
  filled = text
  for (const listener of listeners) listener()
}

/** Fills the slot while the calling component is mounted. */
export function useStatusSlot(text: string | undefined): void {
  useEffect(() => {
    fill(text)
    return () => fill(undefined)
  }, [text])
}

export function useFilledSlot(): string | undefined {
  return useSyncExternalStore(subscribe, () => filled)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
