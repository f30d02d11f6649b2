/**
 * Shows the page: in Chromium, Chrome or Edge as a window of its own with its own profile folder (so no extension reads along and no history
 * keeps it), else in the default browser. Says which, and why not when neither works.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import browsers from './browsers.json' with { type: 'json' }

export type Opened =
  /** `browser` ends when its last window is closed; at once when that browser was running already. */
  | { readonly how: 'own'; readonly browser: ChildProcess }
  | { readonly how: 'shared' }
  | { readonly how: 'not'; readonly why: 'root' | 'noDisplay' | 'noBrowser' }

type Environment = Readonly<Record<string, string | undefined>>

/** `folder` holds the profile's browser data. Resolves once the browser has started. */
export async function openPage(url: string, folder: string, environment: Environment): Promise<Opened> {
  if (process.platform === 'linux') {
    // As root Chromium starts only without its sandbox, and that is never taken away from a person.
    if (process.getuid?.() === 0) return { how: 'not', why: 'root' }
    if (!environment['DISPLAY'] && !environment['WAYLAND_DISPLAY']) return { how: 'not', why: 'noDisplay' }
  }
  const path = findBrowser(environment)
  if (path !== undefined) {
    const browser = await start(path, ownWindow(url, folder))
    if (browser !== undefined) return { how: 'own', browser }
  }
  const [command, ...words] = defaultBrowser(url)
  return (await start(command, words)) === undefined ? { how: 'not', why: 'noBrowser' } : { how: 'shared' }
}

/** `CHROMIUM_PATH` goes first. */
export function findBrowser(environment: Environment): string | undefined {
  const known: Readonly<Record<string, readonly string[]>> = browsers
  const places = (known[process.platform] ?? []).map((place) =>
    place.replace(/%([^%]+)%/g, (_, name: string) => environment[name] ?? ''),
  )
  return [environment['CHROMIUM_PATH'] ?? '', ...places].find((place) => place !== '' && existsSync(place))
}

/** What the browser is started with. */
export function ownWindow(url: string, folder: string): string[] {
  return [
    `--app=${url}`,
    `--user-data-dir=${join(folder, 'browser')}`,
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-extensions',
    '--disable-sync',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-breakpad',
    '--disable-features=Translate,AutofillServerCommunication,OptimizationHints,MediaRouter',
    '--password-store=basic',
  ]
}

function defaultBrowser(url: string): [string, ...string[]] {
  if (process.platform === 'darwin') return ['/usr/bin/open', url]
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url]
  return ['xdg-open', url]
}

/** Without a shell. Undefined when there is no such program. */
function start(command: string, words: readonly string[]): Promise<ChildProcess | undefined> {
  return new Promise((resolve) => {
    const child = spawn(command, words, { stdio: 'ignore' })
    child.once('error', () => resolve(undefined))
    child.once('spawn', () => resolve(child))
  })
}
