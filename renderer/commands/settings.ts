/**
 * How this person wants this window: looks, language, keys. Kept in this browser profile only, under one name, and read with a check:
 * a setting that is missing, of an older version or nonsense falls back by itself and takes nothing else with it.
 */
import { useSyncExternalStore } from 'react'

export interface Settings {
  readonly language: 'system' | 'en' | 'de' | 'pseudo'
  readonly theme: 'system' | 'light' | 'dark'
  readonly density: 'compact' | 'default' | 'roomy'
  /** Per cent. */
  readonly textSize: number
  /** Whether `C`, `P` and the like work while a table has the focus. */
  readonly hasLetterKeys: boolean
  /** Ids of the commands that were run last, newest first. */
  readonly lastCommands: readonly string[]
  readonly isSidebarClosed: boolean
  /** Notices of the host that were understood. */
  readonly seenNotices: readonly string[]
}

export const textSizes = [80, 90, 100, 110, 125, 150, 175, 200] as const

export const defaultSettings: Settings = {
  language: 'system',
  theme: 'system',
  density: 'default',
  textSize: 100,
  hasLetterKeys: true,
  lastCommands: [],
  isSidebarClosed: false,
  seenNotices: [],
}

const storageKey = 'countersign.settings'

/** Reads what was stored; every part that is not understood takes its default. */
export function readSettings(stored: string | null): Settings {
  let read: Record<string, unknown> = {}
  try {
    const parsed: unknown = JSON.parse(stored ?? '{}')
    if (typeof parsed === 'object' && parsed !== null) read = parsed as Record<string, unknown>
  } catch {
    // Damaged text is the same as none.
  }
  const oneOf = <T>(value: unknown, allowed: readonly T[], otherwise: T): T =>
    allowed.includes(value as T) ? (value as T) : otherwise
  return {
    language: oneOf(read['language'], ['system', 'en', 'de', 'pseudo'], defaultSettings.language),
    theme: oneOf(read['theme'], ['system', 'light', 'dark'], defaultSettings.theme),
    density: oneOf(read['density'], ['compact', 'default', 'roomy'], defaultSettings.density),
    textSize: oneOf<number>(read['textSize'], textSizes, defaultSettings.textSize),
    hasLetterKeys: oneOf(read['hasLetterKeys'], [true, false], defaultSettings.hasLetterKeys),
    lastCommands: words(read['lastCommands'], 8),
    isSidebarClosed: oneOf(read['isSidebarClosed'], [true, false], defaultSettings.isSidebarClosed),
    seenNotices: words(read['seenNotices'], 16),
  }
}

function words(value: unknown, most: number): readonly string[] {
  return Array.isArray(value) ? value.filter((word): word is string => typeof word === 'string').slice(0, most) : []
}

let current: Settings | undefined
const listeners = new Set<() => void>()

export function getSettings(): Settings {
  current ??= readSettings(storedText())
  return current
}

export function changeSettings(change: Partial<Settings>): void {
  current = { ...getSettings(), ...change }
  try {
    localStorage.setItem(storageKey, JSON.stringify(current))
  } catch {
    // Storage may be refused; the settings then hold until the window closes.
  }
  for (const listener of listeners) listener()
}

export function useSettings(): Settings {
  return useSyncExternalStore(subscribe, getSettings)
}

function storedText(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}

function subscribe(listener: () => void): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key !== storageKey) return
    current = readSettings(event.newValue)
    listener()
  }
  listeners.add(listener)
  addEventListener('storage', onStorage)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', onStorage)
  }
}
