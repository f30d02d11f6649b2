/**
 * P8: what the disk costs. Our store beside stock y-indexeddb and beside one plain blob, in one Chromium, with the keystrokes of a real
 * paper (`test/fixtures/traces`). Stock y-indexeddb writes with relaxed durability, ours with strict: the comparison favours stock.
 *
 * - burst: so many keystrokes in one task, until the last is stored.
 * - keystroke: one every 20 ms, each from the key to its transaction having completed.
 * - open: a fresh page, the whole paper; by turns ours, stock and the blob. Ours and stock were closed and left idle before.
 * - disk: the IndexedDB folder of a profile that holds nothing but the paper, typed 250 keystrokes at a time, after the browser was idle.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { buildPage } from './buildPages.ts'
import { type Browser, openChromium } from './chromium.ts'
import type { BenchOptions } from './options.ts'
import type { Edit, Keeper } from './pages/store.tsx'
import { servePages } from './pageServer.ts'
import { againstBar, againstFloor, type Figure, inform } from './report.ts'
import { median, pause, quantile } from './statistics.ts'

const goal = 'P8 store'

export async function measureStore(options: BenchOptions, say: (line: string) => void): Promise<Figure[]> {
  const page = await buildPage('store')
  const server = await servePages([page])
  const address = server.addressOf(page)
  const edits = readEdits().slice(0, options.quick ? 20_000 : undefined)
  try {
    const figures = [
      ...(await measureBursts(address, edits, options, say)),
      ...(await measureKeystrokes(address, edits, options)),
      ...(await measurePaper(address, edits, options, say)),
    ]
    return figures
  } finally {
    server.close()
  }
}

async function measureBursts(
  address: string,
  edits: readonly Edit[],
  options: BenchOptions,
  say: (line: string) => void,
): Promise<Figure[]> {
  const browser = await openChromium()
  try {
    const counts = options.quick ? [1000, 20_000] : [1000, 2500, 5000, 20_000]
    const took = new Map<string, number[]>()
    for (let rep = 0; rep < options.reps; rep += 1) {
      for (const count of counts) {
        for (const keeper of ['bare', 'ours', 'stock'] as const) {
          // Stock y-indexeddb takes most of a minute for the longest burst: once is enough.
          if (keeper === 'stock' && count > 5000 && (rep > 0 || options.quick)) continue
          const opened = await openStorePage(browser, address, edits)
          const ms = await opened.evaluate(([kept, name, many]) => window.storeBench.burst(kept, name, many), [
            keeper,
            `burst-${keeper}-${count}-${rep}`,
            count,
          ] as const)
          took.set(`${keeper} ${count}`, [...(took.get(`${keeper} ${count}`) ?? []), ms])
          await opened.close()
        }
        say(`burst of ${count}, ${rep + 1} of ${options.reps}`)
      }
    }
    const of = (keeper: Keeper, count: number) => median(took.get(`${keeper} ${count}`) ?? [])
    const perEdit = (count: number) => (of('ours', count) - of('bare', count)) / count
    return [
      againstBar(
        { goal, name: 'burst of 20,000 stored', unit: 'ms', note: 'floor: stock' },
        of('ours', 20_000),
        3000,
        of('stock', 20_000),
      ),
      againstFloor(
        { goal, name: 'per edit, burst of 20,000', unit: 'ms', note: 'floor: ours at 1,000' },
        of('ours', 20_000) / 20_000,
        of('ours', 1000) / 1000,
        1.3,
      ),
      ...counts.map((count) =>
        inform(
          {
            goal,
            name: `burst of ${count} stored`,
            unit: 'ms',
            note: `floor: stock; Yjs alone ${of('bare', count).toFixed(0)} ms`,
          },
          of('ours', count),
          of('stock', count),
        ),
      ),
      ...counts.map((count) =>
        inform({ goal, name: `storing per edit, burst of ${count}`, unit: 'ms', note: 'without Yjs' }, perEdit(count)),
      ),
    ]
  } finally {
    await browser.close()
  }
}

async function measureKeystrokes(address: string, edits: readonly Edit[], options: BenchOptions): Promise<Figure[]> {
  const browser = await openChromium()
  try {
    const took = new Map<Keeper, number[]>()
    for (const keeper of ['ours', 'stock'] as const) {
      const opened = await openStorePage(browser, address, edits)
      took.set(
        keeper,
        await opened.evaluate(([kept, count]) => window.storeBench.keystrokes(kept, `keys-${kept}`, count, 20), [
          keeper,
          options.quick ? 60 : 500,
        ] as const),
      )
      await opened.close()
    }
    const at = (keeper: Keeper, q: number) => quantile(took.get(keeper) ?? [], q)
    return [
      againstBar(
        { goal, name: 'keystroke on disk, p95', unit: 'ms', note: 'floor: stock, relaxed' },
        at('ours', 0.95),
        100,
        at('stock', 0.95),
      ),
      inform(
        { goal, name: 'keystroke on disk, median', unit: 'ms', note: 'floor: stock, relaxed' },
        at('ours', 0.5),
        at('stock', 0.5),
      ),
    ]
  } finally {
    await browser.close()
  }
}

/** Size on disk, then opening. */
async function measurePaper(
  address: string,
  edits: readonly Edit[],
  options: BenchOptions,
  say: (line: string) => void,
): Promise<Figure[]> {
  const browser = await openChromium()
  try {
    const typing = await openStorePage(browser, address, edits)
    const empty = bytesIn(databaseFolder(browser.profile))
    const typed = await typing.evaluate((count) => window.storeBench.type('ours', 'paper', count), edits.length)
    say(`the paper typed, ${(typed.took / 1000).toFixed(1)} s`)
    const justAfter = bytesIn(databaseFolder(browser.profile)) - empty
    await typing.close()
    await pause(options.quick ? 2000 : 15_000)
    const idle = bytesIn(databaseFolder(browser.profile)) - empty

    const filling = await openStorePage(browser, address, edits)
    if (!options.quick) await filling.evaluate((count) => window.storeBench.type('stock', 'stock', count), edits.length)
    await filling.evaluate(() => window.storeBench.putBlob('paper', 'blob'))
    await filling.close()
    await pause(2000)
    const opens = { ours: [] as number[], stock: [] as number[], blob: [] as number[] }
    for (let rep = 0; rep < (options.quick ? 3 : 9); rep += 1) {
      for (const which of ['ours', 'blob', 'stock'] as const) {
        if (which === 'stock' && options.quick) continue
        const fresh = await browser.context.newPage()
        await fresh.goto(address)
        await fresh.waitForFunction(() => window.storeBench !== undefined)
        const { took, length } = await fresh.evaluate((one) => {
          if (one === 'blob') return window.storeBench.openBlob('blob')
          return window.storeBench.open(one, one === 'ours' ? 'paper' : 'stock')
        }, which)
        if (length !== typed.length) throw new Error(`${which} opened ${length} characters of ${typed.length}`)
        opens[which].push(took)
        await fresh.close()
      }
    }
    const size = `state ${(typed.bytes / 1024).toFixed(0)} KB`
    return [
      againstFloor(
        { goal, name: 'open the paper', unit: 'ms', note: `floor: one blob; ${size}` },
        median(opens.ours),
        median(opens.blob),
        1.5,
      ),
      ...(options.quick
        ? []
        : [
            inform(
              { goal, name: 'open the paper, beside stock', unit: 'ms', note: 'floor: stock' },
              median(opens.ours),
              median(opens.stock),
            ),
          ]),
      againstFloor(
        {
          goal,
          name: 'disk when idle',
          unit: 'KB',
          note: `floor: the state; just after typing ${(justAfter / 1024).toFixed(0)} KB`,
        },
        idle / 1024,
        typed.bytes / 1024,
        5,
      ),
    ]
  } finally {
    await browser.close()
  }
}

async function openStorePage(browser: Browser, address: string, edits: readonly Edit[]) {
  const page = await browser.context.newPage()
  page.setDefaultTimeout(600_000)
  await page.goto(address)
  await page.waitForFunction(() => window.storeBench !== undefined)
  await page.evaluate((given) => window.storeBench.takeEdits(given), edits)
  return page
}

function readEdits(): readonly Edit[] {
  const file = gunzipSync(readFileSync('test/fixtures/traces/automerge-paper.json.gz'))
  const trace = JSON.parse(file.toString()) as { txns: { patches: Edit[] }[] }
  return trace.txns.flatMap(({ patches }) => patches)
}

function databaseFolder(profile: string): string {
  return join(profile, 'Default', 'IndexedDB')
}

function bytesIn(folder: string): number {
  if (!existsSync(folder)) return 0
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name)
    return sum + (entry.isDirectory() ? bytesIn(path) : statSync(path).size)
  }, 0)
}
