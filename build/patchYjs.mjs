/**
 * Repairs two faults of Yjs 13.6.33 in `node_modules`, in place. Undo throws when the place of what it brings back is gone for good; now it
 * leaves that out. And undo can write an item whose right neighbour is not reachable from its left one; replicas then place it differently and stay different for good, with equal state vectors. Known upstream as yjs/yjs#794.
 * The repair proposed there (#796, not released) falls back to the left item's neighbour when the remembered right one is not reached.
 * Ours takes the neighbour always: an ordinary insertion stands between two neighbours too, and Yjs places only such items alike
 * everywhere. A file of any other content stops with plain words: a new Yjs has to be looked at.
 */
import { createHash } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** SHA-256 of each file as published. Both are patched: the page uses the module, a tool that requires Yjs gets the other. */
const files = {
  'yjs.mjs': 'a514c183100fc375eb46df9cb58acaf0deabbf414d2508841336179b1cb45107',
  'yjs.cjs': '8891769da278d678988510fbe27844082fb1674132e847633dd8d114497c61ce',
}

/** Each: what stands in the published file, once, and what we put before it. */
const repairs = [
  {
    before: `
  if (item.parentSub === null) {
    // Is an array item. Insert at the old position
`,
    added: `  // patched: where it stood is gone for good
  if (parentType === undefined) return null;
`,
  },
  {
    before: `  const nextClock = getState(store, ownClientID);
  const nextId = createID(ownClientID, nextClock);
  const redoneItem = new Item(
`,
    added: `  // patched: yjs/yjs#794
  if (item.parentSub === null) right = left === null ? parentType._start : left.right;
`,
  },
]

/** Patches what is not patched yet; answers how many files were changed. Throws when a file is neither as published nor patched. */
export function applyYjsPatch() {
  let changed = 0
  for (const [name, published] of Object.entries(files)) {
    const text = readFileSync(pathOf(name), 'utf8')
    if (hashOf(withoutPatch(text)) !== published) throw new Error(refusal(name))
    if (isPatched(text)) continue
    let patched = text
    for (const { before, added } of repairs) {
      if (patched.split(before).length !== 2) throw new Error(refusal(name))
      patched = patched.replace(before, () => added + before)
    }
    // Renaming is all or nothing: a process that starts meanwhile reads the one or the other.
    writeFileSync(`${pathOf(name)}.new`, patched)
    renameSync(`${pathOf(name)}.new`, pathOf(name))
    changed++
  }
  return changed
}

export function isYjsPatched() {
  return Object.entries(files).every(([name, published]) => {
    const text = readFileSync(pathOf(name), 'utf8')
    return isPatched(text) && hashOf(withoutPatch(text)) === published
  })
}

/** For the test that shows what the repair is for: the text of a module without it. @param {string} text */
export function withoutPatch(text) {
  return repairs.reduce((left, { before, added }) => left.replace(added + before, () => before), text)
}

/** @param {string} text */
function isPatched(text) {
  return repairs.every(({ before, added }) => text.includes(added + before))
}

/** @param {string} name one of `files` */
export function pathOf(name) {
  return fileURLToPath(new URL(`../node_modules/yjs/dist/${name}`, import.meta.url))
}

/** @param {string} text */
function hashOf(text) {
  return createHash('sha256').update(text).digest('hex')
}

/** @param {string} name */
function refusal(name) {
  return (
    `node_modules/yjs/dist/${name} is not the file of Yjs 13.6.33 that this project repairs. ` +
    'Run "npm install" again. If Yjs was updated on purpose, see whether yjs/yjs#794 is solved in it, then adapt build/patchYjs.mjs.'
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const changed = applyYjsPatch()
  console.log(changed === 0 ? 'Yjs is repaired already.' : `Yjs is repaired (${changed} files).`)
}
