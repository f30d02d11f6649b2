/**
 * The whole program in a real browser, or in the desktop shell: one suite for both. Each test gets its own program, its own data and its own
 * port; nothing but this machine can be reached; a complaint of the page (console error, uncaught error, refusal by the content rules) fails the test.
 */
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type BrowserContext, chromium, expect, type Page, test as base } from '@playwright/test'
import { findRuntime } from '../../build/findRuntime.mjs'
import { freePort, nextUrl, startHost, stop } from './hostProcess.ts'
import { watchForFaults } from './testPages.ts'

export { expect }

/** The program under test. */
export interface App {
  readonly kind: 'browser' | 'desktop'
  /** The page's origin, as `http://127.0.0.1:PORT` or `app://countersign`. */
  readonly origin: string
  /** The window that is open now; another one after `restart`. */
  readonly page: Page
  readonly context: BrowserContext
  /** The browser host; in the desktop the program itself. */
  readonly host: ChildProcess
  /** One more window on the same data, opened as a second start would. Browser host only. */
  openWindow(): Promise<Page>
  /** Ends the window, by `SIGKILL` when `kill` is given, and opens it again on the same data. */
  restart(how?: { readonly kill?: boolean }): Promise<Page>
  /** Kills the browser with all its processes; only `restart` is of use afterwards. */
  killBrowser(): Promise<void>
}

interface Options {
  kind: 'browser' | 'desktop'
}

interface Fixtures {
  app: App
  /** What the page complained about so far. A test that provokes a complaint empties it: `faults.length = 0`. */
  faults: string[]
}

/** `test` with `app` and `faults`; `page` is the app's first window. */
export const test = base.extend<Options & Fixtures>({
  kind: ['browser', { option: true }],
  faults: async ({}, use) => {
    const faults: string[] = []
    await use(faults)
    expect(faults, 'the page complained').toEqual([])
  },
  app: async (
    { kind, faults, launchOptions, locale, timezoneId, viewport, colorScheme, contextOptions },
    use,
    testInfo,
  ) => {
    const folder = mkdtempSync(join(tmpdir(), 'countersign-'))
    const launch = withoutGaps({ ...launchOptions, locale, timezoneId, viewport, colorScheme, ...contextOptions })
    const made =
      kind === 'desktop'
        ? await desktop(folder, faults, (why) => testInfo.skip(true, why))
        : await browser(folder, faults, launch)
    await use(made.app)
    await made.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  page: async ({ app }, use) => {
    await use(app.page)
  },
})

interface Made {
  readonly app: App
  close(): Promise<void>
}

type Launch = NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>

/** What a test leaves open is left out, not passed on as undefined. */
function withoutGaps(options: object): Launch {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
}

async function browser(folder: string, faults: string[], launch: Launch): Promise<Made> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const first = await startHost(folder, port)
  let context = await open(first.url)

  async function open(url: string): Promise<BrowserContext> {
    const opened = await chromium.launchPersistentContext(join(folder, 'browser'), { ...launch, timeout: 30_000 })
    opened.on('request', (request) => {
      const address = new URL(request.url())
      if (/^(?:https?|wss?):$/.test(address.protocol) && address.origin !== origin)
        faults.push(`asked for ${address.href}`)
    })
    opened.on('page', (page) => watchForFaults(page, faults))
    for (const page of opened.pages()) watchForFaults(page, faults)
    await (opened.pages()[0] ?? (await opened.newPage())).goto(url)
    return opened
  }

  const app: App = {
    kind: 'browser',
    origin,
    host: first.process,
    get page() {
      const page = context.pages()[0]
      if (page === undefined) throw new Error('No window is open.')
      return page
    },
    get context() {
      return context
    },
    async openWindow() {
      const page = await context.newPage()
      await page.goto(await nextUrl(folder, port))
      return page
    },
    async killBrowser() {
      const pid = browserProcess(join(folder, 'browser'))
      const gone = new Promise<void>((resolve) => context.once('close', () => resolve()))
      process.kill(pid, 'SIGKILL')
      await gone
    },
    async restart({ kill = false } = {}) {
      if (kill) await app.killBrowser()
      else await context.close()
      context = await open(await nextUrl(folder, port))
      return app.page
    },
  }
  return {
    app,
    async close() {
      await context.close().catch(() => {})
      await stop(first.process)
    },
  }
}

async function desktop(folder: string, faults: string[], notRun: (why: string) => void): Promise<Made> {
  const runtime = findRuntime()
  if (!runtime.found) notRun(`not run: the desktop runtime (Electron) is not here: ${runtime.reason}`)
  if (process.platform === 'linux' && process.getuid?.() === 0)
    notRun('not run: the desktop runtime does not start as root with its sandbox')
  if (!runtime.found) throw new Error('Unreachable: skipped above.')
  const open = async () => {
    const program = await _electron.launch({
      executablePath: runtime.path,
      args: ['.', '--password-store=basic'],
      cwd: join(import.meta.dirname, '../..'),
      env: { ...process.env, XDG_CONFIG_HOME: folder, APPDATA: folder },
      chromiumSandbox: true,
    })
    const page = await program.firstWindow()
    watchForFaults(page, faults)
    return { program, page }
  }
  let now = await open()
  const app: App = {
    kind: 'desktop',
    origin: 'app://countersign',
    get page() {
      return now.page
    },
    get context() {
      return now.program.context()
    },
    get host() {
      return now.program.process()
    },
    openWindow: () => Promise.reject(new Error('The desktop opens windows by itself.')),
    async killBrowser() {
      const { program } = now
      const gone = once(program.process(), 'exit')
      program.process().kill('SIGKILL')
      await gone
    },
    async restart({ kill = false } = {}) {
      if (kill) await app.killBrowser()
      else await now.program.close()
      now = await open()
      return now.page
    },
  }
  return { app, close: () => now.program.close().catch(() => {}) }
}

/** The browser's main process, from the lock that it keeps in its profile folder (`HOST-PID`). */
function browserProcess(folder: string): number {
  const pid = Number(/-(\d+)$/.exec(readlinkSync(join(folder, 'SingletonLock')))?.[1])
  if (!Number.isInteger(pid)) throw new Error('The browser left no mark of its process.')
  return pid
}
