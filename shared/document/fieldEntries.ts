/**
 * From the flat keys of one finding to its typed fields. Total: a value of the wrong kind, an unknown field, an unknown row column is
 * passed over and stays in the document as it is (a newer version may know it). Nothing here throws on anything a document can hold.
 */
import { readCell, readMember, readScalar } from '../domain/readFields.ts'
import {
  fieldTable,
  rowTable,
  type FieldKind,
  type FieldName,
  type FindingFields,
  type RowsName,
} from '../domain/fieldTable.ts'
import { rowPlace, rowRemoved } from './layout.ts'

/** `entries` maps what follows `<finding>|` to the stored value. */
export function readFieldEntries(entries: ReadonlyMap<string, unknown>): FindingFields {
  const fields: Record<string, unknown> = { ...emptyFields }
  const sets = new Map<string, string[]>()
  const rows = new Map<string, Map<string, RowUnderWay>>()
  for (const [rest, value] of entries) {
    const at = rest.indexOf('|')
    const name = at < 0 ? rest : rest.slice(0, at)
    const kind = kindOf(name)
    if (kind === undefined) continue
    if (at < 0) {
      const read = readScalar(name as FieldName, value)
      if (read.ok) fields[name] = read.value
    } else if (isSetKind(kind)) {
      const member = readMember(name as FieldName, rest.slice(at + 1))
      if (value === true && member.ok) gather(sets, name).push(member.value)
    } else if (kind === 'rows') noteCell(rows, name as RowsName, rest.slice(at + 1), value)
  }
  // Members stand in one order on every device; the order of keys inside a Yjs map is not the same everywhere.
  for (const [name, members] of sets) fields[name] = Object.freeze(members.sort())
  for (const [name, rowsById] of rows) fields[name] = orderedRows(rowsById)
  return Object.freeze(fields) as unknown as FindingFields
}

export function kindOf(name: string): FieldKind | undefined {
  return kinds.get(name)
}

export function isSetKind(kind: FieldKind): boolean {
  return kind === 'choices' || kind === 'people' || kind === 'findings' || kind === 'tags'
}

interface RowUnderWay {
  place: number
  isRemoved: boolean
  cells: Record<string, string>
}

const kinds: ReadonlyMap<string, FieldKind> = new Map(
  Object.entries(fieldTable).map(([name, { kind }]) => [name, kind]),
)

const columns: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(rowTable).map(([name, table]) => [name, new Set(Object.keys(table))]),
)

const emptyRows: Readonly<Record<string, Readonly<Record<string, string>>>> = Object.fromEntries(
  Object.entries(rowTable).map(([name, table]) => [
    name,
    Object.fromEntries(Object.keys(table).map((key) => [key, ''])),
  ]),
)

const emptyFields: Readonly<Record<string, unknown>> = Object.fromEntries(
  Object.entries(fieldTable).map(([name, { kind }]) => [name, emptyOf(kind)]),
)

/** What a field without a value reads as. */
function emptyOf(kind: FieldKind): unknown {
  if (kind === 'line' || kind === 'paragraph') return ''
  return isSetKind(kind) || kind === 'rows' ? Object.freeze([]) : undefined
}

function noteCell(rows: Map<string, Map<string, RowUnderWay>>, name: RowsName, rest: string, value: unknown): void {
  const at = rest.indexOf('|')
  if (at <= 0) return
  const column = rest.slice(at + 1)
  const isColumn = columns.get(name)?.has(column) === true
  if (!isColumn && column !== rowPlace && column !== rowRemoved) return
  const rowsById = rows.get(name) ?? new Map<string, RowUnderWay>()
  rows.set(name, rowsById)
  const id = rest.slice(0, at)
  const row = rowsById.get(id) ?? { place: 0, isRemoved: false, cells: { ...emptyRows[name] } }
  rowsById.set(id, row)
  if (column === rowPlace) row.place = typeof value === 'number' && Number.isFinite(value) ? value : 0
  else if (column === rowRemoved) row.isRemoved = value === true
  else row.cells[column] = shownCell(name, column, value)
}

/** A number that does not read as one is shown as it was typed: only then can it be seen and put right. */
function shownCell(name: RowsName, column: string, value: unknown): string {
  const read = readCell(name, column, value)
  if (read.ok) return read.value
  const { code } = read.refusal
  return typeof value === 'string' && (code === 'notNumber' || code === 'notCount') ? value : ''
}

function orderedRows(rowsById: Map<string, RowUnderWay>): readonly unknown[] {
  const shown = [...rowsById].filter(([, row]) => !row.isRemoved)
  shown.sort(([a, rowA], [b, rowB]) => rowA.place - rowB.place || (a < b ? -1 : 1))
  return Object.freeze(shown.map(([id, row]) => Object.freeze({ id, ...row.cells })))
}

function gather(sets: Map<string, string[]>, name: string): string[] {
  const members = sets.get(name) ?? []
  sets.set(name, members)
  return members
}

/** For callers that hold any text: whether it names a field. */
export function isFieldName(name: string): name is FieldName {
  return kinds.has(name)
}
