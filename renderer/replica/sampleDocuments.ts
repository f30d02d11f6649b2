/**
 * The sample review as Yjs updates. Each is made by a client whose id follows from its content, so the same sample always gives the same
 * bytes: loading it again, in a second window or after a crash half-way, changes nothing, and what was edited since stays.
 */
import * as Y from 'yjs'
import { encodeUtf8 } from '../../shared/base/bytes.ts'
import * as write from '../../shared/document/catalogueWrites.ts'
import { writeLayoutVersion } from '../../shared/document/layout.ts'
import { bodyName, catalogueName, type DocumentName } from '../../shared/document/names.ts'
import { applySeed } from '../../shared/document/seed.ts'
import { writeBlocks } from '../../shared/document/writeBlocks.ts'
import type { SampleFinding, SampleReview } from '../../shared/demo/sampleReview.ts'
import { fieldTable, type FieldName, type RowsName } from '../../shared/domain/fieldTable.ts'
import { crc32 } from './crc32.ts'

export interface SampleDocument {
  readonly name: DocumentName
  readonly update: Uint8Array
}

/** Texts first, the catalogue last: a finding is listed only once its text is there. */
export function* sampleDocuments(sample: SampleReview): Generator<SampleDocument> {
  for (const finding of sample.findings)
    yield makeDocument(bodyName(finding.id, 'institute'), finding.body, applySeed, (doc) =>
      writeBlocks(doc, finding.body),
    )
  yield makeDocument(
    catalogueName('institute'),
    sample,
    () => {},
    (doc) => writeCatalogue(doc, sample),
  )
}

function makeDocument(
  name: DocumentName,
  content: unknown,
  seed: (doc: Y.Doc) => void,
  fill: (doc: Y.Doc) => void,
): SampleDocument {
  const doc = new Y.Doc()
  seed(doc)
  doc.clientID = clientFor(name, content)
  doc.transact(() => fill(doc))
  return { name, update: Y.encodeStateAsUpdate(doc) }
}

/** Small ids belong to seeds. */
function clientFor(name: string, content: unknown): number {
  return Math.max(crc32(encodeUtf8(JSON.stringify([name, content]))), 1000)
}

function writeCatalogue(doc: Y.Doc, sample: SampleReview): void {
  const { review } = sample
  writeLayoutVersion(doc)
  write.writeReview(doc, 'key', review.key)
  write.writeReview(doc, 'title', review.title)
  write.writeReview(doc, 'modelName', review.modelName)
  write.writeReview(doc, 'institute', review.institute)
  write.writeReview(doc, 'lab', review.lab)
  write.writeReview(doc, 'phase', review.phase)
  write.writeIsSample(doc)
  for (const person of sample.people) write.writePerson(doc, person)
  for (const snapshot of sample.snapshots) write.writeSnapshot(doc, snapshot)
  for (const finding of sample.findings) writeFinding(doc, finding)
}

function writeFinding(doc: Y.Doc, finding: SampleFinding): void {
  const { id, fields } = finding
  write.writeClaim(doc, id, finding.number)
  write.writeMeta(doc, id, 'createdAt', finding.createdAt)
  write.writeMeta(doc, id, 'status', finding.status)
  write.writeMeta(doc, id, 'lang', finding.lang)
  write.writeChanged(doc, id, finding.createdAt)
  for (const [name, { kind }] of Object.entries(fieldTable)) {
    const value: unknown = fields[name as FieldName]
    if (kind === 'rows') writeRows(doc, id, name as RowsName, value as readonly Record<string, string>[])
    else if (Array.isArray(value)) for (const member of value) write.writeMember(doc, id, name, String(member), true)
    else write.writeScalar(doc, id, name, value as string | number | undefined)
  }
}

function writeRows(doc: Y.Doc, finding: string, field: RowsName, rows: readonly Record<string, string>[]): void {
  rows.forEach(({ id = '', ...cells }, at) => {
    write.writeRow(doc, finding, field, id, at + 1)
    for (const [column, value] of Object.entries(cells)) write.writeCell(doc, finding, field, id, column, value)
  })
}
