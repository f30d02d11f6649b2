/**
 * The program for where the desktop runtime is missing: serves the page on 127.0.0.1 and shows it in a browser. Ends when its own browser's last
 * window is closed, or when it is told to; before that it asks the pages to write everything down.
 */
import type { ChildProcess } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { About, Notice } from '../../shared/contract.ts'
import { makeFlushes } from '../flush.ts'
import { loopbackAnswers } from '../hostRequests.ts'
import { readPageFiles } from '../pageFiles.ts'
import { readProfile } from '../profile.ts'
import { askRunningHost, removeDoorplate, writeDoorplate } from './doorplate.ts'
import { type Opened, openPage } from './open.ts'
import { portOf, profileFolder } from './place.ts'
import { type BrowserHost, startBrowserHost } from './server.ts'
import { makeSessions, secret } from './session.ts'

declare const __VERSION__: string

interface Wishes {
  readonly profile: string
  readonly port: number
  readonly shallOpen: boolean
  readonly notices: readonly Notice[]
}

async function run({ profile, port, shallOpen, notices }: Wishes): Promise<void> {
  const folder = profileFolder(profile, process.env)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const sessions = makeSessions({ now: () => Date.now() })
  const openerKey = secret()
  const shown: Notice[] = [...notices]
  const flushes = makeFlushes<string>((window) => host?.tell(window, 'app:flush', undefined), 2000)
  let hasOwnBrowser = false
  let host: BrowserHost | undefined

  const about = (): About => ({
    version: __VERSION__,
    host: 'browser',
    profile,
    platform: process.platform,
    language: Intl.DateTimeFormat().resolvedOptions().locale,
    notices: shown,
  })
  const answers = loopbackAnswers<string>({
    about,
    flushed: (window) => flushes.done(window),
    async newWindow() {
      const path = `/#code=${sessions.makeCode()}`
      if (!hasOwnBrowser || host === undefined) return { shown: false, path }
      return (await openPage(host.origin + path, folder, process.env)).how === 'own'
        ? { shown: true }
        : { shown: false, path }
    },
  })

  const files = readPageFiles(join(import.meta.dirname, '../renderer'))
  try {
    host = await startBrowserHost({ files, sessions, answers, openerKey, port })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    return await joinRunningHost({ profile, port, shallOpen, notices }, folder)
  }

  writeDoorplate(folder, { port, openerKey })
  const opened = await show(`${host.origin}/#code=${sessions.makeCode()}`, folder, shallOpen)
  hasOwnBrowser = opened?.how === 'own'
  if (opened?.how === 'shared') shown.push('sharedBrowser')

  const running = host
  const browser = opened?.how === 'own' ? opened.browser : undefined
  const end = once(async () => {
    await Promise.all(running.windows().map((window) => flushes.ask(window)))
    browser?.kill()
    removeDoorplate(folder)
    await running.close()
    process.exit(0)
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
  if (browser !== undefined) endWithBrowser(browser, running, end)
}

/** Somebody listens at our port already. If it is this profile's own host, one more window is opened there. */
async function joinRunningHost({ profile, port, shallOpen }: Wishes, folder: string): Promise<void> {
  const code = await askRunningHost(folder, port)
  if (code === undefined) {
    console.error(
      `Another program uses port ${port} on this machine, so Countersign cannot start there. Close that program, or start with ` +
        `"npm start -- --port N" and another number. What you wrote is kept per port: it is found again under ${port}.`,
    )
    process.exitCode = 1
    return
  }
  console.log(`Countersign (profile "${profile}") is running already; this opens one more window.`)
  await show(`http://127.0.0.1:${port}/#code=${code}`, folder, shallOpen)
}

async function show(url: string, folder: string, shallOpen: boolean): Promise<Opened | undefined> {
  const opened = shallOpen ? await openPage(url, folder, process.env) : undefined
  if (opened?.how === 'own') {
    console.log('Countersign is open in a window of its own. Close that window to end it.')
    return opened
  }
  if (opened?.how === 'shared') {
    console.log(
      'Countersign is open in your default browser. Its extensions and its history can see the page; install Chromium, Chrome or Edge to get ' +
        'a window of its own. End it here with Ctrl+C.',
    )
    return opened
  }
  if (opened !== undefined) console.log(reasons[opened.why])
  console.log(`Open this address in Chromium, Chrome or Edge; it works once, within 60 seconds:\n${url}`)
  return opened
}

const reasons = {
  root:
    'No window was opened: this was started as root, and a browser refuses to run its protective sandbox as root. Start it as an ordinary ' +
    'person of this machine.',
  noDisplay: 'No window was opened: there is no display here.',
  noBrowser: 'No window was opened: no browser was found.',
} as const

/** A browser that was running already takes the window over and its new process ends at once: then the windows themselves are watched. */
function endWithBrowser(browser: ChildProcess, host: BrowserHost, end: () => void): void {
  const begun = Date.now()
  browser.once('exit', () => {
    const patience = Date.now() - begun < 5000 ? 15_000 : 1000
    let lastSeen = Date.now()
    setInterval(() => {
      if (host.listening() > 0) lastSeen = Date.now()
      else if (Date.now() - lastSeen >= patience) end()
    }, 250)
  })
}

function once(act: () => Promise<void>): () => void {
  let isDone = false
  return () => {
    if (isDone) return
    isDone = true
    void act()
  }
}

function readWishes(words: readonly string[]): Wishes {
  const profile = readProfile(words)
  if (!profile.ok) return stop('--profile takes a name of lower-case letters, digits and dashes, 31 at most.')
  const named = valueOf(words, '--port')
  const port = named === undefined ? portOf(profile.value) : Number(named)
  if (!Number.isInteger(port) || port < 1024 || port > 65_535) return stop('--port takes a number from 1024 to 65535.')
  const notices = (valueOf(words, '--notices') ?? '')
    .split(',')
    .filter((word): word is Notice => Object.hasOwn(knownNotices, word))
  return { profile: profile.value, port, shallOpen: !words.includes('--no-open'), notices }
}

const knownNotices: Readonly<Record<Notice, true>> = {
  runtimeMissing: true,
  runtimeCannotStart: true,
  sharedBrowser: true,
}

function valueOf(words: readonly string[], name: string): string | undefined {
  const at = words.findIndex((word) => word === name || word.startsWith(`${name}=`))
  if (at === -1) return undefined
  const word = words[at] ?? ''
  return word.includes('=') ? word.slice(word.indexOf('=') + 1) : (words[at + 1] ?? '')
}

function stop(message: string): never {
  console.error(message)
  process.exit(1)
}

await run(readWishes(process.argv.slice(2)))
