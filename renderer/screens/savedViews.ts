/**
 * Views of the findings table that a person gave a name. Kept in the browser's storage of this device, per person and per
 * review; whatever stands there is read as untrusted text, and what does not fit is left out rather than guessed.
 */
import type { Audience } from '../../shared/document/names.ts'
import { isIdOf } from '../../shared/domain/vocabularies.ts'
import type { FindingStatus } from '../replica/shapes.ts'
import {
  audienceOrder,
  type Column,
  columns,
  defaultView,
  type Filters,
  type FindingsView,
  groupings,
  statusOrder,
} from './findingsView.ts'

export interface SavedView {
  readonly id: string
  readonly name: string
  readonly view: FindingsView
}

export interface ViewStore {
  read(): readonly SavedView[]
  /** False when the device refuses to keep it; the view then lasts until the window closes. */
  write(views: readonly SavedView[]): boolean
}

const longestName = 80
const mostViews = 100

/** `storage` is the window's `localStorage`, or anything shaped like it. */
export function openViewStore(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  person: string,
  review: string,
): ViewStore {
  const key = `countersign/views/1/${person}/${review}`
  let inMemory: readonly SavedView[] | undefined
  return {
    read() {
      if (inMemory) return inMemory
      try {
        return parseSavedViews(storage.getItem(key) ?? '')
      } catch {
        return []
      }
    },
    write(views) {
      inMemory = views
      try {
        storage.setItem(key, JSON.stringify(views))
        return true
      } catch {
        return false
      }
    },
  }
}

/** Reads what was kept; unreadable text gives no views, an unreadable view is left out. */
export function parseSavedViews(text: string): readonly SavedView[] {
  let kept: unknown
  try {
    kept = JSON.parse(text)
  } catch {
    return []
  }
  if (!Array.isArray(kept)) return []
  return kept.slice(0, mostViews).flatMap((entry) => readSavedView(entry) ?? [])
}

export function readName(name: string): string {
  return name.trim().replace(/\s+/g, ' ').slice(0, longestName)
}

function readSavedView(kept: unknown): SavedView | undefined {
  if (!isRecord(kept)) return undefined
  const { id, name, view } = kept
  if (typeof id !== 'string' || typeof name !== 'string' || readName(name) === '' || !isRecord(view)) return undefined
  return { id, name: readName(name), view: readView(view) }
}

function readView(kept: Readonly<Record<string, unknown>>): FindingsView {
  const filters = isRecord(kept['filters']) ? kept['filters'] : {}
  const sort = isRecord(kept['sort']) ? kept['sort'] : {}
  const shown = among<Column>(kept['columns'], columns)
  return {
    filters: readFilters(filters),
    sort: {
      column: one<Column>(sort['column'], columns) ?? defaultView.sort.column,
      isDescending: sort['isDescending'] === true,
    },
    group: one(kept['group'], groupings) ?? 'none',
    columns: shown.length === 0 ? columns : columns.filter((c) => c === 'key' || c === 'title' || shown.includes(c)),
  }
}

function readFilters(kept: Readonly<Record<string, unknown>>): Filters {
  return {
    status: among<FindingStatus>(kept['status'], statusOrder),
    riskAtLeast: isIdOf('level', kept['riskAtLeast']) ? kept['riskAtLeast'] : undefined,
    domain: texts(kept['domain']),
    owner: texts(kept['owner']),
    audience: among<Audience>(kept['audience'], audienceOrder),
    findingType: texts(kept['findingType']),
    showsWithdrawn: kept['showsWithdrawn'] === true,
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((member): member is string => typeof member === 'string') : []
}

function one<T extends string>(value: unknown, allowed: readonly T[]): T | undefined {
  return allowed.find((candidate) => candidate === value)
}

function among<T extends string>(value: unknown, allowed: readonly T[]): readonly T[] {
  const kept = texts(value)
  return allowed.filter((candidate) => kept.includes(candidate))
}
