/**
 * Every write into a catalogue. Each is one flat key, or several in the transaction of the caller; nobody else sets a key.
 * What is written equals what is read back: text is made well-formed first, since half a surrogate pair does not survive encoding.
 */
import type * as Y from 'yjs'
import type { RowsName } from '../domain/fieldTable.ts'
import {
  changesMap,
  claimsMap,
  findingsMap,
  isId,
  personColumns,
  reviewMap,
  rowPlace,
  rowRemoved,
  type MetaKey,
  type ReviewKey,
} from './layout.ts'

/** `undefined` and '' clear the field. */
export function writeScalar(doc: Y.Doc, finding: string, field: string, value: string | number | undefined): void {
  const key = `${finding}|${field}`
  const findings = findingsMap(doc)
  if (value === undefined || value === '') {
    if (findings.has(key)) findings.delete(key)
  } else setIfOther(findings, key, wellFormed(value))
}

export function writeMember(doc: Y.Doc, finding: string, field: string, member: string, isIn: boolean): void {
  const clean = wellFormed(member.trim())
  const key = `${finding}|${field}|${clean}`
  const findings = findingsMap(doc)
  if (clean === '' || (!isIn && !findings.has(key))) return
  setIfOther(findings, key, isIn)
}

/** A new row at the end. */
export function writeRow(doc: Y.Doc, finding: string, field: RowsName, row: string, place: number): void {
  findingsMap(doc).set(`${finding}|${field}|${row}|${rowPlace}`, place)
}

/** The place after every row, removed ones too. */
export function nextPlace(doc: Y.Doc, finding: string, field: RowsName): number {
  let last = 0
  findingsMap(doc).forEach((value, key) => {
    if (
      key.startsWith(`${finding}|${field}|`) &&
      key.endsWith(`|${rowPlace}`) &&
      typeof value === 'number' &&
      value > last
    )
      last = value
  })
  return Math.floor(last) + 1
}

export function writeCell(
  doc: Y.Doc,
  finding: string,
  field: RowsName,
  row: string,
  column: string,
  value: string,
): void {
  const key = `${finding}|${field}|${row}|${column}`
  const findings = findingsMap(doc)
  if (value === '') {
    if (findings.has(key)) findings.delete(key)
  } else setIfOther(findings, key, wellFormed(value))
}

/** The row is hidden, not taken out: a colleague's words in it stay in the document, and undo shows it again. */
export function writeRowRemoved(doc: Y.Doc, finding: string, field: RowsName, row: string): void {
  findingsMap(doc).set(`${finding}|${field}|${row}|${rowRemoved}`, true)
}

export function writeMeta(doc: Y.Doc, finding: string, key: MetaKey, value: string | number): void {
  setIfOther(findingsMap(doc), `${finding}|${key}`, wellFormed(value))
}

export function writeClaim(doc: Y.Doc, finding: string, number: number): void {
  claimsMap(doc).set(finding, number)
}

/** Later changes win, whoever's clock says so; a clock that runs behind changes nothing. */
export function writeChanged(doc: Y.Doc, finding: string, at: number): void {
  const changes = changesMap(doc)
  const known = changes.get(finding)
  if (typeof known !== 'number' || known < at) changes.set(finding, at)
}

export function writeReview(doc: Y.Doc, key: ReviewKey, value: string): void {
  setIfOther(reviewMap(doc), key, wellFormed(value))
}

export function writeIsSample(doc: Y.Doc): void {
  setIfOther(reviewMap(doc), 'isSample', true)
}

export function writePerson(doc: Y.Doc, person: { id: string } & Record<(typeof personColumns)[number], string>): void {
  if (!isId(person.id)) return
  for (const column of personColumns)
    setIfOther(reviewMap(doc), `person|${person.id}|${column}`, wellFormed(person[column]))
}

export function writeSnapshot(doc: Y.Doc, snapshot: { id: string; label: string }): void {
  if (isId(snapshot.id)) setIfOther(reviewMap(doc), `snapshot|${snapshot.id}|label`, wellFormed(snapshot.label))
}

/** Writing the same value again would cost bytes for ever and make a step of undo that does nothing. */
function setIfOther(map: Y.Map<unknown>, key: string, value: unknown): void {
  if (map.get(key) !== value) map.set(key, value)
}

function wellFormed<T extends string | number>(value: T): T {
  if (typeof value !== 'string') return value
  return value.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD') as T
}
