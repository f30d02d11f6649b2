/** P4: the measured pages and the app itself, by turns, each visit in a profile of its own. */
import type { BuiltPage } from './buildPages.ts'
import type { BenchOptions } from './options.ts'
import type { PageServer } from './pageServer.ts'
import { measurePaint, type PaintFigures, type PaintTarget } from './paint.ts'
import { againstBar, againstFloor, type Figure, inform, notMeasured } from './report.ts'
import { median } from './statistics.ts'

export async function measureStart(
  pages: readonly BuiltPage[],
  server: PageServer,
  options: BenchOptions,
  say: (line: string) => void,
): Promise<Figure[]> {
  const targets: PaintTarget[] = pages.map((page) => ({ name: page.name, address: async () => server.addressOf(page) }))
  const runs = new Map<string, PaintFigures[]>(targets.map(({ name }) => [name, []]))
  for (let rep = 0; rep < options.paints; rep++) {
    const turn = rep % targets.length
    for (const target of [...targets.slice(turn), ...targets.slice(0, turn)])
      runs.get(target.name)?.push(await measurePaint(target))
    say(`first paint, ${rep + 1} of ${options.paints}`)
  }
  const of = (page: string, pick: (run: PaintFigures) => number) => median((runs.get(page) ?? []).map(pick))
  const goal = 'P4 start'
  const floor = (pick: (run: PaintFigures) => number) => of('lexicalYjs', pick)
  const figures: Figure[] = []
  figures.push(
    inform(
      { goal, name: 'for comparison: bare Lexical, cold', unit: 'ms' },
      of('bareLexical', (run) => run.cold),
      floor((run) => run.cold),
    ),
    inform(
      { goal, name: 'for comparison: bare Lexical, warm', unit: 'ms' },
      of('bareLexical', (run) => run.warm),
      floor((run) => run.warm),
    ),
  )
  for (const [name, title] of [
    ['ours', 'our editor alone'],
    ['app', 'the app, a finding'],
  ] as const) {
    const mine = (pick: (run: PaintFigures) => number) => of(name, pick)
    figures.push(
      againstFloor(
        { goal, name: `${title}, first editable paint, cold`, unit: 'ms' },
        mine((run) => run.cold),
        floor((run) => run.cold),
        1.5,
      ),
      againstFloor(
        { goal, name: `${title}, first editable paint, warm`, unit: 'ms' },
        mine((run) => run.warm),
        floor((run) => run.warm),
        1.5,
      ),
      againstBar(
        { goal, name: `${title}, scripts before it, gzip`, unit: 'KB' },
        mine((run) => run.scripts / 1024),
        300,
        floor((run) => run.scripts / 1024),
      ),
      againstFloor(
        { goal, name: `${title}, memory of its process`, unit: 'MB' },
        mine((run) => run.memory / 2 ** 20),
        floor((run) => run.memory / 2 ** 20),
        1.3,
      ),
    )
  }
  figures.push(notMeasured(goal, 'desktop: spawn to editable', '<= 1.5 x, <= 1.2 s', 'needs the desktop runtime'))
  return figures
}
