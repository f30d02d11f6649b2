/**
 * Shortcuts as text, `Mod+Shift+F`, and whether a key press is one. Mod is Cmd on macOS and Ctrl elsewhere.
 * Ctrl+Alt is AltGr on German and many other keyboards: such presses type characters and are never a shortcut.
 */
export interface Shortcut {
  readonly mod: boolean
  readonly shift: boolean
  readonly alt: boolean
  /** Ctrl where Mod is not Ctrl, as in `Ctrl+Tab`. */
  readonly ctrl: boolean
  /** As `KeyboardEvent.key`, letters in lower case. */
  readonly key: string
}

/** The parts of a `KeyboardEvent` that decide. */
export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
  readonly isAltGraph: boolean
}

export function parseKeys(keys: string): Shortcut {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  const held = new Set(parts.slice(0, -1))
  return {
    mod: held.has('Mod'),
    shift: held.has('Shift'),
    alt: held.has('Alt'),
    ctrl: held.has('Ctrl'),
    key: key === 'Space' ? ' ' : key.length === 1 ? key.toLowerCase() : key,
  }
}

/** `C`, `P`: only where a table has the focus. */
export function isSingleLetter(keys: string): boolean {
  return /^(Shift\+)?[A-Z]$/.test(keys)
}

export function isPressed(keys: string, press: KeyPress, isMac: boolean): boolean {
  if (press.isAltGraph || (!isMac && press.ctrlKey && press.altKey)) return false
  const shortcut = parseKeys(keys)
  const wantsCtrl = shortcut.ctrl || (shortcut.mod && !isMac)
  const wantsMeta = shortcut.mod && isMac
  if (
    press.ctrlKey !== wantsCtrl ||
    press.metaKey !== wantsMeta ||
    press.altKey !== shortcut.alt ||
    press.shiftKey !== shortcut.shift
  )
    return false
  if (press.key.toLowerCase() === shortcut.key.toLowerCase()) return true
  // Shift+7 is `/` on a German keyboard, and letters of other scripts have no Latin key: the place of the key decides.
  if (/^\d$/.test(shortcut.key)) return press.code === `Digit${shortcut.key}`
  return (
    /^[a-z]$/.test(shortcut.key) && !/^[a-z]$/i.test(press.key) && press.code === `Key${shortcut.key.toUpperCase()}`
  )
}
