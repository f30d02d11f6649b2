/**
 * What three people do to one text, as a list of steps that can be saved, read again and shortened by taking lines out. A step names
 * places by plain numbers that are taken modulo what is there, so every step can be tried on every text.
 */
import { blockKinds, type BlockKind } from '../../shared/document/blocks.ts'
import { makeDice } from './random.ts'

export const editKinds = [
  'text',
  'del',
  'format',
  'link',
  'split',
  'merge',
  'kind',
  'list',
  'table',
  'row',
  'para',
  'rm',
  'undo',
  'redo',
  'emoji',
  'linebreak',
] as const
export type EditKind = (typeof editKinds)[number]

export interface Edit {
  readonly op: EditKind
  readonly who: number
  /** Which block, place in it, and how far: whole numbers, taken modulo. */
  readonly block: number
  readonly place: number
  readonly reach: number
  /** A word that occurs once in the plan. */
  readonly word: string
}

export type Step =
  | Edit
  /** Two people exchange what the other lacks, unless one of them is offline. */
  | { readonly op: 'exchange'; readonly who: number; readonly other: number }
  | { readonly op: 'offline' | 'online' | 'quiet'; readonly who: number }

export interface Plan {
  readonly seed: number
  readonly steps: readonly Step[]
}

export interface PlanShape {
  readonly kinds: readonly EditKind[]
  readonly edits: number
}

export const everyKind: PlanShape = { kinds: editKinds, edits: 80 }

/** No step takes text away, so every word has to survive. */
export const nothingRemoved: PlanShape = {
  kinds: ['text', 'text', 'text', 'format', 'link', 'split', 'kind', 'list', 'table', 'row', 'para', 'linebreak'],
  edits: 60,
}

/** As before, but blocks are joined too: what a join swallowed has to be offered back. */
export const onlyJoined: PlanShape = { ...nothingRemoved, kinds: [...nothingRemoved.kinds, 'merge', 'merge'] }

export const people = 3

export function makePlan(seed: number, shape: PlanShape = everyKind): Plan {
  const dice = makeDice(seed)
  // Some plans exchange all the time, some rarely, some dwell on a few kinds of edits: faults need different weather.
  const exchange = dice.pick([0.05, 0.15, 0.3, 0.6])
  const dwell = dice.next() < 0.4 ? Array.from({ length: 4 }, () => dice.pick(shape.kinds)) : shape.kinds
  const steps: Step[] = []
  for (let edit = 0; edit < shape.edits; edit++) {
    const who = dice.below(people)
    steps.push({
      op: dice.next() < 0.25 ? dice.pick(shape.kinds) : dice.pick(dwell),
      who,
      block: dice.below(1000),
      place: dice.below(1000),
      reach: dice.below(1000),
      word: `w${edit}.`,
    })
    if (dice.next() < exchange) steps.push({ op: 'exchange', who: dice.below(people), other: dice.below(people) })
    if (dice.next() < 0.04) steps.push({ op: dice.pick(['offline', 'online'] as const), who: dice.below(people) })
    if (dice.next() < 0.05) steps.push({ op: 'quiet', who: dice.below(people) })
  }
  return { seed, steps }
}

/** One JSON value a line; the first names the seed. */
export function writePlan(plan: Plan): string {
  return [JSON.stringify({ seed: plan.seed }), ...plan.steps.map((step) => JSON.stringify(step))].join('\n')
}

export function readPlan(lines: string): Plan {
  const [head = '{}', ...rest] = lines.split('\n').filter((line) => line.trim() !== '')
  return { seed: (JSON.parse(head) as { seed: number }).seed, steps: rest.map((line) => JSON.parse(line) as Step) }
}

export function kindAt(number: number): BlockKind {
  return blockKinds[number % blockKinds.length] ?? 'p'
}
