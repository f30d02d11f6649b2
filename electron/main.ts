/**
 * The desktop program. What must stand before Electron is ready (sandbox, scheme, place of the data, single instance) is done at the top level
 * of this file; the rest when it is. Decides nothing by itself: rules are in `security.ts`, answers in `hostRequests.ts`.
 */
import { join } from 'node:path'
import { app, BrowserWindow, ipcMain, nativeTheme, protocol, session, type WebContents } from 'electron'
import { refuse } from '../shared/base/result.ts'
import { type EventName, type Events, requestNames } from '../shared/contract.ts'
import { desktopShell } from './desktopShell.ts'
import { makeFlushes } from './flush.ts'
import { answer, desktopAnswers } from './hostRequests.ts'
import { readPageFiles } from './pageFiles.ts'
import { defaultProfile, readProfile } from './profile.ts'
import { answerPage, type PageRequest } from './protocol.ts'
import { mayAsk, mayHave, mayLoad, scheme } from './security.ts'
import { confine, openWindow } from './window.ts'

app.enableSandbox()
protocol.registerSchemesAsPrivileged([
  { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
])

const asked = readProfile(process.argv)
const profile = asked.ok ? asked.value : defaultProfile
app.setPath('userData', join(app.getPath('appData'), 'countersign', profile))

const flushes = makeFlushes<WebContents>((contents) => tell(contents, 'app:flush', undefined))
let state: 'running' | 'flushing' | 'flushed' = 'running'

if (!asked.ok) {
  console.error('--profile takes a name of lower-case letters, digits and dashes.')
  app.exit(1)
} else if (!app.requestSingleInstanceLock()) {
  // The program that runs already shows a window, see `second-instance`.
  app.quit()
} else {
  app.on('web-contents-created', (_, contents) => confine(contents))
  app.on('second-instance', showWindow)
  app.on('activate', showWindow)
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('before-quit', (event) => {
    if (state === 'flushed') return
    event.preventDefault()
    if (state === 'running') void flushAndQuit()
  })
  void app.whenReady().then(start)
}

function start(): void {
  guard(ownSession())
  const files = readPageFiles(join(import.meta.dirname, '../renderer'))
  ownSession().protocol.handle(scheme, (request) => answerPage(files, describe(request)))
  answerRequests()
  nativeTheme.on('updated', () => {
    for (const window of BrowserWindow.getAllWindows()) {
      tell(window.webContents, 'theme:changed', { dark: nativeTheme.shouldUseDarkColors })
    }
  })
  show()
}

/** Our pages have a session of their own, apart from anything that Electron opens by default. */
function ownSession(): Electron.Session {
  return session.fromPartition('persist:countersign')
}

function guard(own: Electron.Session): void {
  own.setPermissionRequestHandler((_, permission, decide, { requestingUrl }) =>
    decide(mayHave(permission, requestingUrl)),
  )
  own.setPermissionCheckHandler((_, permission, origin) => mayHave(permission, origin))
  own.setDevicePermissionHandler(() => false)
  own.setDisplayMediaRequestHandler((_, decide) => decide({}))
  own.setSpellCheckerEnabled(false)
  own.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !mayLoad(url, app.isPackaged) }))
}

function answerRequests(): void {
  const answers = desktopAnswers(
    desktopShell({ profile, openWindow: show, flushed: (contents) => flushes.done(contents) }),
  )
  for (const name of requestNames) {
    ipcMain.handle(name, (event, input: unknown) => {
      const { sender, senderFrame } = event
      const isOurs = mayAsk({
        address: senderFrame?.url,
        isTopFrame: senderFrame !== null && senderFrame.parent === null,
        isOurWindow: BrowserWindow.fromWebContents(sender) !== null,
      })
      return isOurs ? answer(answers, name, input, sender) : refuse('senderForeign')
    })
  }
}

function show(): void {
  const { webContents } = openWindow({
    session: ownSession(),
    flush: (contents) => flushes.ask(contents),
    isFlushed: () => state === 'flushed',
  })
  webContents.on('destroyed', () => flushes.done(webContents))
  webContents.on('render-process-gone', () => flushes.done(webContents))
}

function showWindow(): void {
  const window = BrowserWindow.getAllWindows()[0]
  if (window === undefined) {
    if (app.isReady()) show()
    return
  }
  if (window.isMinimized()) window.restore()
  window.focus()
}

async function flushAndQuit(): Promise<void> {
  state = 'flushing'
  await Promise.all(BrowserWindow.getAllWindows().map((window) => flushes.ask(window.webContents)))
  ownSession().flushStorageData()
  state = 'flushed'
  app.quit()
}

function tell<N extends EventName>(contents: WebContents, name: N, content: Events[N]): void {
  if (!contents.isDestroyed()) contents.send(name, content)
}

/** `initiatorOrigin` is there at run time but not in Electron's types. */
function describe(request: Request): PageRequest {
  const { initiatorOrigin } = request as Request & { readonly initiatorOrigin?: string }
  return { method: request.method, url: request.url, initiatorOrigin }
}
