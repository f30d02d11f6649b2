/** P5: the app with ever more findings in one review. What is open must not cost more because more is there. */
import { type AppHost, findingAt } from './appHost.ts'
import { openChromium, openVisit, type Visit } from './chromium.ts'
import type { BenchOptions } from './options.ts'
import { againstBar, againstFloor, type Figure, inform, notMeasured } from './report.ts'
import { median, pause, quantile } from './statistics.ts'
import { idleWork, measureKeys, typeKeys } from './typing.ts'

interface CountFigures {
  /** Navigation to rows in the table, ms. */
  readonly shown: number
  /** Main-thread processor time of that, ms, until the page has come to rest. */
  readonly shownWork: number
  /** Main-thread processor time per click on a heading, ms. */
  readonly sortWork: number
  /** After a garbage collection, bytes. */
  readonly heap: number
  /** From a click on a column's heading to the frame with the new order, ms, each click. */
  readonly sorts: readonly number[]
  /** From a key in the search field to the frame after it, ms, each key. */
  readonly filters: readonly number[]
  /** Frame intervals while the wheel turns, ms. */
  readonly scrollFrames: readonly number[]
  readonly longTasks: number
  /** Main-thread ms per key in the text of an open finding. */
  readonly textKey: number
  /** The same in its title. */
  readonly titleKey: number
  /** Databases of texts that exist after one finding was opened. */
  readonly bodies: number
}

const goal = 'P5 many findings'

export async function measureFindings(
  app: AppHost | string,
  options: BenchOptions,
  say: (line: string) => void,
): Promise<Figure[]> {
  if (typeof app === 'string') return [notMeasured(goal, 'table and editor with many findings', '', app)]
  const byCount = new Map<number, CountFigures[]>(options.counts.map((count) => [count, []]))
  for (let rep = 0; rep < Math.min(options.reps, 3); rep++) {
    for (const count of options.counts) {
      byCount.get(count)?.push(await measureCount(app, count, options))
      say(`${count} findings, ${rep + 1} of ${Math.min(options.reps, 3)}`)
    }
  }
  return figuresOf(byCount)
}

async function measureCount(app: AppHost, count: number, options: BenchOptions): Promise<CountFigures> {
  const browser = await openChromium()
  try {
    const review = await app.prepare(browser, count)
    const table = `${app.origin}/#/review/${review}`
    const visit = await openVisit(browser)
    const { page } = visit
    // Once unmeasured: the first visit compiles.
    await openTable(visit, table)
    const shown: number[] = []
    const shownWork: number[] = []
    for (let time = 0; time < 3; time++) {
      await page.goto('about:blank')
      const before = await visit.work()
      shown.push(await openTable(visit, table))
      await pause(500)
      const after = await visit.work()
      // The browser may have moved the page to a process of its own, whose count begins at nothing.
      shownWork.push((after.task < before.task ? after.task : after.task - before.task) * 1000)
    }
    const heap = await visit.collectedHeap()
    const beforeSorts = await visit.work()
    const sorts = await measureSorts(visit)
    const sortWork = (((await visit.work()).task - beforeSorts.task) * 1000) / sorts.length
    const filters = await measureFilters(visit)
    const { scrollFrames, longTasks } = await measureScroll(visit)

    await page.goto('about:blank')
    await page.goto(`${table}/finding/${findingAt(Math.floor(count / 2))}`)
    await page.waitForFunction(() => window.probes.editableAt > 0, null, { timeout: 60_000 })
    await pause(800)
    await page.evaluate(() => window.probes.placeCaret())
    await typeKeys(visit, 20, 5)
    const text = await measureKeys(visit, options.keys, await idleWork(visit))
    const titleKey = await measureTitle(visit, options.keys)
    const bodies = await page.evaluate(
      async () => (await indexedDB.databases()).filter(({ name }) => name?.includes('/body/')).length,
    )
    if (visit.faults.length > 0) throw new Error(visit.faults.join('; '))
    return {
      shown: median(shown),
      shownWork: median(shownWork),
      sortWork,
      heap,
      sorts,
      filters,
      scrollFrames,
      longTasks,
      textKey: text.work,
      titleKey,
      bodies,
    }
  } finally {
    await browser.close()
  }
}

/** Milliseconds from navigation to the end of the first frame with rows of findings on it. */
async function openTable(visit: Visit, address: string): Promise<number> {
  await visit.page.goto(address, { waitUntil: 'load' })
  await visit.page.waitForFunction(() => window.probes.rowsAt > 0, null, { timeout: 60_000 })
  return visit.page.evaluate(() => window.probes.rowsAt)
}

async function measureSorts(visit: Visit): Promise<number[]> {
  const { page } = visit
  const headings = page.locator('[role=columnheader]')
  const times: number[] = []
  for (let round = 0; round < 2; round++) {
    for (let column = 0; column < (await headings.count()); column++) {
      if ((await headings.nth(column).getAttribute('aria-sort')) === null) continue
      await page.evaluate(() => window.probes.timeChange('[aria-sort]', 'aria-sort'))
      await headings.nth(column).getByRole('button').click()
      times.push(await page.evaluate(() => window.probes.changed))
    }
  }
  return times
}

async function measureFilters(visit: Visit): Promise<number[]> {
  const { page } = visit
  const search = page.getByRole('searchbox').first()
  await search.click()
  await page.evaluate(() => {
    window.probes.frames = []
    window.probes.isMeasuring = true
  })
  for (const word of ['model', 'safe', 'eval']) {
    for (const letter of word) {
      await page.keyboard.press(letter)
      await pause(250)
    }
    await search.fill('')
    await pause(250)
  }
  return page.evaluate(() => {
    window.probes.isMeasuring = false
    return window.probes.frames
  })
}

async function measureScroll(visit: Visit): Promise<{ scrollFrames: number[]; longTasks: number }> {
  const { page } = visit
  await page.locator('[role=row]').nth(3).hover()
  await page.evaluate(() => {
    const frames: number[] = []
    let last = 0
    const tick = (now: number) => {
      if (last > 0) frames.push(now - last)
      last = now
      if (window.probes.isMeasuring) requestAnimationFrame(tick)
    }
    window.probes.frames = frames
    window.probes.longTasks = []
    window.probes.isMeasuring = true
    requestAnimationFrame(tick)
  })
  for (let turn = 0; turn < 40; turn++) {
    await page.mouse.wheel(0, 500)
    await pause(30)
  }
  return page.evaluate(() => {
    window.probes.isMeasuring = false
    return { scrollFrames: window.probes.frames, longTasks: window.probes.longTasks.length }
  })
}

async function measureTitle(visit: Visit, keys: number): Promise<number> {
  const { page } = visit
  const title = page.getByRole('textbox', { name: /title/i }).first()
  await title.click()
  await page.keyboard.press('End')
  const idle = await idleWork(visit)
  const before = await visit.work()
  const began = performance.now()
  await typeKeys(visit, keys, 3)
  await pause(1000)
  const after = await visit.work()
  return ((after.task - before.task) * 1000 - idle * (performance.now() - began)) / keys
}

function figuresOf(byCount: ReadonlyMap<number, readonly CountFigures[]>): Figure[] {
  const counts = [...byCount.keys()].sort((a, b) => a - b)
  const least = counts[0] ?? 0
  const most = counts.at(-1) ?? 0
  const of = (count: number, pick: (run: CountFigures) => number) => median((byCount.get(count) ?? []).map(pick))
  const pooled = (count: number, pick: (run: CountFigures) => readonly number[]) =>
    (byCount.get(count) ?? []).flatMap(pick)
  const beside = `beside ${named(least)}`
  const figures: Figure[] = []
  for (const count of counts) {
    figures.push(
      againstBar(
        { goal, name: `table visible, ${named(count)}`, unit: 'ms' },
        of(count, (run) => run.shown),
        1000,
      ),
    )
    figures.push(
      inform(
        { goal, name: `processor time of showing the table, ${named(count)}`, unit: 'ms' },
        of(count, (run) => run.shownWork),
      ),
    )
    if (count >= 1000) {
      figures.push(
        inform(
          { goal, name: `processor time of one sorting, ${named(count)}`, unit: 'ms' },
          of(count, (run) => run.sortWork),
        ),
        againstBar(
          { goal, name: `sorting p95, ${named(count)}`, unit: 'ms' },
          quantile(
            pooled(count, (run) => run.sorts),
            0.95,
          ),
          50,
        ),
        againstBar(
          { goal, name: `filtering by a key p95, ${named(count)}`, unit: 'ms' },
          quantile(
            pooled(count, (run) => run.filters),
            0.95,
          ),
          50,
        ),
        inform(
          { goal, name: `interval of frames while scrolling p95, ${named(count)}`, unit: 'ms' },
          quantile(
            pooled(count, (run) => run.scrollFrames),
            0.95,
          ),
        ),
        inform(
          { goal, name: `long tasks while scrolling, ${named(count)}`, unit: '' },
          of(count, (run) => run.longTasks),
        ),
      )
    }
  }
  if (counts.includes(1000) && most > 1000) {
    figures.push(
      againstFloor(
        { goal, name: `table visible, ${named(most)} beside 1,000`, unit: 'ms' },
        of(most, (run) => run.shown),
        of(1000, (run) => run.shown),
        3,
      ),
    )
  }
  if (most > least) {
    figures.push(
      againstFloor(
        { goal, name: `work per key in the text, ${named(most)} ${beside}`, unit: 'ms' },
        of(most, (run) => run.textKey),
        of(least, (run) => run.textKey),
        1.2,
      ),
      againstFloor(
        { goal, name: `work per key in the title, ${named(most)} ${beside}`, unit: 'ms' },
        of(most, (run) => run.titleKey),
        of(least, (run) => run.titleKey),
        1.2,
      ),
      againstBar(
        { goal, name: `heap per finding not open, ${named(most)}`, unit: 'KB' },
        (of(most, (run) => run.heap) - of(least, (run) => run.heap)) / (most - least) / 1024,
        2,
      ),
    )
  }
  figures.push(
    againstBar(
      { goal, name: `texts opened when one finding is opened, ${named(most)}`, unit: '' },
      of(most, (run) => run.bodies),
      1,
    ),
  )
  return figures
}

function named(count: number): string {
  return `${count.toLocaleString('en')} findings`
}
