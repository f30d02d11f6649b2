import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { sampleDocuments } from '../../renderer/replica/sampleDocuments.ts'
import { openCatalogue } from '../../shared/document/catalogue.ts'
import * as write from '../../shared/document/catalogueWrites.ts'
import { readBlocks } from '../../shared/document/writeBlocks.ts'
import { parseSampleReview } from '../../shared/demo/sampleReview.ts'

const file = new URL('../../shared/demo/sample-review.json', import.meta.url)
const parsed = parseSampleReview(JSON.parse(readFileSync(file, 'utf8')))
if (!parsed.ok) throw new Error('the sample review is damaged')
const sample = parsed.value

test('[ST32] the sample review is the same bytes every time, so loading it again changes nothing that was edited', () => {
  const first = [...sampleDocuments(sample)]
  const second = [...sampleDocuments(sample)]
  expect(second.map(({ name }) => name)).toEqual(first.map(({ name }) => name))
  second.forEach(({ update }, at) => expect(Buffer.compare(update, first[at]?.update ?? Buffer.of())).toBe(0))
  const catalogue = first.at(-1)
  if (catalogue === undefined) throw new Error('no catalogue')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, catalogue.update)
  const id = sample.findings[0]?.id ?? ''
  write.writeScalar(doc, id, 'title', 'Edited since')
  const before = Y.encodeStateAsUpdate(doc)
  Y.applyUpdate(doc, catalogue.update)
  expect(Buffer.compare(Y.encodeStateAsUpdate(doc), before)).toBe(0)
  expect(openCatalogue(doc, 'institute').finding(id)?.fields.title).toBe('Edited since')
})

test('[ST33] every field and every text of the sample review arrives as it was', () => {
  const documents = [...sampleDocuments(sample)]
  const doc = new Y.Doc()
  for (const { name, update } of documents) if (name.startsWith('catalogue/')) Y.applyUpdate(doc, update)
  const catalogue = openCatalogue(doc, 'institute')
  sample.findings.forEach((finding, at) => {
    const { fields, status, key } = catalogue.finding(finding.id) ?? {}
    expect(key).toBe(`F-00${at + 1}`)
    expect(status).toBe(finding.status)
    for (const [name, value] of Object.entries(finding.fields)) {
      const found: unknown = fields?.[name as keyof typeof fields]
      const isSet = Array.isArray(value) && value.every((member) => typeof member === 'string')
      expect(found, `${key} ${name}`).toEqual(isSet ? value.toSorted() : value)
    }
    const body = documents.find(({ name }) => name === `body/${finding.id}/institute`)
    const text = new Y.Doc()
    if (body !== undefined) Y.applyUpdate(text, body.update)
    expect(readBlocks(text)).toEqual(finding.body)
  })
})
