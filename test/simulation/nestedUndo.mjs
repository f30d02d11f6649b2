/** `node nestedUndo.mjs SEED`: two people undo and redo blocks within each other's changes. Ends with 1 when undo throws or they differ. */
import * as Y from 'yjs'

const seed = Number(process.argv[2])
let state = Math.imul(seed, 0x9e3779b1) | 0
function next() {
  state = (state + 0x6d2b79f5) | 0
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
}
/** @param {number} end */
const below = (end) => Math.floor(next() * end)

const crowd = [1, 2].map((client) => {
  const doc = new Y.Doc()
  doc.clientID = client
  const root = doc.get('root-v2', Y.XmlElement)
  return { doc, root, undo: new Y.UndoManager(root, { trackedOrigins: new Set(['me']), captureTimeout: 0 }) }
})

function exchange() {
  for (let round = 0; round < 2; round++) {
    for (const [one, other] of [crowd, [...crowd].reverse()]) {
      Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(one.doc, Y.encodeStateVector(other.doc)), 'remote')
    }
  }
}

for (let step = 0; step < 60; step++) {
  const { doc, root, undo } = crowd[below(2)]
  const what = next()
  const change = (/** @type {() => void} */ edit) => doc.transact(edit, 'me')
  if (what < 0.3) {
    change(() => {
      const block = new Y.XmlElement('block')
      block.insert(0, [new Y.XmlText('ab')])
      root.insert(below(root.length + 1), [block])
    })
  } else if (what < 0.5 && root.length > 0) {
    change(() => {
      const block = root.get(below(root.length))
      block.insert(below(block.length + 1), [next() < 0.5 ? new Y.XmlText('x') : new Y.XmlElement('linebreak')])
    })
  } else if (what < 0.62 && root.length > 0) {
    change(() => {
      const at = below(root.length)
      root.delete(at, Math.min(1 + below(2), root.length - at))
    })
  } else if (what < 0.75 && root.length > 0) {
    change(() => {
      const block = root.get(below(root.length))
      if (block.length > 0) block.delete(below(block.length), 1)
    })
  } else if (what < 0.9) undo.undo()
  else undo.redo()
  if (next() < 0.25) exchange()
}
exchange()
const fresh = new Y.Doc()
Y.applyUpdate(fresh, Y.encodeStateAsUpdate(crowd[0].doc))
const texts = [...crowd.map(({ root }) => root), fresh.get('root-v2', Y.XmlElement)].map(String)
process.exitCode = texts.every((text) => text === texts[0]) ? 0 : 1
