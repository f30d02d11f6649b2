/** One visit of one page: open it with its text, type in the middle, let others type too, let single remote edits arrive. */
import { seededRandom } from './pages/prose.ts'
import type {} from './pages/benchHook.ts'
import type { Browser, Visit, Work } from './chromium.ts'
import { openVisit } from './chromium.ts'
import type {} from './probes.ts'
import { median, pause, quantile } from './statistics.ts'

export interface TypingPlan {
  readonly keys: number
  /** Other people who type meanwhile, at 10 edits a second each; 0 leaves that stretch out. */
  readonly typists: number
  /** Single remote edits; 0 leaves them out. */
  readonly remoteEdits: number
}

export interface TypingFigures {
  /** State in hand to editable, ms. */
  readonly open: number
  /** Main-thread processor time of opening, ms, until the page has come to rest. */
  readonly openWork: number
  /** `open` without reading from the disk; NaN on pages without one. */
  readonly openFromMemory: number
  readonly alone: KeyFigures
  readonly together: KeyFigures | undefined
  /** Main-thread ms per remote edit. */
  readonly remoteWork: number
  /** From arrival to the end of the frame that shows it, ms. */
  readonly remoteShown: number
  /** Encoded document, bytes. */
  readonly size: number
  readonly heap: number
}

export interface KeyFigures {
  /** Main-thread ms per key, idle work taken off. */
  readonly work: number
  readonly script: number
  readonly layout: number
  readonly frameMedian: number
  readonly frameP95: number
  readonly eventP95: number
  readonly worst: number
  readonly longTasks: number
}

const settleMs = 800
const idleMs = 1500
/** What an editor puts off until typing pauses belongs to typing, so the clock runs on for this long. */
const tailMs = 1000
const editsPerTypist = 10

/** Throws when the page fails, or when what was typed is not exactly what stands there. */
export async function measureTyping(browser: Browser, address: string, plan: TypingPlan): Promise<TypingFigures> {
  const visit = await openVisit(browser)
  try {
    const { page } = visit
    await visit.page.goto(`${address}&wait=yes`, { waitUntil: 'load' })
    await waitFor(visit, () => window.bench?.begin !== undefined)
    await pause(settleMs)
    const idle = await idleWork(visit)
    const before = await visit.work()
    const began = performance.now()
    await page.evaluate(() => window.bench.begin?.())
    await waitFor(visit, () => window.bench.isReady)
    const [open, openFromMemory] = await page.evaluate(() => {
      const { shownAt, startedAt, handedAt } = window.bench
      return [shownAt - startedAt, shownAt - (handedAt ?? Number.NaN)] as const
    })
    await pause(settleMs)
    const openWork = taskMs(before, await visit.work(), began, idle)
    await page.evaluate(() => window.probes.placeCaret())
    await typeKeys(visit, 20, 5)
    const blinking = await idleWork(visit)
    const alone = await measureKeys(visit, plan.keys, blinking)
    const hasRemote = await page.evaluate(() => window.bench.remote !== undefined)
    const together = plan.typists > 0 && hasRemote ? await measureTogether(visit, plan, blinking) : undefined
    const remote =
      plan.remoteEdits > 0 && hasRemote ? await measureRemote(visit, plan.remoteEdits, blinking) : undefined
    const size = await page.evaluate(() => window.bench.size?.() ?? Number.NaN)
    const { heap } = await visit.work()
    if (visit.faults.length > 0) throw new Error(visit.faults.join('; '))
    return {
      open,
      openWork,
      openFromMemory,
      alone,
      together,
      remoteWork: remote?.work ?? Number.NaN,
      remoteShown: remote?.shown ?? Number.NaN,
      size,
      heap,
    }
  } finally {
    await visit.close()
  }
}

/** Opens the page once so that its text exists, and answers its encoded state. */
export async function makeState(browser: Browser, address: string): Promise<Buffer> {
  const visit = await openVisit(browser)
  try {
    await visit.page.goto(address, { waitUntil: 'load' })
    await waitFor(visit, () => window.bench?.isReady)
    const text = await visit.page.evaluate(() => {
      let binary = ''
      for (const byte of window.bench.state?.() ?? []) binary += String.fromCharCode(byte)
      return btoa(binary)
    })
    return Buffer.from(text, 'base64')
  } finally {
    await visit.close()
  }
}

async function waitFor(visit: Visit, isSo: () => boolean): Promise<void> {
  try {
    await visit.page.waitForFunction(isSo, null, { timeout: 120_000, polling: 100 })
  } catch (fault) {
    throw new Error(`${visit.page.url()} did not become ready: ${visit.faults.join('; ') || String(fault)}`)
  }
}

async function measureTogether(visit: Visit, plan: TypingPlan, idle: number): Promise<KeyFigures> {
  const everyMs = 1000 / (plan.typists * editsPerTypist)
  const edits = Math.ceil((plan.keys * 120 + tailMs) / everyMs)
  await visit.page.evaluate(([typists, count]) => window.bench.remote?.prepare(typists, count), [
    plan.typists,
    edits,
  ] as const)
  await pause(settleMs)
  await visit.page.evaluate((ms) => void window.bench.remote?.play(ms), everyMs)
  const figures = await measureKeys(visit, plan.keys, idle)
  await visit.page.evaluate(() => window.bench.remote?.stop())
  return figures
}

async function measureRemote(visit: Visit, edits: number, idle: number): Promise<{ work: number; shown: number }> {
  await visit.page.evaluate((count) => window.bench.remote?.prepare(8, count), edits)
  await pause(settleMs)
  const before = await visit.work()
  const began = performance.now()
  const waits = (await visit.page.evaluate(() => window.bench.remote?.play(50))) ?? []
  await pause(tailMs)
  const after = await visit.work()
  return { work: taskMs(before, after, began, idle) / edits, shown: median(waits) }
}

/** Presses keys where the caret is. Throws when the text did not grow by exactly them. */
export async function measureKeys(visit: Visit, keys: number, idle: number): Promise<KeyFigures> {
  const { page } = visit
  const textBefore = await page.evaluate(() => {
    window.probes.frames = []
    window.probes.slowKeys = []
    window.probes.longTasks = []
    window.probes.isMeasuring = true
    return window.probes.textAtCaret()
  })
  const before = await visit.work()
  const began = performance.now()
  await typeKeys(visit, keys, 3)
  await pause(tailMs)
  const after = await visit.work()
  const work = taskMs(before, after, began, idle)
  const seen = await page.evaluate(() => {
    window.probes.isMeasuring = false
    return { ...window.probes, text: window.probes.textAtCaret() }
  })
  const grown = seen.text.length - textBefore.length
  if (grown !== keys) throw new Error(`${keys} keys were pressed, the text grew by ${grown}`)
  // The browser lists no key under 16 ms; each of them counts as 16.
  const events = [...seen.slowKeys, ...Array<number>(Math.max(0, keys - seen.slowKeys.length)).fill(16)]
  return {
    work: work / keys,
    script: ((after.script - before.script) * 1000) / keys,
    layout: ((after.layout - before.layout) * 1000) / keys,
    frameMedian: median(seen.frames),
    frameP95: quantile(seen.frames, 0.95),
    eventP95: quantile(events, 0.95),
    worst: Math.max(...events),
    longTasks: seen.longTasks.length,
  }
}

export async function typeKeys(visit: Visit, keys: number, seed: number): Promise<void> {
  const next = seededRandom(seed)
  for (let key = 0; key < keys; key++) {
    await visit.page.keyboard.press(key % 6 === 5 ? 'Space' : ('abcdefghij'[Math.floor(next() * 10)] ?? 'a'))
    await pause(45 + next() * 40)
  }
}

/** Main-thread work of the page when nothing happens (a blinking caret), in ms per ms. */
export async function idleWork(visit: Visit): Promise<number> {
  const before = await visit.work()
  const began = performance.now()
  await pause(idleMs)
  const after = await visit.work()
  return ((after.task - before.task) * 1000) / (performance.now() - began)
}

function taskMs(before: Work, after: Work, began: number, idle: number): number {
  return (after.task - before.task) * 1000 - idle * (performance.now() - began)
}
