import { test } from 'vitest'
import * as Y from 'yjs'
import { makePerson } from './person.ts'
import { writeBlocks, textRoot } from '../../shared/document/writeBlocks.ts'
import { applySeed } from '../../shared/document/seed.ts'
test('d', () => {
  const doc = new Y.Doc()
  applySeed(doc)
  writeBlocks(doc, [{ kind: 'p', runs: [{ text: 'w2. ' }, { text: 'w7. ', link: 'https://example.org/2' }] }])
  const p = makePerson(7, doc)
  console.log(
    JSON.stringify(p.readEditor()),
    textRoot(doc).toString(),
    JSON.stringify((textRoot(doc).get(0) as any).get(0).toDelta()),
    JSON.stringify(p.editor.getEditorState().toJSON()),
  )
})
