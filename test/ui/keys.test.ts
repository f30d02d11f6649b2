import { describe, expect, test } from 'vitest'
import { isPressed, isSingleLetter, type KeyPress, parseKeys } from '../../renderer/commands/keys.ts'

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  isAltGraph: false,
  ...held,
})

describe('keys', () => {
  test('[UI1] Mod is Cmd on macOS and Ctrl elsewhere', () => {
    expect(isPressed('Mod+K', press('k', 'KeyK', { ctrlKey: true }), false)).toBe(true)
    expect(isPressed('Mod+K', press('k', 'KeyK', { metaKey: true }), false)).toBe(false)
    expect(isPressed('Mod+K', press('k', 'KeyK', { metaKey: true }), true)).toBe(true)
    expect(isPressed('Mod+K', press('k', 'KeyK', { ctrlKey: true }), true)).toBe(false)
  })

  test('[UI1] exactly the keys that are named are held', () => {
    expect(isPressed('Mod+K', press('K', 'KeyK', { ctrlKey: true, shiftKey: true }), false)).toBe(false)
    expect(isPressed('Mod+Shift+F', press('F', 'KeyF', { ctrlKey: true, shiftKey: true }), false)).toBe(true)
    expect(isPressed('F6', press('F6', 'F6', { shiftKey: true }), false)).toBe(false)
    expect(isPressed('Shift+F6', press('F6', 'F6', { shiftKey: true }), false)).toBe(true)
    expect(parseKeys('Alt+ArrowLeft')).toEqual({ mod: false, shift: false, alt: true, ctrl: false, key: 'ArrowLeft' })
  })

  test('[UI2] what AltGr types on a German keyboard is never a shortcut', () => {
    // AltGr+Q types @ and arrives as Ctrl+Alt+Q.
    expect(isPressed('Mod+Q', press('@', 'KeyQ', { ctrlKey: true, altKey: true }), false)).toBe(false)
    expect(isPressed('Mod+Q', press('q', 'KeyQ', { ctrlKey: true, isAltGraph: true }), false)).toBe(false)
  })

  test('[UI2] digits with Shift and letters of other scripts are found by the place of the key', () => {
    expect(isPressed('Mod+Shift+7', press('/', 'Digit7', { ctrlKey: true, shiftKey: true }), false)).toBe(true)
    expect(isPressed('Mod+K', press('л', 'KeyK', { ctrlKey: true }), false)).toBe(true)
    // On a French keyboard the key at the place of A types q: the letter decides.
    expect(isPressed('Mod+A', press('q', 'KeyA', { ctrlKey: true }), false)).toBe(false)
  })

  test('[UI3] single letters are told from all other keys', () => {
    expect(['C', 'Shift+C', 'Mod+C', 'F1', 'Escape'].map(isSingleLetter)).toEqual([true, true, false, false, false])
  })
})
