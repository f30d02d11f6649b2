/** What the desktop can do for the page: dialogs, files that the person picked, links after a question. */
import { readFile, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { app, BrowserWindow, dialog, shell, type WebContents } from 'electron'
import { accept, refuse, type Result } from '../shared/base/result.ts'
import { type FileKinds, type FileToSave, largestFile, type OpenedFile, type SavedFile } from '../shared/contract.ts'
import type { DesktopShell } from './hostRequests.ts'
import { readOutsideLink } from './security.ts'
import { wordsFor } from './words.ts'

export interface Program {
  readonly profile: string
  openWindow(): void
  flushed(contents: WebContents): void
}

export function desktopShell(program: Program): DesktopShell<WebContents> {
  return {
    about: () => ({
      version: app.getVersion(),
      host: 'desktop',
      profile: program.profile,
      platform: process.platform,
      language: app.getLocale(),
      notices: [],
    }),
    flushed: (contents) => program.flushed(contents),
    newWindow: () => {
      program.openWindow()
      return Promise.resolve({ shown: true })
    },
    saveFile,
    openFile,
    openLink,
  }
}

async function saveFile(contents: WebContents, { suggestedName, bytes }: FileToSave): Promise<Result<SavedFile>> {
  const { canceled, filePath } = await dialog.showSaveDialog(windowOf(contents), {
    defaultPath: join(app.getPath('documents'), suggestedName),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
  if (canceled || filePath === '') return accept({ outcome: 'no' })
  try {
    await writeFile(filePath, bytes)
  } catch {
    return refuse('fileNotWritten', { name: basename(filePath) })
  }
  return accept({ outcome: 'saved', name: basename(filePath) })
}

async function openFile(contents: WebContents, { extensions }: FileKinds): Promise<Result<OpenedFile>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(windowOf(contents), {
    properties: ['openFile'],
    ...(extensions.length === 0 ? {} : { filters: [{ name: extensions.join(', '), extensions: [...extensions] }] }),
  })
  const path = filePaths[0]
  if (canceled || path === undefined) return accept({ outcome: 'no' })
  try {
    if ((await stat(path)).size > largestFile) return refuse('fileTooLarge', { name: basename(path) })
    return accept({ outcome: 'opened', name: basename(path), bytes: new Uint8Array(await readFile(path)) })
  } catch {
    return refuse('fileNotRead', { name: basename(path) })
  }
}

/** The only place that hands anything to the system's browser or mail program. */
async function openLink(contents: WebContents, url: string): Promise<Result<{ opened: boolean }>> {
  const link = readOutsideLink(url)
  if (!link.ok) return link
  const words = wordsFor(app.getLocale())
  const { response } = await dialog.showMessageBox(windowOf(contents), {
    type: 'question',
    title: words.leaveTitle,
    message: words.leaveQuestion.replace('{where}', () => link.value.where),
    buttons: [words.stay, words.leave],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  if (response !== 1) return accept({ opened: false })
  await shell.openExternal(link.value.url)
  return accept({ opened: true })
}

function windowOf(contents: WebContents): BrowserWindow {
  const window = BrowserWindow.fromWebContents(contents)
  if (window === null) throw new Error('A request came from a window that is gone.')
  return window
}
