/** Real typing, keystroke by keystroke, through the text of a block as the editor stores it. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readBlocks } from '../../shared/document/writeBlocks.ts'
import { readTrace, replay, textOf } from '../replay.ts'

test('[DO24] a paper as it was typed ends in exactly its own text, and reads so from its updates', () => {
  const trace = readTrace('test/fixtures/traces/automerge-paper.json.gz')
  const updates: Uint8Array[] = []
  const done = replay(trace, (update) => updates.push(update))
  expect(done.updates).toBe(trace.txns.length)
  expect(done.isSame).toBe(true)
  const again = new Y.Doc()
  Y.applyUpdate(again, Y.encodeStateAsUpdate(done.docs[0] as Y.Doc), 'load')
  expect(textOf(again).toString() === trace.endContent).toBe(true)
  expect(readBlocks(again)).toHaveLength(1)
  expect(done.bytes).toBeLessThan(400_000)
}, 240_000)

test('[DO24] two people typing at once, replayed as two replicas, agree and end in the text of the recording', () => {
  const done = replay(readTrace('test/fixtures/traces/friendsforever.json.gz'))
  expect(done.docs).toHaveLength(2)
  expect(done.haveConverged).toBe(true)
  expect(done.isSame).toBe(true)
}, 120_000)
