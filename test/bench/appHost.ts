/** The built app on its own browser host, for measured visits: no window of its own, a port by chance, a token put in place. */
import { join } from 'node:path'
import { loopbackAnswers } from '../../electron/hostRequests.ts'
import { readPageFiles } from '../../electron/pageFiles.ts'
import { startBrowserHost } from '../../electron/browserHost/server.ts'
import { makeSessions, secret } from '../../electron/browserHost/session.ts'
import { buildPage } from './buildPages.ts'
import { buildApp } from './buildParts.ts'
import type { Browser } from './chromium.ts'
import { fulfilPage } from './fulfilPage.ts'

export interface AppHost {
  readonly origin: string
  /** Lets every page of this browser in, and fills its databases with a review of `count` findings. Answers the review's id. */
  prepare(browser: Browser, count: number): Promise<string>
  close(): Promise<void>
}

/** The id of the finding at `index` in a filled review. */
export function findingAt(index: number): string {
  return `${index.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`
}

/** Builds the app when needed. Throws when that fails. */
export async function startApp(): Promise<AppHost> {
  await buildApp()
  const filler = await buildPage('fillReview')
  const sessions = makeSessions({ now: () => Date.now() })
  const host = await startBrowserHost({
    files: readPageFiles(join(process.cwd(), 'dist/renderer')),
    sessions,
    answers: loopbackAnswers<string>({
      about: () => ({
        version: '0',
        host: 'browser',
        profile: 'bench',
        platform: process.platform,
        language: 'en',
        notices: [],
      }),
      flushed: () => {},
      newWindow: () => Promise.resolve({ shown: true }),
    }),
    openerKey: secret(),
    port: 0,
  })
  return {
    origin: host.origin,
    async prepare(browser, count) {
      const token = sessions.swap(sessions.makeCode())
      if (token === undefined) throw new Error('the host gave no token')
      await browser.context.addInitScript(
        ([origin, value]) => {
          if (location.origin === origin) sessionStorage.setItem('countersign.token', value)
        },
        [host.origin, token] as const,
      )
      const review = `be000000-0000-4000-8000-${count.toString().padStart(12, '0')}`
      const page = await browser.context.newPage()
      const faults: string[] = []
      page.on('pageerror', (fault) => faults.push(fault.message))
      await fulfilPage(page, filler, host.origin)
      await page.goto(`${host.origin}/fillReview/?review=${review}&count=${count}`)
      try {
        await page.waitForFunction(() => window.bench?.isReady === true, null, { timeout: 120_000 })
      } catch {
        throw new Error(`the review could not be filled: ${faults.join('; ')}`)
      }
      await page.close()
      return review
    },
    close: () => host.close(),
  }
}
