/**
 * Makes the windows: closed to everything but our own page. A window is closed in two steps, so that the page can write down what it holds.
 */
import { join } from 'node:path'
import { BrowserWindow, nativeTheme, type Session, type WebContents, type WebPreferences } from 'electron'
import { pageAddress } from './security.ts'

/** Written out in full, defaults included: a default of today is not a promise for tomorrow. */
export const webPreferences = {
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
  // The system's or the browser's checker would fetch dictionaries from a public server.
  spellcheck: false,
} as const satisfies WebPreferences

export interface WindowNeeds {
  readonly session: Session
  /** Resolves when the page has written everything down. */
  flush(contents: WebContents): Promise<void>
  /** The whole program has flushed already and is quitting: then closing waits for nothing, for that would stop the quitting. */
  isFlushed(): boolean
}

export function openWindow({ session, flush, isFlushed }: WindowNeeds): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 860,
    minWidth: 480,
    minHeight: 400,
    show: false,
    autoHideMenuBar: true,
    // The page's own ground, so that opening does not flash.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181d' : '#ffffff',
    webPreferences: { ...webPreferences, session, preload: join(import.meta.dirname, 'preload.cjs') },
  })
  let mayClose = false
  window.on('close', (event) => {
    if (mayClose || isFlushed() || window.webContents.isCrashed()) return
    event.preventDefault()
    void flush(window.webContents).then(() => {
      mayClose = true
      if (!window.isDestroyed()) window.close()
    })
  })
  // Windows ends sessions without asking the program to quit.
  window.on('query-session-end', () => void flush(window.webContents))
  window.once('ready-to-show', () => window.show())
  void window.loadURL(pageAddress)
  return window
}

/** Every web contents there is, also ones that we did not mean to make: it goes nowhere and opens nothing. */
export function confine(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
