/**
 * Stands in for `electron` where the runtime is missing: the built main process runs against it in plain Node. Held to `electron.d.ts` by the
 * types (a member that Electron does not have, or that answers otherwise, does not compile) and to Electron's own rules of order: what must come
 * before ready throws after it, and the reverse. Messages are cloned as they are between processes.
 */
import { EventEmitter } from 'node:events'

/** The members of an Electron class without its event methods, whose overloads no double can match. */
type Members<T, K extends keyof Omit<T, keyof NodeJS.EventEmitter>> = Pick<Omit<T, keyof NodeJS.EventEmitter>, K>

/** What main did, in its order. */
export const log: string[] = []

let isReady = false
let isFirst = true
let locale = 'en-GB'
let readyNow = (): void => {}
const ready = new Promise<void>((resolve) => {
  readyNow = resolve
})

/** How the test sets the stage and moves it. */
export const stage = {
  setLocale: (to: string) => {
    locale = to
  },
  /** Another instance holds the lock already. */
  beSecondInstance: () => {
    isFirst = false
  },
  /** Electron has started; resolves when main has done what it does then. */
  async becomeReady() {
    isReady = true
    readyNow()
    await ready
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
  },
  /** What the next dialogs answer. */
  answers: { message: 0, save: '', open: [] as string[] },
  asked: { messages: [] as Electron.MessageBoxOptions[], opened: [] as string[] },
  hasQuit: false,
  exitCode: undefined as number | undefined,
}

class PreventableEvent {
  defaultPrevented = false
  preventDefault(): void {
    this.defaultPrevented = true
  }
}

function mustBeReady(what: string): void {
  if (!isReady) throw new Error(`${what} before the app is ready`)
}

function mustNotBeReady(what: string): void {
  if (isReady) throw new Error(`${what} after the app is ready`)
}

type AppMembers =
  | 'enableSandbox'
  | 'exit'
  | 'getLocale'
  | 'getPath'
  | 'getVersion'
  | 'isPackaged'
  | 'isReady'
  | 'quit'
  | 'requestSingleInstanceLock'
  | 'setPath'
  | 'whenReady'

class AppDouble extends EventEmitter implements Members<Electron.App, AppMembers> {
  readonly isPackaged = true
  readonly #paths = new Map<string, string>([
    ['appData', '/home/eve/.config'],
    ['documents', '/home/eve/Documents'],
  ])

  enableSandbox(): void {
    mustNotBeReady('enableSandbox')
    log.push('enableSandbox')
  }
  exit(code = 0): void {
    stage.exitCode = code
  }
  getLocale(): string {
    mustBeReady('getLocale')
    return locale
  }
  getPath(name: Parameters<Electron.App['getPath']>[0]): string {
    const path = this.#paths.get(name)
    if (path === undefined) throw new Error(`no path for ${name}`)
    return path
  }
  getVersion(): string {
    return '0.0.0-test'
  }
  isReady(): boolean {
    return isReady
  }
  quit(): void {
    const event = new PreventableEvent()
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    for (const window of BrowserWindow.getAllWindows()) window.close()
    if (BrowserWindow.getAllWindows().length === 0) stage.hasQuit = true
  }
  requestSingleInstanceLock(): boolean {
    log.push(`lock ${this.getPath('userData')}`)
    return isFirst
  }
  setPath(name: string, path: string): void {
    this.#paths.set(name, path)
  }
  whenReady(): Promise<void> {
    return ready
  }
}

export const app = new AppDouble()

let schemes: Electron.CustomScheme[] | undefined
/** What main registered. */
export const registeredSchemes = () => schemes

export const protocol = {
  registerSchemesAsPrivileged(customSchemes: Electron.CustomScheme[]): void {
    mustNotBeReady('registerSchemesAsPrivileged')
    if (schemes !== undefined) throw new Error('registerSchemesAsPrivileged a second time')
    schemes = customSchemes
    log.push('registerSchemes')
  },
} satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged'>

type PageHandler = Parameters<Electron.Protocol['handle']>[1]
type SessionMembers =
  | 'flushStorageData'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setPermissionRequestHandler'
  | 'setSpellCheckerEnabled'

export class SessionDouble implements Members<Electron.Session, SessionMembers> {
  readonly pages = new Map<string, PageHandler>()
  onRequest: Parameters<Electron.Session['setPermissionRequestHandler']>[0] = null
  onCheck: Parameters<Electron.Session['setPermissionCheckHandler']>[0] = null
  onDevice: Parameters<Electron.Session['setDevicePermissionHandler']>[0] = null
  onDisplay: Parameters<Electron.Session['setDisplayMediaRequestHandler']>[0] = null
  onBeforeRequest: Parameters<Electron.WebRequest['onBeforeRequest']>[0] | null = null
  isSpellChecked = true

  readonly protocol = {
    handle: (scheme: string, handler: PageHandler): void => {
      if (this.pages.has(scheme)) throw new Error(`a second handler for ${scheme}`)
      if (schemes?.some((known) => known.scheme === scheme) !== true) throw new Error(`${scheme} was not registered`)
      this.pages.set(scheme, handler)
    },
  } satisfies Pick<Electron.Protocol, 'handle'>

  readonly webRequest = {
    onBeforeRequest: (listener: typeof this.onBeforeRequest): void => {
      this.onBeforeRequest = listener
    },
  }

  setPermissionRequestHandler(handler: typeof this.onRequest): void {
    this.onRequest = handler
  }
  setPermissionCheckHandler(handler: typeof this.onCheck): void {
    this.onCheck = handler
  }
  setDevicePermissionHandler(handler: typeof this.onDevice): void {
    this.onDevice = handler
  }
  setDisplayMediaRequestHandler(handler: typeof this.onDisplay): void {
    this.onDisplay = handler
  }
  setSpellCheckerEnabled(enable: boolean): void {
    this.isSpellChecked = enable
  }
  flushStorageData(): void {
    log.push('flushStorageData')
  }
}

export const sessions = new Map<string, SessionDouble>()

export const session = {
  fromPartition(partition: string): SessionDouble {
    mustBeReady('fromPartition')
    const known = sessions.get(partition) ?? new SessionDouble()
    sessions.set(partition, known)
    return known
  },
}

/** The frame that a message says it comes from. */
export interface FrameDouble {
  readonly url: string
  readonly parent: FrameDouble | null
}

type IpcHandler = (event: { sender: WebContentsDouble; senderFrame: FrameDouble | null }, ...args: unknown[]) => unknown

const handlers = new Map<string, IpcHandler>()
/** Channels that main answers. */
export const channels = () => [...handlers.keys()]

export const ipcMain = {
  handle(channel: string, handler: IpcHandler): void {
    if (handlers.has(channel)) throw new Error(`a second handler for ${channel}`)
    handlers.set(channel, handler)
  },
}

/** A message as the renderer process would send it: cloned both ways. */
export async function invoke(
  sender: WebContentsDouble,
  channel: string,
  input?: unknown,
  senderFrame: FrameDouble | null = { url: sender.url, parent: null },
): Promise<unknown> {
  const handler = handlers.get(channel)
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
  return structuredClone(await handler({ sender, senderFrame }, structuredClone(input)))
}

type ContentsMembers = 'isCrashed' | 'isDestroyed' | 'send' | 'setWindowOpenHandler'

export class WebContentsDouble extends EventEmitter implements Members<Electron.WebContents, ContentsMembers> {
  url = ''
  isGone = false
  hasCrashed = false
  readonly sent: [channel: string, content: unknown][] = []
  /** The page's end of the line. */
  onMessage: (channel: string, content: unknown) => void = () => {}
  onOpen: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | undefined

  constructor() {
    super()
    app.emit('web-contents-created', {}, this)
  }
  isCrashed(): boolean {
    return this.hasCrashed
  }
  isDestroyed(): boolean {
    return this.isGone
  }
  send(channel: string, ...args: unknown[]): void {
    if (this.isGone) throw new Error('Object has been destroyed')
    const content: unknown = structuredClone(args[0])
    this.sent.push([channel, content])
    this.onMessage(channel, content)
  }
  setWindowOpenHandler(handler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0]): void {
    this.onOpen = handler
  }
}

type WindowMembers = 'close' | 'focus' | 'isDestroyed' | 'isMinimized' | 'loadURL' | 'restore' | 'show'

export class BrowserWindow extends EventEmitter implements Members<Electron.BrowserWindow, WindowMembers> {
  static readonly #all: BrowserWindow[] = []
  readonly webContents = new WebContentsDouble()
  readonly options: Electron.BrowserWindowConstructorOptions
  isMini = false
  focused = 0

  static getAllWindows(): BrowserWindow[] {
    return [...BrowserWindow.#all]
  }
  static fromWebContents(contents: WebContentsDouble): BrowserWindow | null {
    return BrowserWindow.#all.find((window) => window.webContents === contents) ?? null
  }

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super()
    mustBeReady('BrowserWindow')
    this.options = options
    BrowserWindow.#all.push(this)
  }
  close(): void {
    const event = new PreventableEvent()
    this.emit('close', event)
    if (event.defaultPrevented) return
    BrowserWindow.#all.splice(BrowserWindow.#all.indexOf(this), 1)
    this.webContents.isGone = true
    this.webContents.emit('destroyed')
    this.emit('closed')
    if (BrowserWindow.#all.length === 0) app.emit('window-all-closed')
  }
  focus(): void {
    this.focused += 1
  }
  isDestroyed(): boolean {
    return !BrowserWindow.#all.includes(this)
  }
  isMinimized(): boolean {
    return this.isMini
  }
  loadURL(url: string): Promise<void> {
    this.webContents.url = url
    return Promise.resolve()
  }
  restore(): void {
    this.isMini = false
  }
  show(): void {}
}

class NativeThemeDouble extends EventEmitter implements Members<Electron.NativeTheme, 'shouldUseDarkColors'> {
  shouldUseDarkColors = false
}

export const nativeTheme = new NativeThemeDouble()

export const dialog = {
  showMessageBox(_: BrowserWindow, options: Electron.MessageBoxOptions): Promise<Electron.MessageBoxReturnValue> {
    stage.asked.messages.push(options)
    return Promise.resolve({ response: stage.answers.message, checkboxChecked: false })
  },
  showSaveDialog(_: BrowserWindow, __: Electron.SaveDialogOptions): Promise<Electron.SaveDialogReturnValue> {
    return Promise.resolve({ canceled: stage.answers.save === '', filePath: stage.answers.save })
  },
  showOpenDialog(_: BrowserWindow, __: Electron.OpenDialogOptions): Promise<Electron.OpenDialogReturnValue> {
    return Promise.resolve({ canceled: stage.answers.open.length === 0, filePaths: stage.answers.open })
  },
}

export const shell = {
  openExternal(url: string): Promise<void> {
    stage.asked.opened.push(url)
    return Promise.resolve()
  },
} satisfies Pick<Electron.Shell, 'openExternal'>
