/** A Chromium with a profile of its own on disk that a test may end as a power cut would, and start again. */
import { mkdtempSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from '@playwright/test'
import { launchOptions } from '../../build/playwright.config.mjs'

export interface OwnBrowser {
  /** Where Chromium keeps the profile. */
  readonly profile: string
  /** A page at `url`, in a browser that is started if none runs. */
  open(url: string): Promise<Page>
  /** Ends the browser at once, with everything it had not finished. */
  kill(): Promise<void>
  /** Ends it in order. */
  quit(): Promise<void>
  /** Quits and removes the profile. */
  remove(): Promise<void>
}

export function makeOwnBrowser(): OwnBrowser {
  const profile = mkdtempSync(join(tmpdir(), 'countersign-test-'))
  let context: BrowserContext | undefined

  async function quit(): Promise<void> {
    await context?.close()
    context = undefined
  }

  return {
    profile,
    quit,
    async open(url) {
      const isFirst = context === undefined
      context ??= await chromium.launchPersistentContext(profile, { ...launchOptions, timeout: 30_000 })
      const [blank] = context.pages()
      const page = isFirst && blank !== undefined ? blank : await context.newPage()
      await page.goto(url)
      return page
    },
    async kill() {
      const running = context
      if (running === undefined) return
      context = undefined
      // Chromium names its own process there, as `machine-4711`.
      const pid = Number(readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1))
      const gone = new Promise<void>((resolve) => running.once('close', () => resolve()))
      process.kill(pid, 'SIGKILL')
      await gone
    },
    async remove() {
      await quit()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
