/** In a field the browser's own undo takes back typed letters; keys for undo do not go on to the window from there. */
import type { KeyboardEvent } from 'react'

export function keepNativeUndo(event: KeyboardEvent): void {
  const isUndo = (event.ctrlKey || event.metaKey) && !event.altKey && /^[zy]$/i.test(event.key)
  if (isUndo && event.target instanceof HTMLElement && event.target.matches('input, textarea')) event.stopPropagation()
}
