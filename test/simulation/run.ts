/** Runs a plan with three people and says what is wrong at the end, if anything. */
import * as Y from 'yjs'
import { type Guards, guards as allGuards } from '../../renderer/editor/guards.ts'
import { type Block, plainText } from '../../shared/document/blocks.ts'
import { linesIn } from '../../shared/document/blockText.ts'
import { nodeTypes } from '../../shared/document/richText.ts'
import { readBlocks, textRoot } from '../../shared/document/writeBlocks.ts'
import { carryOut } from './edits.ts'
import { exchange, makePerson, type Person } from './person.ts'
import { type EditKind, people, type Plan } from './plan.ts'

export interface Outcome {
  /** Empty when everything holds. */
  readonly faults: readonly string[]
  readonly text: readonly Block[]
  readonly plain: string
  /** Edits that changed something, by kind. */
  readonly done: ReadonlyMap<EditKind, number>
  /** Words that were typed. */
  readonly words: readonly string[]
  /** Everything that would be offered back, to anyone. */
  readonly recovered: string
  readonly heals: number
  readonly mended: readonly string[]
}

export async function runPlan(plan: Plan, guards: Guards = allGuards): Promise<Outcome> {
  const faults: string[] = []
  const crowd = Array.from({ length: people }, (_, index) =>
    makePerson(plan.seed * 10 + index + 2, new Y.Doc(), guards),
  )
  const done = new Map<EditKind, number>()
  const words: string[] = []
  for (const step of plan.steps) {
    const person = crowd[step.who % people] as Person
    switch (step.op) {
      case 'exchange': {
        const other = crowd[step.other % people] as Person
        if (person !== other && !person.isOffline && !other.isOffline) exchange(person.doc, other.doc)
        break
      }
      case 'offline':
      case 'online':
        person.isOffline = step.op === 'offline'
        break
      case 'quiet':
        person.bound.check()
        break
      default:
        try {
          if (!carryOut(person, step)) break
          done.set(step.op, (done.get(step.op) ?? 0) + 1)
          if (['text', 'list', 'para', 'row'].includes(step.op)) words.push(step.word)
        } catch (error) {
          faults.push(`${step.op} threw: ${String(error)}`)
        }
    }
    await Promise.resolve()
  }
  await meet(crowd)
  for (const person of crowd) person.bound.check()
  await meet(crowd)
  faults.push(...(await faultsOf(crowd, guards)))
  // Undo may take away the text that somebody else meanwhile put a break into; the next edit of that block gives it one again.
  if (!plan.steps.some((step) => step.op === 'undo' || step.op === 'redo')) faults.push(...missingTexts(crowd))
  const first = crowd[0] as Person
  const text = first.readEditor()
  const outcome = {
    faults,
    text,
    plain: text.map(plainText).join('\n'),
    done,
    words,
    recovered: crowd.flatMap((person) => person.recovered.map((fragment) => fragment.text)).join('\n'),
    heals: crowd.reduce((sum, person) => sum + person.bound.heals(), 0),
    mended: crowd.flatMap((person) => person.mended),
  }
  for (const person of crowd) person.leave()
  return outcome
}

/** The whole tree with its attributes, as plain values. */
function treeOf(node: Y.XmlElement | Y.XmlText | Y.XmlHook): unknown {
  if (node instanceof Y.XmlText) return node.toDelta()
  if (!(node instanceof Y.XmlElement)) return 'hook'
  return [node.nodeName, Object.entries(node.getAttributes()).sort(), node.toArray().map(treeOf)]
}

function missingTexts(crowd: readonly Person[]): string[] {
  const blocks = crowd.flatMap((person) => blocksIn(textRoot(person.doc)))
  return blocks.some((block) => linesIn(block).some((line) => line.length === 0))
    ? ['a line has no text to type into']
    : []
}

function blocksIn(parent: Y.XmlElement): Y.XmlElement[] {
  return parent
    .toArray()
    .filter((child) => child instanceof Y.XmlElement)
    .flatMap((child) => (child.nodeName === nodeTypes.block ? [child] : blocksIn(child)))
}

async function meet(crowd: readonly Person[]): Promise<void> {
  for (let round = 0; round < 4; round++) {
    for (const one of crowd) for (const other of crowd) if (one !== other) exchange(one.doc, other.doc)
    await Promise.resolve()
  }
}

async function faultsOf(crowd: readonly Person[], guards: Guards): Promise<string[]> {
  const faults: string[] = []
  const [first, ...others] = crowd as [Person, ...Person[]]
  const shown = JSON.stringify(first.readEditor())
  const tree = JSON.stringify(treeOf(textRoot(first.doc)))
  for (const other of others) {
    if (JSON.stringify(other.readEditor()) !== shown) faults.push('two editors show different texts')
    if (JSON.stringify(treeOf(textRoot(other.doc))) !== tree) faults.push('two documents differ')
  }
  for (const person of crowd) {
    if (JSON.stringify(readBlocks(person.doc)) !== JSON.stringify(person.readEditor()))
      faults.push('an editor shows something else than its document holds')
    faults.push(...person.errors.map((error) => `an editor threw: ${error}`))
  }
  if (shown.includes('\ufffd') || /[\ud800-\udbff](?![\udc00-\udfff])/.test(shown))
    faults.push('a character was cut in two')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(first.doc), 'load')
  let writes = 0
  doc.on('update', () => writes++)
  const fresh = makePerson(1_000_000_000, doc, guards)
  await Promise.resolve()
  if (JSON.stringify(fresh.readEditor()) !== shown) faults.push('a fresh load shows something else')
  if (writes > 0) faults.push('a fresh load wrote something')
  faults.push(...fresh.errors.map((error) => `a fresh load threw: ${error}`))
  fresh.leave()
  return faults
}
