/** Memory of the process that a page runs in. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { Browser } from './chromium.ts'

/** Proportional set size in bytes of the largest renderer process, with only `page` open; NaN where the system does not say. */
export async function rendererMemory(browser: Browser, page: Page): Promise<number> {
  const session = await browser.context.newCDPSession(page)
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  const whole = await browser.context.browser()?.newBrowserCDPSession()
  if (whole === undefined) return Number.NaN
  const { processInfo } = await whole.send('SystemInfo.getProcessInfo')
  await whole.detach()
  const sizes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => proportionalSize(id))
  return Math.max(...sizes)
}

function proportionalSize(process: number): number {
  try {
    const kilobytes = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${process}/smaps_rollup`, 'utf8'))?.[1]
    return Number(kilobytes) * 1024
  } catch {
    return Number.NaN
  }
}
