import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { crc32 } from '../../renderer/replica/crc32.ts'
import { WaitingUpdates } from '../../renderer/replica/waitingUpdates.ts'
import { chanceFrom } from './random.ts'

function typed(count: number, into: (update: Uint8Array) => void): Y.Doc {
  const chance = chanceFrom(7)
  const doc = new Y.Doc()
  const text = doc.getText('text')
  doc.on('update', into)
  for (let at = 0; at < count; at += 1) {
    if (text.length > 0 && chance.below(5) === 0) text.delete(chance.below(text.length), 1)
    else text.insert(chance.below(text.length + 1), String(at % 10))
  }
  return doc
}

test('[ST30] whatever waits is one update that makes the same document, also after a write that failed half-way', () => {
  for (const count of [1, 99, 100, 101, 12_345]) {
    const waiting = new WaitingUpdates()
    let batch: ReturnType<WaitingUpdates['take']> | undefined
    let seen = 0
    const doc = typed(count, (update) => {
      waiting.add(update)
      seen += 1
      if (seen === Math.ceil(count / 2)) batch = waiting.take()
      if (batch !== undefined && seen === Math.ceil(count / 2) + 3) {
        waiting.putBack(batch)
        batch = undefined
      }
    })
    if (batch !== undefined) waiting.putBack(batch)
    expect(waiting.edits).toBe(count)
    const { update, edits } = waiting.take()
    expect(edits).toBe(count)
    expect(waiting.edits).toBe(0)
    const copy = new Y.Doc()
    Y.applyUpdate(copy, update)
    expect(copy.getText('text').toJSON()).toBe(doc.getText('text').toJSON())
    expect(copy.store.pendingStructs).toBeNull()
  }
})

test('[ST31] the check is the CRC-32 that zip uses, and it notices every single flipped bit', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
  const bytes = Uint8Array.from({ length: 203 }, (_, at) => (at * 37) & 255)
  const check = crc32(bytes)
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const flipped = Uint8Array.from(bytes)
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    expect(crc32(flipped)).not.toBe(check)
  }
})
