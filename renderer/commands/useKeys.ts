/**
 * The one place where keys become commands. Hears what nobody nearer took (an editor or a field that handles a key prevents its default).
 * Rests while a modal dialog is open and while an input method composes. Single letters work only where a table has the focus, never in text.
 */
import { useEffect } from 'react'
import { isDialogOpen } from '../ui/Dialog.tsx'
import { isMac } from '../ui/KeyHint.tsx'
import { isPressed, isSingleLetter } from './keys.ts'
import { useRegistry } from './registry.tsx'
import { useSettings } from './settings.ts'

export function useKeys(): void {
  const registry = useRegistry()
  const { hasLetterKeys } = useSettings()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isDialogOpen()) return
      const press = {
        key: event.key,
        code: event.code,
        ctrlKey: event.ctrlKey,
        metaKey: event.metaKey,
        shiftKey: event.shiftKey,
        altKey: event.altKey,
        isAltGraph: event.getModifierState('AltGraph'),
      }
      const command = registry
        .get()
        .find(
          ({ keys, isAvailable, hearsItsKeys }) =>
            keys !== undefined &&
            hearsItsKeys !== true &&
            isAvailable &&
            isPressed(keys, press, isMac) &&
            (!isSingleLetter(keys) || (hasLetterKeys && takesLetters(event.target))),
        )
      if (!command) return
      event.preventDefault()
      registry.find(command.id)?.run()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [registry, hasLetterKeys])
}

function takesLetters(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    !target.isContentEditable &&
    !target.matches('input, textarea, select') &&
    target.closest('[data-keys="letters"]') !== null
  )
}
