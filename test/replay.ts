/**
 * `npm run replay -- TRACE.json.gz`: plays an editing trace through the document layer, one transaction for each of its transactions into
 * the text of a block as the editor stores it, and says whether it ends in the trace's own `endContent`, with time and size.
 * A trace with parents and agents is played by one replica for each agent, each knowing exactly what its agent knew.
 */
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import * as Y from 'yjs'
import { applySeed } from '../shared/document/seed.ts'
import { textRoot } from '../shared/document/writeBlocks.ts'

/** [position, deleted, inserted], counted in Unicode characters. */
type Patch = readonly [number, number, string]

export interface Trace {
  readonly startContent?: string
  readonly endContent: string
  readonly numAgents?: number
  readonly txns: readonly {
    readonly patches: readonly Patch[]
    readonly parents?: readonly number[]
    readonly agent?: number
    readonly numChildren?: number
  }[]
}

export interface Replay {
  /** One document for each agent, all with everything. */
  readonly docs: readonly Y.Doc[]
  readonly text: string
  readonly isSame: boolean
  readonly haveConverged: boolean
  readonly updates: number
  readonly milliseconds: number
  readonly bytes: number
}

export function readTrace(path: string): Trace {
  const bytes = readFileSync(path)
  return JSON.parse((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')) as Trace
}

/** `onUpdate` sees every update of the first replica, as a store would. */
export function replay(trace: Trace, onUpdate: (update: Uint8Array) => void = () => {}): Replay {
  const began = performance.now()
  const isConcurrent = trace.txns.some((txn) => txn.parents !== undefined)
  let updates = 0
  const docs = isConcurrent ? replayApart(trace) : [replayOne(trace, (update) => (updates++, onUpdate(update)))]
  const texts = docs.map((doc) => textOf(doc).toString())
  const text = texts[0] ?? ''
  return {
    docs,
    text,
    isSame: text === trace.endContent,
    haveConverged: texts.every((other) => other === text),
    updates: isConcurrent ? trace.txns.length : updates,
    milliseconds: performance.now() - began,
    bytes: docs[0] === undefined ? 0 : Y.encodeStateAsUpdate(docs[0]).length,
  }
}

/** The text of the seed's block: where the editor puts what is typed first. */
export function textOf(doc: Y.Doc): Y.XmlText {
  const block = textRoot(doc).get(0)
  const text = block instanceof Y.XmlElement ? block.get(0) : undefined
  if (!(text instanceof Y.XmlText)) throw new Error('The document is not seeded.')
  return text
}

function replayOne(trace: Trace, onUpdate: (update: Uint8Array) => void): Y.Doc {
  const doc = seededDoc(2)
  doc.on('update', onUpdate)
  const text = textOf(doc)
  const isPlain = isOneUnitEach(trace)
  if (trace.startContent) text.insert(0, trace.startContent)
  for (const txn of trace.txns) doc.transact(() => apply(text, txn.patches, isPlain), 'replay')
  return doc
}

/** Each agent writes into its own document after taking in exactly what the transaction names as its past. */
function replayApart(trace: Trace): Y.Doc[] {
  const agents = trace.numAgents ?? 1 + Math.max(0, ...trace.txns.map((txn) => txn.agent ?? 0))
  const isPlain = isOneUnitEach(trace)
  const docs = Array.from({ length: agents }, (_, agent) => seededDoc(agent + 2))
  const start = docs[0]
  if (start !== undefined && trace.startContent) {
    textOf(start).insert(0, trace.startContent)
    for (const doc of docs) Y.applyUpdate(doc, Y.encodeStateAsUpdate(start), 'replay')
  }
  const updates: Uint8Array[] = []
  // What each document has: an agent's own past is in order, so whatever it lacks of the named past is added on the way.
  const has = docs.map(() => new Set<number>())
  trace.txns.forEach((txn, number) => {
    const agent = txn.agent ?? 0
    const doc = docs[agent] as Y.Doc
    const had = has[agent] as Set<number>
    for (const past of missingPast(trace, txn.parents ?? [], had)) {
      Y.applyUpdate(doc, updates[past] as Uint8Array, 'replay')
      had.add(past)
    }
    let update: Uint8Array | undefined
    const keep = (bytes: Uint8Array): void => {
      update = bytes
    }
    doc.on('update', keep)
    doc.transact(() => apply(textOf(doc), txn.patches, isPlain), 'replay')
    doc.off('update', keep)
    updates[number] = update ?? new Uint8Array([0, 0])
    had.add(number)
  })
  docs.forEach((doc, agent) => {
    updates.forEach((update, number) => {
      if (has[agent]?.has(number) !== true) Y.applyUpdate(doc, update, 'replay')
    })
  })
  return docs
}

function missingPast(trace: Trace, parents: readonly number[], had: ReadonlySet<number>): number[] {
  const missing = new Set<number>()
  const open = [...parents]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (had.has(at) || missing.has(at)) continue
    missing.add(at)
    open.push(...(trace.txns[at]?.parents ?? []))
  }
  return [...missing].sort((one, other) => one - other)
}

function seededDoc(client: number): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = client
  applySeed(doc)
  return doc
}

function apply(text: Y.XmlText, patches: readonly Patch[], isPlain: boolean): void {
  for (const [position, removed, inserted] of patches) {
    const plain = isPlain ? '' : text.toString()
    const at = isPlain ? position : unitsBefore(plain, position)
    const length = isPlain ? removed : unitsBefore(plain, position + removed) - at
    if (length > 0) text.delete(at, length)
    if (inserted !== '') text.insert(at, inserted)
  }
}

/** Traces count characters, Yjs counts UTF-16 units; for most texts that is the same. */
function isOneUnitEach(trace: Trace): boolean {
  const isPlain = (text: string): boolean => !/[\ud800-\udfff]/.test(text)
  return isPlain(trace.startContent ?? '') && trace.txns.every((txn) => txn.patches.every((patch) => isPlain(patch[2])))
}

function unitsBefore(text: string, characters: number): number {
  let units = 0
  let left = characters
  for (const character of text) {
    if (left === 0) break
    units += character.length
    left--
  }
  return units
}

function main(path: string | undefined): number {
  if (path === undefined) {
    console.log('Say which trace: npm run replay -- TRACE.json.gz')
    return 2
  }
  const trace = readTrace(path)
  const done = replay(trace)
  const edits = trace.txns.reduce((sum, txn) => sum + txn.patches.length, 0)
  console.log(`${path}: ${trace.txns.length} transactions, ${edits} edits, ${done.docs.length} replica(s)`)
  console.log(
    `time ${(done.milliseconds / 1000).toFixed(2)} s, encoded ${done.bytes} bytes, text ${done.text.length} characters`,
  )
  if (done.docs.length > 1) console.log(`replicas ${done.haveConverged ? 'agree' : 'DIFFER'}`)
  console.log(done.isSame ? 'ends in its endContent' : 'DOES NOT end in its endContent')
  return done.isSame && done.haveConverged ? 0 : 1
}

// Only as a command: tests import this file too. The bundled tool carries the name of this file in its own.
if (
  process.argv[1] !== undefined &&
  /replay\.m?[jt]s$/.test(process.argv[1]) &&
  import.meta.url === pathToFileURL(process.argv[1]).href
) {
  process.exitCode = main(process.argv[2])
}
