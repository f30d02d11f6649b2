/** The binding under three people, and each of its guards taken away once. More: `npm run fuzz -- binding --plans N --seed S`. */
import { spawnSync } from 'node:child_process'
import { $getRoot, SKIP_COLLAB_TAG } from 'lexical'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { isYjsPatched } from '../../build/patchYjs.mjs'
import { type Guards, guards } from '../../renderer/editor/guards.ts'
import { plainText } from '../../shared/document/blocks.ts'
import { carryOut } from './edits.ts'
import { judgeWords } from './judgeWords.ts'
import { exchange, makePerson } from './person.ts'
import {
  type Edit,
  type EditKind,
  editKinds,
  everyKind,
  makePlan,
  nothingRemoved,
  onlyJoined,
  type Plan,
  readPlan,
  writePlan,
} from './plan.ts'
import { runPlan } from './run.ts'

const plans = 300

describe('[DO20] whatever three people do, also while apart, all end with the same text', () => {
  test(`${plans} seeds: all editors equal, all documents equal, a fresh load equal and silent, nothing thrown`, async () => {
    const done = new Map<string, number>()
    const failed: string[] = []
    for (let seed = 1; seed <= plans; seed++) {
      const { faults, done: here } = await runPlan(makePlan(seed, everyKind))
      if (faults.length > 0) failed.push(`seed ${seed}: ${faults.join('; ')}`)
      for (const [kind, times] of here) done.set(kind, (done.get(kind) ?? 0) + times)
    }
    expect(failed).toEqual([])
    // It did something: every kind of edit took effect.
    for (const kind of editKinds) expect(done.get(kind) ?? 0, kind).toBeGreaterThan(plans / 4)
  }, 600_000)

  /** Seeds that found a fault once. */
  test.each([
    [1, 'a line break that was gone was drawn again'],
    [43, 'a merge lost the class of a text, and a link with it'],
    [59, 'undo cut an emoji in two'],
    [116, 'text was joined across the end of a link'],
  ])('seed %i: %s', async (seed) => {
    expect((await runPlan(makePlan(seed, everyKind))).faults).toEqual([])
  })
})

describe('[DO21] no typed word is lost or doubled where nothing is removed', () => {
  test('60 seeds without joins: every word exactly once', async () => {
    let words = 0
    for (let seed = 1; seed <= 60; seed++) {
      const plan = makePlan(seed, nothingRemoved)
      const outcome = await runPlan(plan)
      words += outcome.words.length
      expect([...outcome.faults, ...judgeWords(plan, outcome)], `seed ${seed}`).toEqual([])
    }
    expect(words).toBeGreaterThan(1000)
  }, 300_000)

  /** Seeds of the mix in brackets that lost or doubled words once. */
  const mixes: [number, EditKind[], string][] = [
    [22, ['text', 'split'], 'an empty block was taken for its neighbour'],
    [88, ['text', 'split'], 'two people split the same paragraph'],
    [3, ['text', 'linebreak'], 'two people broke the same line'],
    [24, ['text', 'text', 'split', 'merge', 'linebreak', 'format'], 'a join was written into the middle of a word'],
  ]
  test.each(mixes)('seed %i of %s: %s', async (seed, kinds) => {
    const plan = makePlan(seed, { ...nothingRemoved, kinds })
    const outcome = await runPlan(plan)
    expect([...outcome.faults, ...judgeWords(plan, outcome)]).toEqual([])
  })
})

test('[DO22] what a join swallowed while somebody typed in it is offered back', async () => {
  let recovered = 0
  for (let seed = 1; seed <= 60; seed++) {
    const plan = makePlan(seed, onlyJoined)
    const outcome = await runPlan(plan)
    expect([...outcome.faults, ...judgeWords(plan, outcome)], `seed ${seed}`).toEqual([])
    recovered += outcome.words.filter((word) => !outcome.plain.includes(word)).length
  }
  expect(recovered).toBeGreaterThan(5)
}, 300_000)

test('[DO22] nothing is offered back after merges that swallowed nothing', () => {
  const [one, other] = twoPeople()
  carryOut(one, edit('text', { word: 'mine' }))
  exchange(one.doc, other.doc)
  carryOut(one, edit('split', { place: 0 }))
  carryOut(other, edit('text', { word: 'yours', place: 1 }))
  exchange(one.doc, other.doc)
  expect([...one.recovered, ...other.recovered]).toEqual([])
})

test('[DO20] a plan can be saved, read again and gives the same text', async () => {
  const plan = makePlan(7, everyKind)
  const again = readPlan(writePlan(plan))
  expect(again).toEqual(plan)
  expect((await runPlan(again)).text).toEqual((await runPlan(plan)).text)
})

describe('[DO23] each guard is needed', () => {
  test('without texts from birth two people cannot share the one they begin in', async () => {
    expect(await findFault({ ensureTexts: () => {} }, nothingRemoved)).toContain('a line has no text to type into')
  })

  test('without whole characters an emoji is cut in two', async () => {
    expect(await findFault({ wholeCharacter: (_, index) => index }, { kinds: ['emoji', 'text'], edits: 40 })).toContain(
      'a character was cut in two',
    )
  })

  test('without the notes of moves, or without settling them, words are doubled', async () => {
    const shape = { kinds: ['text', 'split', 'linebreak'], edits: 40 } as const
    expect(await findFault({ noteMoves: () => {} }, shape)).toMatch(/is there 2 times/)
    expect(await findFault({ settleDoubles: () => {} }, shape)).toMatch(/is there 2 times/)
  })

  test('without the comparison a wrong drawing stays', () => {
    for (const isDrawnRight of [guards.isDrawnRight, () => true]) {
      const person = makePerson(5, new Y.Doc(), { ...guards, isDrawnRight })
      carryOut(person, edit('text', { word: 'kept' }))
      drawWrongly(person)
      person.bound.check()
      const isRight = plainText(person.readEditor()[0] ?? { kind: 'p', runs: [] }).includes('kept')
      expect(isRight).toBe(isDrawnRight === guards.isDrawnRight)
      expect(person.bound.heals()).toBe(isRight ? 1 : 0)
      person.leave()
    }
  })

  test('Yjs as installed is repaired; as published, undo throws', () => {
    expect(isYjsPatched()).toBe(true)
    const play = (...before: string[]) =>
      spawnSync(process.execPath, [...before, 'test/simulation/nestedUndo.mjs', '1463'], { encoding: 'utf8' }).status
    expect(play()).toBe(0)
    expect(play('--import', './test/simulation/stockYjs.mjs')).toBe(1)
  })
})

function twoPeople() {
  return [makePerson(11, new Y.Doc()), makePerson(12, new Y.Doc())] as const
}

function edit(op: Edit['op'], values: Partial<Edit> = {}): Edit {
  return { op, who: 0, block: 0, place: 0, reach: 0, word: 'word', ...values }
}

/** Seeds until something is wrong, or 40. */
async function findFault(without: Partial<Guards>, shape: Parameters<typeof makePlan>[1]): Promise<string> {
  for (let seed = 1; seed <= 40; seed++) {
    const plan: Plan = makePlan(seed, shape)
    const outcome = await runPlan(plan, { ...guards, ...without })
    const faults = [...outcome.faults, ...judgeWords(plan, outcome)]
    if (faults.length > 0) return faults.join('; ')
  }
  return 'nothing'
}

/** What a fault of the drawing would leave behind: the editor changed, the document did not. */
function drawWrongly(person: ReturnType<typeof makePerson>): void {
  person.editor.update(() => $getRoot().getAllTextNodes()[0]?.setTextContent('wrong'), {
    discrete: true,
    tag: SKIP_COLLAB_TAG,
  })
}
