/** P1 typing, P2 remote edits, P3 opening: our editor beside bare Lexical and Lexical with stock Yjs, by turns in one Chromium. */
import type { BuiltPage } from './buildPages.ts'
import { openChromium } from './chromium.ts'
import type { BenchOptions } from './options.ts'
import type { PageServer } from './pageServer.ts'
import { againstBar, againstFloor, type Figure, inform, notMeasured } from './report.ts'
import { median } from './statistics.ts'
import { makeState, measureTyping, type TypingFigures, type TypingPlan } from './typing.ts'

type Runs = Map<string, TypingFigures[]>

export async function measureEditing(
  pages: readonly BuiltPage[],
  server: PageServer,
  options: BenchOptions,
  say: (line: string) => void,
): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const words of options.sizes) {
    const runs: Runs = new Map(pages.map(({ name }) => [name, []]))
    const longRuns: Runs = new Map()
    let broken: unknown
    try {
      await visitByTurns(words, pages, server, options, runs, longRuns, say)
    } catch (fault) {
      broken = fault
      say(`${words} words broke off: ${String(fault)}`)
    }
    figures.push(...figuresOf(words, runs, longRuns, options))
    if (broken !== undefined) figures.push(notMeasured('P1 to P3', `the rest of ${words} words`, '', reasonOf(broken)))
  }
  return figures
}

/** Fills `runs` and `longRuns`. Throws when a visit fails; what was measured before that stands. */
async function visitByTurns(
  words: number,
  pages: readonly BuiltPage[],
  server: PageServer,
  options: BenchOptions,
  runs: Runs,
  longRuns: Runs,
  say: (line: string) => void,
): Promise<void> {
  const browser = await openChromium()
  try {
    for (const page of pages) {
      const state = await makeState(browser, server.addressOf(page, { words: String(words), first: 'yes' }))
      if (state.length > 0) server.keepState(`${page.name}-${words}`, state)
    }
    const addressOf = (page: BuiltPage) =>
      server.addressOf(page, { words: String(words), state: `${page.name}-${words}` })
    // The browser's own start must not weigh on whoever comes first; and everybody comes first once.
    for (const page of pages) await measureTyping(browser, addressOf(page), { keys: 10, typists: 0, remoteEdits: 0 })
    for (let rep = 0; rep < options.reps; rep++) {
      const turn = rep % pages.length
      for (const page of [...pages.slice(turn), ...pages.slice(0, turn)]) {
        const run = await measureTyping(browser, addressOf(page), planOf(options))
        runs.get(page.name)?.push(run)
        const [work, open] = [run.alone.work.toFixed(2), run.open.toFixed(0)]
        say(`${page.name} ${words} words, ${rep + 1} of ${options.reps}: ${work} ms a key, open ${open} ms`)
      }
    }
    if (options.only.has('p1') && options.worstKeys > 0) {
      for (const page of pages.filter(({ name }) => name === 'ours' || name === 'lexicalYjs')) {
        const plan = { keys: options.worstKeys, typists: 0, remoteEdits: 0 }
        longRuns.set(page.name, [await measureTyping(browser, addressOf(page), plan)])
      }
    }
  } finally {
    await browser.close()
  }
}

function planOf(options: BenchOptions): TypingPlan {
  return {
    keys: options.only.has('p1') ? options.keys : 10,
    typists: options.only.has('p1') ? 5 : 0,
    remoteEdits: options.only.has('p2') ? (options.quick ? 20 : 60) : 0,
  }
}

function figuresOf(words: number, runs: Runs, longRuns: Runs, options: BenchOptions): Figure[] {
  const of = (page: string, pick: (run: TypingFigures) => number, from = runs) =>
    median((from.get(page) ?? []).map(pick))
  const both = (pick: (run: TypingFigures) => number, from = runs) =>
    [of('ours', pick, from), of('lexicalYjs', pick, from)] as const
  const size = `${words.toLocaleString('en')} words`
  const figures: Figure[] = []
  if (options.only.has('p1')) {
    const goal = 'P1 typing'
    const key = (run: TypingFigures) => run.alone
    const together = (run: TypingFigures) => run.together?.work ?? Number.NaN
    figures.push(
      againstFloor({ goal, name: `work per key, ${size}`, unit: 'ms' }, ...both((run) => key(run).work), 1.25),
      againstFloor({ goal, name: `work per key, 5 others type, ${size}`, unit: 'ms' }, ...both(together), 1.5),
      againstBar(
        { goal, name: `long tasks in ${options.keys} keys, ${size}`, unit: '' },
        of('ours', (run) => key(run).longTasks),
        0,
        of('lexicalYjs', (run) => key(run).longTasks),
      ),
      againstBar(
        { goal, name: `Event Timing p95, ${size}`, unit: 'ms' },
        of('ours', (run) => key(run).eventP95),
        words > 10_000 ? 24 : 16,
        of('lexicalYjs', (run) => key(run).eventP95),
      ),
      inform({ goal, name: `key to frame p95, ${size}`, unit: 'ms' }, ...both((run) => key(run).frameP95)),
      inform({ goal, name: `of it script, ${size}`, unit: 'ms' }, ...both((run) => key(run).script)),
      inform({ goal, name: `of it layout, ${size}`, unit: 'ms' }, ...both((run) => key(run).layout)),
      inform(
        { goal, name: `work per key beside bare Lexical, ${size}`, unit: 'ms' },
        of('ours', (run) => key(run).work),
        of('bareLexical', (run) => key(run).work),
      ),
    )
    if (runs.has('lexicalYjsV2')) {
      figures.push(
        inform(
          { goal, name: `work per key beside stock V2, ${size}`, unit: 'ms' },
          of('ours', (run) => key(run).work),
          of('lexicalYjsV2', (run) => key(run).work),
        ),
      )
    }
    if (longRuns.size > 0) {
      figures.push(
        againstBar(
          { goal, name: `worst of ${options.worstKeys} keys, ${size}`, unit: 'ms' },
          of('ours', (run) => key(run).worst, longRuns),
          50,
          of('lexicalYjs', (run) => key(run).worst, longRuns),
        ),
      )
    }
  }
  if (options.only.has('p2')) {
    const goal = 'P2 remote edit'
    figures.push(
      againstFloor({ goal, name: `work per edit, ${size}`, unit: 'ms' }, ...both((run) => run.remoteWork), 1.25),
      inform({ goal, name: `arrival to frame, ${size}`, unit: 'ms' }, ...both((run) => run.remoteShown)),
    )
    if (runs.has('lexicalYjsV2')) {
      figures.push(
        inform(
          { goal, name: `work per edit beside stock V2, ${size}`, unit: 'ms' },
          of('ours', (run) => run.remoteWork),
          of('lexicalYjsV2', (run) => run.remoteWork),
        ),
      )
    }
  }
  if (options.only.has('p3')) {
    const goal = 'P3 open'
    figures.push(
      againstFloor({ goal, name: `state in hand to editable, ${size}`, unit: 'ms' }, ...both((run) => run.open), 1.5),
      inform(
        { goal, name: `of it after reading from the disk, ${size}`, unit: 'ms' },
        of('ours', (run) => run.openFromMemory),
      ),
      inform({ goal, name: `processor time of opening, ${size}`, unit: 'ms' }, ...both((run) => run.openWork)),
      inform({ goal, name: `encoded document, ${size}`, unit: 'KB' }, ...both((run) => run.size / 1024)),
      inform({ goal, name: `heap after typing, ${size}`, unit: 'MB' }, ...both((run) => run.heap / 2 ** 20)),
    )
  }
  return figures
}

function reasonOf(broken: unknown): string {
  return (broken instanceof Error ? broken.message : 'unknown').split('\n')[0] ?? ''
}
