/** The Chromium that is measured, and what it says of its own work. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test'
import { chromiumPath } from './buildParts.ts'
import { installProbes } from './probes.ts'

const flags = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
  '--disable-background-timer-throttling',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

export interface Browser {
  /** Folder of its profile. */
  readonly profile: string
  readonly context: BrowserContext
  close(): Promise<void>
}

/** Starts Chromium with a new profile on disk (an incognito window would keep IndexedDB in memory and flatter us). */
export async function openChromium(): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'countersign-bench-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await chromiumPath(),
    headless: true,
    args: flags,
    viewport: { width: 1280, height: 900 },
  })
  return {
    profile,
    context,
    async close() {
      await context.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

export interface Visit {
  readonly page: Page
  readonly faults: string[]
  /** Seconds of main-thread work since the page began. */
  work(): Promise<Work>
  /** Bytes on the JavaScript heap after a garbage collection. */
  collectedHeap(): Promise<number>
  close(): Promise<void>
}

export interface Work {
  readonly task: number
  readonly script: number
  readonly layout: number
  readonly heap: number
}

/** Opens a tab with the probes in it. */
export async function openVisit(browser: Browser): Promise<Visit> {
  const page = await browser.context.newPage()
  const session = await browser.context.newCDPSession(page)
  // Processor time of the thread, not wall time: other programs on the machine then weigh less.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.addInitScript(installProbes)
  const faults: string[] = []
  page.on('pageerror', (fault) => faults.push(fault.message))
  return {
    page,
    faults,
    work: () => readWork(session),
    collectedHeap: () => readHeap(session),
    close: () => page.close(),
  }
}

async function readHeap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.enable')
  for (let time = 0; time < 3; time++) await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize
}

async function readWork(session: CDPSession): Promise<Work> {
  const { metrics } = await session.send('Performance.getMetrics')
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
  return {
    task: of('TaskDuration'),
    script: of('ScriptDuration'),
    layout: of('LayoutDuration'),
    heap: of('JSHeapUsedSize'),
  }
}
