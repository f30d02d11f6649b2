/**
 * Reads fields that come from outside this process: a document that another device wrote, a file. A value that does not fit its field
 * is refused, so nothing on a screen has to wonder what it got. An id that no list of ours knows is kept: a newer version wrote it,
 * labels show it as it is and the completeness check names it.
 */
import { accept, refuse, type Result } from '../base/result.ts'
import { fieldTable, type FieldName, type FieldSpec, type RowsName, rowTable } from './fieldTable.ts'
import { parseDecimal, readCount } from './metrics.ts'

/** Longest id, tag or label of a set, in UTF-16 code units. */
export const longestMember = 200
/** Longest text of one field or cell that is read; longer is refused as damage. */
export const longestFieldText = 100_000

export type ScalarValue = string | number | undefined

/**
 * One value of a field that holds one value. Absent and null are '' for texts, undefined otherwise.
 * Refuses `notOneValue` (the field holds a set or rows), `notText`, `textTooLong`, `notCount`, `notDate`.
 */
export function readScalar(field: FieldName, value: unknown): Result<ScalarValue> {
  const { kind }: FieldSpec = fieldTable[field]
  const isAbsent = value === undefined || value === null || value === ''
  switch (kind) {
    case 'line':
    case 'paragraph':
      return isAbsent ? accept('') : readText(value, longestFieldText)
    case 'choice':
    case 'person':
      return isAbsent ? accept(undefined) : readText(value, longestMember)
    case 'count':
      if (isAbsent) return accept(undefined)
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
        ? accept(value)
        : refuse('notCount', { field })
    case 'date':
      if (isAbsent) return accept(undefined)
      return isDate(value) ? accept(value) : refuse('notDate', { field })
    default:
      return refuse('notOneValue', { field })
  }
}

/** A member of a set: an id or a short word, trimmed. Refuses `notASet`, `notText`, `textTooLong`, `empty`. */
export function readMember(field: FieldName, value: unknown): Result<string> {
  const { kind }: FieldSpec = fieldTable[field]
  if (kind !== 'choices' && kind !== 'people' && kind !== 'findings' && kind !== 'tags')
    return refuse('notASet', { field })
  const read = readText(value, longestMember)
  if (!read.ok) return read
  const member = read.value.trim()
  return member === '' ? refuse('empty', { field }) : accept(member)
}

/**
 * A cell of a row, as text; '' is always allowed. Numbers are not corrected here, only checked: what was typed stays.
 * Refuses `noSuchColumn`, `notText`, `textTooLong`, `notCount`, `notNumber`.
 */
export function readCell(field: RowsName, column: string, value: unknown): Result<string> {
  const columns: Readonly<Record<string, string>> = rowTable[field]
  const kind = Object.hasOwn(columns, column) ? columns[column] : undefined
  if (kind === undefined) return refuse('noSuchColumn', { field })
  const read = value === undefined || value === null ? accept('') : readText(value, longestFieldText)
  if (!read.ok || read.value === '') return read
  if (kind === 'count' && !readCount(read.value).ok) return refuse('notCount', { field, column })
  if (kind === 'decimal' && parseDecimal(read.value) === undefined) return refuse('notNumber', { field, column })
  if (kind === 'yesNo') return accept(read.value === 'yes' ? 'yes' : '')
  return read
}

function readText(value: unknown, longest: number): Result<string> {
  if (typeof value !== 'string') return refuse('notText')
  return value.length <= longest ? accept(value) : refuse('textTooLong', { longest })
}

/** ISO 8601 in UTC, to the second or the millisecond. */
function isDate(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  )
}
