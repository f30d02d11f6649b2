/** The built main process and preload against the double: what a window is made of, who is heard, what is let through, and how it ends. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { buildIfNeeded } from '../../build/build.mjs'
import { contentSecurityPolicy } from '../../electron/pageHeaders.ts'
import { type Host, requestNames } from '../../shared/contract.ts'
import type * as double from '../electronDouble.ts'

type Double = typeof double

const dist = join(import.meta.dirname, '../../dist/electron')
const argv = process.argv

beforeAll(async () => {
  await buildIfNeeded()
}, 120_000)

beforeEach(() => {
  vi.resetModules()
})

afterEach(() => {
  process.argv = argv
  vi.useRealTimers()
})

describe('before Electron is ready', () => {
  test('[HO10] the sandbox, the scheme and the place of the data stand before the single instance is asked for', async () => {
    const electron = await loadMain('--profile', 'bob')
    expect(electron.log).toEqual(['enableSandbox', 'registerSchemes', 'lock /home/eve/.config/countersign/bob'])
    expect(electron.registeredSchemes()).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ])
  })

  test('[HO10] a second instance opens nothing and ends', async () => {
    const electron = await import('../electronDouble.ts')
    electron.stage.beSecondInstance()
    await loadMain()
    await electron.stage.becomeReady()
    expect([electron.BrowserWindow.getAllWindows().length, electron.stage.hasQuit]).toEqual([0, true])
  })

  test('[HO10] a profile name that could lead out of the folder is refused', async () => {
    const electron = await loadMain('--profile', '../../root')
    expect(electron.stage.exitCode).toBe(1)
  })
})

describe('the window', () => {
  test('[HO11] a window has exactly the rights that are written down', async () => {
    const { window } = await start()
    const { session, preload, ...rights } = window.options.webPreferences ?? {}
    expect(rights).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      plugins: false,
      spellcheck: false,
    })
    expect(preload).toBe(join(dist, 'preload.cjs'))
    expect(session).toBeDefined()
    expect(window.webContents.url).toBe('app://countersign/index.html')
  })

  test('[HO12] no web contents goes anywhere or opens anything', async () => {
    const { electron, window } = await start()
    const stray = new electron.WebContentsDouble()
    for (const contents of [window.webContents, stray]) {
      for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
        const event = { defaultPrevented: false, preventDefault: () => void (event.defaultPrevented = true) }
        contents.emit(name, event, 'app://countersign/index.html')
        expect([name, event.defaultPrevented]).toEqual([name, true])
      }
      expect(contents.onOpen?.({ url: 'https://example.org' } as Electron.HandlerDetails)).toEqual({ action: 'deny' })
    }
  })

  test('[HO10] a second start brings the window to the front', async () => {
    const { electron, window } = await start()
    window.isMini = true
    electron.app.emit('second-instance')
    expect([electron.BrowserWindow.getAllWindows().length, window.isMini, window.focused]).toEqual([1, false, 1])
  })
})

describe('the bridge', () => {
  test('[HO13] main answers the names of the contract and no others', async () => {
    const { electron } = await start()
    expect(electron.channels().sort()).toEqual([...requestNames].sort())
  })

  const page = 'app://countersign/index.html'
  test.each([
    ['another origin', { url: 'https://example.org/', parent: null }],
    ['a host that begins like ours', { url: 'app://countersign.evil/index.html', parent: null }],
    ['another scheme with our name', { url: 'https://countersign/index.html', parent: null }],
    ['our name as a person', { url: 'app://countersign@evil/index.html', parent: null }],
    ['a port', { url: 'app://countersign:8080/index.html', parent: null }],
    ['a file', { url: 'file:///index.html', parent: null }],
    ['an empty page', { url: 'about:blank', parent: null }],
    ['a frame inside our page', { url: page, parent: { url: page, parent: null } }],
    ['a frame that is gone', null],
  ])('[HO14] not heard: %s', async (_, frame) => {
    const { electron, window } = await start()
    const answer = await electron.invoke(window.webContents, 'app:about', undefined, frame)
    expect(answer).toEqual({ ok: false, refusal: { code: 'senderForeign' } })
  })

  test('[HO14] not heard: web contents that are no window of ours', async () => {
    const { electron } = await start()
    const stray = new electron.WebContentsDouble()
    stray.url = page
    expect(await electron.invoke(stray, 'app:about')).toEqual({ ok: false, refusal: { code: 'senderForeign' } })
  })

  test('[HO15] the preload lends the page two functions, and nothing of Electron comes through them', async () => {
    const { electron, window } = await start()
    const { host, exposed } = loadPreload(electron, window.webContents)
    expect(exposed).toEqual(['host'])
    expect(Object.keys(host).sort()).toEqual(['on', 'request'])
    expect(await host.request('app:about')).toMatchObject({ ok: true, value: { host: 'desktop', notices: [] } })
    expect(await host.request('shell:run' as 'app:about')).toEqual({ ok: false, refusal: { code: 'requestUnknown' } })

    const heard: unknown[][] = []
    const stop = host.on('theme:changed', (...content) => heard.push(content))
    host.on('ipc:anything' as 'app:flush', (...content) => heard.push(content))
    electron.nativeTheme.shouldUseDarkColors = true
    electron.nativeTheme.emit('updated')
    window.webContents.send('ipc:anything', 'x')
    stop()
    electron.nativeTheme.emit('updated')
    expect(heard).toEqual([[{ dark: true }]])
  })

  test('[HO16] what is not understood is refused before it is answered', async () => {
    const { electron, window } = await start()
    const attempts: [string, unknown][] = [
      ['app:about', { sneaked: 'in' }],
      ['file:save', { suggestedName: '../../.bashrc', bytes: new Uint8Array() }],
      ['file:save', { suggestedName: 'a.txt', bytes: 'text' }],
      ['file:save', { suggestedName: 'a.txt', bytes: new Uint8Array(), path: '/etc/passwd' }],
      ['file:open', { extensions: ['../x'] }],
      ['link:open', { url: 7 }],
    ]
    for (const [name, input] of attempts) {
      const refusal = { ok: false, refusal: { code: 'inputNotUnderstood' } }
      expect([name, await electron.invoke(window.webContents, name, input)]).toEqual([name, refusal])
    }
  })
})

describe('permissions and network', () => {
  test('[HO17] the page may put text on the clipboard, and nothing else, and only our page', async () => {
    const { own } = await start()
    const asked = ['clipboard-sanitized-write', 'clipboard-read', 'media', 'geolocation', 'notifications', 'fileSystem']
    const granted = [...asked, 'local-network', 'loopback-network', 'constructor', '__proto__'].filter((permission) => {
      let isGranted: boolean | undefined
      const details = { requestingUrl: 'app://countersign/index.html' }
      own.onRequest?.(
        ...([null, permission, (is: boolean) => (isGranted = is), details] as unknown as RequestArguments),
      )
      const isChecked = own.onCheck?.(...([null, permission, 'app://countersign', {}] as unknown as CheckArguments))
      expect([permission, isChecked]).toEqual([permission, isGranted])
      return isGranted
    })
    expect(granted).toEqual(['clipboard-sanitized-write'])
    const write = 'clipboard-sanitized-write'
    expect(own.onCheck?.(...([null, write, 'https://evil.test', {}] as unknown as CheckArguments))).toBe(false)
    expect(own.onDevice?.({} as Electron.DevicePermissionHandlerHandlerDetails)).toBe(false)
    const streams: unknown[] = []
    own.onDisplay?.({} as Electron.DisplayMediaRequestHandlerHandlerRequest, (given) => streams.push(given))
    expect([streams, own.isSpellChecked]).toEqual([[{}], false])
  })

  test.each([
    ['app://countersign/index.html', true],
    ['app://countersign/assets/a.js', true],
    ['blob:app://countersign/0d1e', true],
    ['data:image/png;base64,AAAA', true],
    ['app://countersign.evil/', false],
    ['app://evil/', false],
    ['https://countersign/', false],
    ['https://example.org/', false],
    ['http://127.0.0.1:47821/', false],
    ['ws://example.org/', false],
    ['file:///etc/passwd', false],
    ['blob:https://example.org/0d1e', false],
    ['devtools://devtools/bundled/x.html', false],
    ['not an address', false],
  ])('[HO18] the network wall: %s -> %s', async (url, isLet) => {
    const { own } = await start()
    let cancel: boolean | undefined
    own.onBeforeRequest?.({ url } as Electron.OnBeforeRequestListenerDetails, (answer) => (cancel = answer.cancel))
    expect(cancel).toBe(!isLet)
  })
})

describe('app://countersign', () => {
  test('[HO19] the page comes with its content rules on each reply, good or bad', async () => {
    const { ask } = await start()
    for (const [path, status] of [
      ['/', 200],
      ['/index.html', 200],
      ['/missing.html', 404],
    ] as const) {
      const reply = await ask(`app://countersign${path}`)
      expect([path, reply.status, reply.headers.get('content-security-policy')]).toEqual([
        path,
        status,
        contentSecurityPolicy,
      ])
      expect(reply.headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(reply.headers.get('cross-origin-embedder-policy')).toBe('require-corp')
      expect(reply.headers.get('x-content-type-options')).toBe('nosniff')
    }
    expect((await ask('app://countersign/')).headers.get('content-type')).toBe('text/html; charset=utf-8')
  })

  test.each([
    '/../electron/main.js',
    '/..%2felectron/main.js',
    '/%2e%2e/electron/main.js',
    '/%2e%2e%2felectron%2fmain.js',
    '/..%5celectron%5cmain.js',
    '/assets/../../electron/main.js',
    '//etc/passwd',
    '/index.html%00.js',
    '/index.html/',
    '/INDEX.HTML',
    '/package.json',
    '/__proto__',
  ])('[HO19] no way out of the page: %s', async (path) => {
    const { ask } = await start()
    expect((await ask(`app://countersign${path}`)).status).toBe(404)
  })

  test('[HO19] foreign askers, foreign hosts and writing are refused', async () => {
    const { ask } = await start()
    const statuses = [
      (await ask('app://countersign/', { initiatorOrigin: 'https://evil.test' })).status,
      (await ask('app://countersign/', { initiatorOrigin: 'null' })).status,
      (await ask('app://countersign/', { initiatorOrigin: 'app://countersign' })).status,
      (await ask('app://countersign.evil/')).status,
      (await ask('app://countersign/', { method: 'POST' })).status,
    ]
    expect(statuses).toEqual([403, 403, 200, 403, 405])
  })
})

describe('links and files', () => {
  test.each([
    'http://example.org/',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'vscode://open',
    'https://',
    'https://good.org@evil.test/',
    'https://good.org\\@evil.test/',
    'https://good.org/\nx',
    ' https://good.org/',
    'HTTPS:good.org',
    'https://exämple.org/',
    'mailto:',
    `https://good.org/${'a'.repeat(3000)}`,
  ])('[HO20] a link that is refused without a question: %s', async (url) => {
    const { electron, window } = await start()
    electron.stage.answers.message = 1
    const answer = await electron.invoke(window.webContents, 'link:open', { url })
    expect(answer).toEqual({ ok: false, refusal: { code: 'linkNotAllowed' } })
    expect(electron.stage.asked).toEqual({ messages: [], opened: [] })
  })

  test('[HO20] a link leads out only after a yes to where it leads, in the language of the system', async () => {
    const { electron, window } = await start('de-AT')
    const url = 'https://docs.example.org:8443/a?b#c'
    expect(await electron.invoke(window.webContents, 'link:open', { url })).toEqual({
      ok: true,
      value: { opened: false },
    })
    expect(electron.stage.asked.opened).toEqual([])
    electron.stage.answers.message = 1
    expect(await electron.invoke(window.webContents, 'link:open', { url })).toEqual({
      ok: true,
      value: { opened: true },
    })
    expect(electron.stage.asked.opened).toEqual([url])
    expect(electron.stage.asked.messages[0]).toMatchObject({
      message: 'Dieser Link führt aus Countersign hinaus zu docs.example.org:8443. Soll er geöffnet werden?',
      cancelId: 0,
      defaultId: 0,
    })
  })

  test('[HO21] a file is written and read only where the person chose, and trouble is a refusal', async () => {
    const { electron, window } = await start()
    const folder = mkdtempSync(join(tmpdir(), 'countersign-'))
    const save = (suggestedName: string) =>
      electron.invoke(window.webContents, 'file:save', { suggestedName, bytes: new Uint8Array([1, 2, 3]) })
    const open = () => electron.invoke(window.webContents, 'file:open', { extensions: ['json'] })
    expect(await save('copy.json')).toEqual({ ok: true, value: { outcome: 'no' } })
    expect(await open()).toEqual({ ok: true, value: { outcome: 'no' } })
    electron.stage.answers.save = join(folder, 'chosen.json')
    expect(await save('copy.json')).toEqual({ ok: true, value: { outcome: 'saved', name: 'chosen.json' } })
    electron.stage.answers.open = [join(folder, 'chosen.json')]
    expect(await open()).toEqual({
      ok: true,
      value: { outcome: 'opened', name: 'chosen.json', bytes: new Uint8Array([1, 2, 3]) },
    })
    writeFileSync(join(folder, 'file'), '')
    electron.stage.answers.save = join(folder, 'file', 'inside')
    expect(await save('copy.json')).toEqual({
      ok: false,
      refusal: { code: 'fileNotWritten', facts: { name: 'inside' } },
    })
    rmSync(folder, { recursive: true })
  })
})

describe('the end', () => {
  test('[HO22] quitting waits until every page has written everything down', async () => {
    const { electron, window } = await start()
    await electron.invoke(window.webContents, 'window:new')
    const second = electron.BrowserWindow.getAllWindows()[1]
    electron.app.quit()
    expect(window.webContents.sent).toContainEqual(['app:flush', undefined])
    await electron.invoke(window.webContents, 'app:flushed')
    await turns()
    expect(electron.stage.hasQuit).toBe(false)
    if (second !== undefined) await electron.invoke(second.webContents, 'app:flushed')
    await turns()
    expect([electron.stage.hasQuit, electron.log.at(-1)]).toEqual([true, 'flushStorageData'])
  })

  test('[HO22] a page that does not answer holds the program up for five seconds, no longer', async () => {
    vi.useFakeTimers()
    const { electron } = await start()
    electron.app.quit()
    await vi.advanceTimersByTimeAsync(4900)
    expect(electron.stage.hasQuit).toBe(false)
    await vi.advanceTimersByTimeAsync(200)
    expect(electron.stage.hasQuit).toBe(true)
  })

  test('[HO22] a page whose process is gone does not hold the program up', async () => {
    const { electron, window } = await start()
    electron.app.quit()
    window.webContents.hasCrashed = true
    window.webContents.emit('render-process-gone')
    await turns()
    expect(electron.stage.hasQuit).toBe(true)
  })

  test('[HO22] closing a window waits for its page, then closes it', async () => {
    const { electron, window } = await start()
    window.close()
    expect(window.isDestroyed()).toBe(false)
    await electron.invoke(window.webContents, 'app:flushed')
    await turns()
    expect(window.isDestroyed()).toBe(true)
  })
})

type RequestArguments = Parameters<NonNullable<Parameters<Electron.Session['setPermissionRequestHandler']>[0]>>
type CheckArguments = Parameters<NonNullable<Parameters<Electron.Session['setPermissionCheckHandler']>[0]>>

async function loadMain(...words: string[]): Promise<Double> {
  process.argv = ['electron', '.', ...words]
  const electron = await import('../electronDouble.ts')
  await import(`${dist}/main.js`)
  return electron
}

/** Main has started and shows its first window. */
async function start(locale = 'en-GB') {
  const electron = await loadMain()
  electron.stage.setLocale(locale)
  await electron.stage.becomeReady()
  const window = electron.BrowserWindow.getAllWindows()[0]
  const own = electron.sessions.get('persist:countersign')
  if (window === undefined || own === undefined) throw new Error('Main showed no window.')
  const ask = async (url: string, details: { method?: string; initiatorOrigin?: string } = {}): Promise<Response> => {
    const reply = await own.pages.get('app')?.({ url, method: 'GET', ...details } as unknown as Request)
    if (reply === undefined) throw new Error('Nobody answers app://.')
    return reply
  }
  return { electron, window, own, ask }
}

/** Runs the built preload as the sandbox does: it may require `electron`, of which it sees two parts. */
function loadPreload(electron: Double, contents: InstanceType<Double['WebContentsDouble']>) {
  const worlds = new Map<string, unknown>()
  const listeners = new Map<string, Set<(event: unknown, content: unknown) => void>>()
  contents.onMessage = (channel, content) => {
    for (const listener of listeners.get(channel) ?? []) listener({ sender: 'not for the page' }, content)
  }
  const parts = {
    contextBridge: { exposeInMainWorld: (name: string, api: unknown) => void worlds.set(name, api) },
    ipcRenderer: {
      invoke: (channel: string, input: unknown) => electron.invoke(contents, channel, input),
      on: (channel: string, listener: (event: unknown, content: unknown) => void) =>
        void listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener)),
      removeListener: (channel: string, listener: (event: unknown, content: unknown) => void) =>
        void listeners.get(channel)?.delete(listener),
    },
  }
  const require = (name: string) => {
    if (name !== 'electron') throw new Error(`The sandbox has no ${name}.`)
    return parts
  }
  const code = readFileSync(join(dist, 'preload.cjs'), 'utf8')
  // oxlint-disable-next-line no-implied-eval, no-new-func -- this is how the sandbox runs it
  new Function('require', 'module', 'exports', code)(require, {}, {})
  return { host: worlds.get('host') as Host, exposed: [...worlds.keys()] }
}

async function turns(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}
