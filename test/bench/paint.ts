/**
 * P4 start: from navigation to the first frame with something editable on it, in a browser profile nobody used before (cold)
 * and at the second visit of the same browser (warm); and what the page's scripts weigh.
 */
import { gzipSync } from 'node:zlib'
import type { Response } from '@playwright/test'
import { type Browser, openChromium, openVisit } from './chromium.ts'
import { rendererMemory } from './memory.ts'
import type {} from './probes.ts'
import { pause } from './statistics.ts'

export interface PaintTarget {
  readonly name: string
  /** Readies a new profile, before the clock runs. */
  prepare(browser: Browser): Promise<void>
  address(): string
}

export interface PaintFigures {
  readonly cold: number
  readonly warm: number
  /** Main-thread processor time of the cold visit until then, ms. */
  readonly coldWork: number
  /** Scripts fetched until something was editable, gzip -9, bytes. */
  readonly scripts: number
  /** Proportional memory of the page's process after the warm visit, bytes; NaN where the system does not say. */
  readonly memory: number
}

/** One cold and one warm visit. Throws when a key pressed afterwards does not land. */
export async function measurePaint(target: PaintTarget): Promise<PaintFigures> {
  const browser = await openChromium()
  try {
    await target.prepare(browser)
    const cold = await visitOnce(browser, target, true)
    const warm = await visitOnce(browser, target, false)
    return { cold: cold.editable, warm: warm.editable, coldWork: cold.work, scripts: cold.scripts, memory: warm.memory }
  } finally {
    await browser.close()
  }
}

async function visitOnce(browser: Browser, target: PaintTarget, isCold: boolean) {
  const visit = await openVisit(browser)
  try {
    const { page } = visit
    const scripts: Response[] = []
    if (isCold)
      page.on('response', (response) => response.request().resourceType() === 'script' && scripts.push(response))
    await page.goto(target.address(), { waitUntil: 'load' })
    await page.waitForFunction(() => window.probes.editableAt > 0, null, { timeout: 60_000 })
    const editable = await page.evaluate(() => window.probes.editableAt)
    const { task } = await visit.work()
    const early = [...scripts]
    await page.evaluate(() => window.probes.placeCaret())
    await page.keyboard.press('z')
    await page.waitForFunction(() => window.probes.textAtCaret().includes('z'), null, { timeout: 5000 })
    const bodies = await Promise.all(early.map((response) => response.body()))
    if (!isCold) await pause(500)
    return {
      editable,
      work: task * 1000,
      scripts: bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0),
      memory: isCold ? Number.NaN : await rendererMemory(browser, page),
    }
  } finally {
    await visit.close()
  }
}
