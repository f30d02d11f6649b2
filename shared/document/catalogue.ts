/**
 * The projection of one catalogue: all its findings as plain frozen values, kept up to date change by change. One changed field makes one
 * new record; every other record stays the same object, so a table of thousands of rows redraws one.
 *
 * It reads the document and never writes it, and it is total: what it does not understand it passes over.
 */
import type * as Y from 'yjs'
import type { FindingFields } from '../domain/fieldTable.ts'
import { assignNumbers, formatKey, type Claim } from './humanKeys.ts'
import {
  changesMap,
  claimsMap,
  findingStatuses,
  findingsMap,
  metaKeys,
  personColumns,
  reviewKeys,
  reviewMap,
  snapshotColumns,
  splitFindingKey,
  type FindingStatus,
  type ReviewKey,
} from './layout.ts'
import type { Audience } from './names.ts'
import { kindOf, readFieldEntries } from './fieldEntries.ts'

export interface FindingRecord {
  readonly id: string
  readonly key: string
  readonly audience: Audience
  readonly status: FindingStatus
  readonly statusReason: string
  readonly lang: string
  /** Milliseconds since 1970; 0 when unknown. */
  readonly createdAt: number
  readonly createdBy: string
  readonly changedAt: number
  readonly fields: FindingFields
}

export type ReviewRecord = Readonly<Record<ReviewKey, string>> & { readonly isSample: boolean }
export type PersonRecord = { readonly id: string } & Readonly<Record<(typeof personColumns)[number], string>>
export type SnapshotRecord = { readonly id: string } & Readonly<Record<(typeof snapshotColumns)[number], string>>

export interface Catalogue {
  readonly doc: Y.Doc
  /** In the order of their keys. The same array until a finding changed. */
  findings(): readonly FindingRecord[]
  finding(id: string): FindingRecord | undefined
  review(): ReviewRecord
  people(): readonly PersonRecord[]
  snapshots(): readonly SnapshotRecord[]
  /** The numbers of all claims, also of findings that are gone. */
  numbers(): ReadonlyMap<string, number>
  /** Called once after each transaction that changed a projection. Answers how to stop. */
  onChange(listener: () => void): () => void
  close(): void
}

export function openCatalogue(doc: Y.Doc, audience: Audience): Catalogue {
  const findings = findingsMap(doc)
  const review = reviewMap(doc)
  const claims = claimsMap(doc)
  const changes = changesMap(doc)

  const entriesById = new Map<string, Map<string, unknown>>()
  const recordsById = new Map<string, FindingRecord>()
  const listeners = new Set<() => void>()
  let numbers: ReadonlyMap<string, number> = new Map()
  let ordered: readonly FindingRecord[] = []
  let reviewPart = readReview(review)

  const touched = new Set<string>()
  // The keys of one finding mostly come one after the other: looking it up once for all of them saves a third of a large opening.
  let lastPrefix = ''
  let lastEntries: Map<string, unknown> | undefined
  let isNumberingStale = true
  let isReviewStale = false

  findings.forEach((value, key) => noteEntry(key, true, value))
  refresh()

  function noteEntry(key: string, isThere: boolean, value: unknown): void {
    if (lastEntries !== undefined && isThere && key.startsWith(lastPrefix)) {
      const rest = key.slice(lastPrefix.length)
      if (isKnown(rest) && rest !== 'createdAt') {
        lastEntries.set(rest, value)
        return
      }
    }
    noteOther(key, isThere, value)
  }

  function noteOther(key: string, isThere: boolean, value: unknown): void {
    const parts = splitFindingKey(key)
    if (parts === undefined || !isKnown(parts.rest)) return
    const { finding, rest } = parts
    let entries = entriesById.get(finding)
    if (entries === undefined) {
      if (!isThere) return
      entries = new Map()
      entriesById.set(finding, entries)
      isNumberingStale = true
    }
    if (isThere) entries.set(rest, value)
    else entries.delete(rest)
    if (entries.size === 0) {
      entriesById.delete(finding)
      isNumberingStale = true
    }
    if (rest === 'createdAt') isNumberingStale = true
    touched.add(finding)
    lastPrefix = `${finding}|`
    lastEntries = entries.size === 0 ? undefined : entries
  }

  function onFindings(event: Y.YMapEvent<unknown>): void {
    for (const key of event.keysChanged) noteEntry(key, findings.has(key), findings.get(key))
  }
  function onClaims(): void {
    isNumberingStale = true
  }
  function onChanges(event: Y.YMapEvent<unknown>): void {
    for (const finding of event.keysChanged) touched.add(finding)
  }
  function onReview(): void {
    isReviewStale = true
  }
  function afterTransaction(): void {
    if (touched.size === 0 && !isNumberingStale && !isReviewStale) return
    refresh()
    for (const listener of [...listeners]) listener()
  }

  function refresh(): void {
    if (isReviewStale) reviewPart = readReview(review)
    isReviewStale = false
    const isRenumbered = isNumberingStale
    if (isRenumbered) {
      numbers = assignNumbers(allClaims())
      for (const [id, record] of recordsById) if (record.key !== keyOf(id)) touched.add(id)
    }
    isNumberingStale = false
    let isListStale = isRenumbered
    for (const id of touched) {
      const entries = entriesById.get(id)
      if (entries === undefined) recordsById.delete(id)
      else recordsById.set(id, readRecord({ id, key: keyOf(id), audience }, entries, changes.get(id)))
      isListStale = true
    }
    touched.clear()
    lastEntries = undefined
    if (isRenumbered) ordered = sortedRecords()
    else if (isListStale) ordered = ordered.map((record) => recordsById.get(record.id) ?? record)
    if (isListStale) Object.freeze(ordered)
  }

  function keyOf(id: string): string {
    return formatKey(numbers.get(id) ?? 0)
  }

  function allClaims(): Claim[] {
    const all: Claim[] = []
    for (const [finding, entries] of entriesById)
      all.push({
        finding,
        number: claims.get(finding),
        createdAt: readTime(entries.get('createdAt'), Number.POSITIVE_INFINITY),
      })
    claims.forEach((number, finding) => {
      if (!entriesById.has(finding)) all.push({ finding, number, createdAt: Number.POSITIVE_INFINITY })
    })
    return all
  }

  function sortedRecords(): FindingRecord[] {
    return [...recordsById.values()].sort((a, b) => (numbers.get(a.id) ?? 0) - (numbers.get(b.id) ?? 0))
  }

  findings.observe(onFindings)
  claims.observe(onClaims)
  changes.observe(onChanges)
  review.observe(onReview)
  doc.on('afterTransaction', afterTransaction)

  return {
    doc,
    findings: () => ordered,
    finding: (id) => recordsById.get(id),
    review: () => reviewPart.review,
    people: () => reviewPart.people,
    snapshots: () => reviewPart.snapshots,
    numbers: () => numbers,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      listeners.clear()
      findings.unobserve(onFindings)
      claims.unobserve(onClaims)
      changes.unobserve(onChanges)
      review.unobserve(onReview)
      doc.off('afterTransaction', afterTransaction)
    },
  }
}

const metaKeySet: ReadonlySet<string> = new Set(metaKeys)
const statusSet: ReadonlySet<unknown> = new Set(findingStatuses)

/** A key of a newer version alone does not make a finding appear. */
function isKnown(rest: string): boolean {
  const at = rest.indexOf('|')
  return at < 0 ? kindOf(rest) !== undefined || metaKeySet.has(rest) : kindOf(rest.slice(0, at)) !== undefined
}

function readRecord(
  known: Pick<FindingRecord, 'id' | 'key' | 'audience'>,
  entries: ReadonlyMap<string, unknown>,
  changed: unknown,
): FindingRecord {
  const status = entries.get('status')
  const createdAt = readTime(entries.get('createdAt'), 0)
  return Object.freeze({
    ...known,
    status: statusSet.has(status) ? (status as FindingStatus) : 'draft',
    statusReason: readText(entries.get('reason')),
    lang: readLanguage(entries.get('lang')),
    createdAt,
    createdBy: readText(entries.get('createdBy')),
    changedAt: readTime(changed, createdAt),
    fields: readFieldEntries(entries),
  })
}

interface ReviewPart {
  readonly review: ReviewRecord
  readonly people: readonly PersonRecord[]
  readonly snapshots: readonly SnapshotRecord[]
}

function readReview(map: Y.Map<unknown>): ReviewPart {
  const review: Record<string, unknown> = { isSample: map.get('isSample') === true }
  for (const key of reviewKeys) review[key] = readText(map.get(key))
  return {
    review: Object.freeze(review) as unknown as ReviewRecord,
    people: readEntries<PersonRecord>(map, 'person', personColumns),
    snapshots: readEntries<SnapshotRecord>(map, 'snapshot', snapshotColumns),
  }
}

/** Records kept as `<kind>|<id>|<column>`, in the order of their ids. */
function readEntries<T>(map: Y.Map<unknown>, kind: string, columns: readonly string[]): readonly T[] {
  const byId = new Map<string, Record<string, string>>()
  map.forEach((value, key) => {
    const [first, id, column, ...more] = key.split('|')
    if (first !== kind || !id || column === undefined || more.length > 0 || !columns.includes(column)) return
    const record = byId.get(id) ?? { id, ...Object.fromEntries(columns.map((name) => [name, ''])) }
    byId.set(id, record)
    record[column] = readText(value)
  })
  const ids = [...byId.keys()].sort()
  return Object.freeze(ids.map((id) => Object.freeze(byId.get(id)) as T))
}

function readText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function readTime(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : otherwise
}

function readLanguage(value: unknown): string {
  return typeof value === 'string' && /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(value) ? value : 'en'
}
