/** P4: the measured pages and the app itself, by turns, each visit in a profile of its own. */
import { type AppHost, findingAt } from './appHost.ts'
import type { Browser } from './chromium.ts'
import type { BuiltPage } from './buildPages.ts'
import type { BenchOptions } from './options.ts'
import type { PageServer } from './pageServer.ts'
import { measurePaint, type PaintFigures, type PaintTarget } from './paint.ts'
import { againstBar, againstFloor, type Figure, inform, notMeasured } from './report.ts'
import { median } from './statistics.ts'

export async function measureStart(
  pages: readonly BuiltPage[],
  server: PageServer,
  app: AppHost | string,
  options: BenchOptions,
  say: (line: string) => void,
): Promise<Figure[]> {
  const targets: PaintTarget[] = pages.map((page) => ({
    name: page.name,
    prepare: (browser) => touchOrigin(browser, server.origin),
    address: () => server.addressOf(page),
  }))
  if (typeof app !== 'string') targets.push(appTarget(app))
  const runs = new Map<string, PaintFigures[]>(targets.map(({ name }) => [name, []]))
  for (let rep = 0; rep < options.paints; rep++) {
    const turn = rep % targets.length
    for (const target of [...targets.slice(turn), ...targets.slice(0, turn)])
      runs.get(target.name)?.push(await measurePaint(target))
    say(`first paint, ${rep + 1} of ${options.paints}`)
  }
  return figuresOf(runs, typeof app === 'string' ? app : '')
}

function figuresOf(runs: ReadonlyMap<string, readonly PaintFigures[]>, whyNoApp: string): Figure[] {
  const goal = 'P4 start'
  const of = (page: string, pick: (run: PaintFigures) => number) => median((runs.get(page) ?? []).map(pick))
  const floor = (pick: (run: PaintFigures) => number) => of('lexicalYjs', pick)
  const cold = (run: PaintFigures) => run.cold
  const warm = (run: PaintFigures) => run.warm
  const work = (run: PaintFigures) => run.coldWork
  const scripts = (run: PaintFigures) => run.scripts / 1024
  const memory = (run: PaintFigures) => run.memory / 2 ** 20
  const judged = (name: string, title: string, note: string): Figure[] => {
    const what = (figure: string, unit: string) => ({
      goal,
      name: `${title}, ${figure}`,
      unit,
      ...(note ? { note } : {}),
    })
    const against = (figure: string, unit: string, pick: (run: PaintFigures) => number, most: number) =>
      againstFloor(what(figure, unit), of(name, pick), floor(pick), most)
    return [
      against('first editable paint, cold', 'ms', cold, 1.5),
      against('first editable paint, warm', 'ms', warm, 1.5),
      inform(what('processor time until then, cold', 'ms'), of(name, work), floor(work)),
      againstBar(what('scripts before it, gzip', 'KB'), of(name, scripts), 300, floor(scripts)),
      against('memory of its process', 'MB', memory, 1.3),
    ]
  }
  return [
    ...judged('ours', 'our editor alone', ''),
    ...judged('app', 'the app at a finding', whyNoApp),
    inform({ goal, name: 'for comparison, bare Lexical, cold', unit: 'ms' }, of('bareLexical', cold), floor(cold)),
    inform({ goal, name: 'for comparison, bare Lexical, warm', unit: 'ms' }, of('bareLexical', warm), floor(warm)),
    notMeasured(goal, 'desktop: spawn to editable', '<= 1.5 x, <= 1.2 s', 'needs the desktop runtime'),
  ]
}

function appTarget(app: AppHost): PaintTarget {
  let review = ''
  return {
    name: 'app',
    async prepare(browser) {
      review = await app.prepare(browser, 8)
    },
    address: () => `${app.origin}/#/review/${review}/finding/${findingAt(3)}`,
  }
}

/** A browser's very first navigation starts processes; the app's profile has been visited once to be filled, so the others are as well. */
async function touchOrigin(browser: Browser, origin: string): Promise<void> {
  const page = await browser.context.newPage()
  await page.goto(`${origin}/state/none`)
  await page.close()
}
