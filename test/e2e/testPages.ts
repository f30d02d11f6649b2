/**
 * Serves the built pages of `test/pages/` to real Chromium, under the same headers as the product's own page.
 * `test/pages/NAME.ts` (or `.tsx`, or `.html`) is reached as `/NAME.html`; each test gets its own port, so its own empty storage.
 */
import { createServer, type Server } from 'node:http'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { pageHeaders } from '../../electron/pageHeaders.ts'
import { collectPageFiles, type PageFile } from '../../electron/pageFiles.ts'

export { expect }

/** The built pages, on a port of their own. */
export interface TestPages {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string
  /** The address of `test/pages/NAME`. */
  url(name: string): string
  close(): Promise<void>
}

/** Complaints of the page (console errors, uncaught errors, refusals by the content rules); empty means all is well. */
export function watchForFaults(page: Page, faults: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`error: ${error.stack ?? error.message}`))
}

/** Starts a server for the built pages. Close it when done. `port` 0 takes any free one. */
export async function serveTestPages(port = 0): Promise<TestPages> {
  const files = readTestPages()
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const file = files.get(pathname)
    const status = pathname === '/favicon.ico' ? 204 : 404
    response.writeHead(file === undefined ? status : 200, {
      ...pageHeaders,
      'content-type': file?.type ?? 'text/plain',
    })
    response.end(file?.bytes)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { origin, url: (name) => `${origin}/${name}.html`, close: () => close(server) }
}

interface TestPageFixtures {
  pages: TestPages
  /** Opens `test/pages/NAME` in the test's page and hands it back. */
  openTestPage: (name: string) => Promise<Page>
  /** What the page complained about so far. A test that provokes a complaint empties it: `faults.length = 0`. */
  faults: string[]
}

/** `test` with `openTestPage`, `pages` and `faults`. Fails at its end when the page complained. */
export const test = base.extend<TestPageFixtures>({
  pages: async ({}, use) => {
    const pages = await serveTestPages()
    await use(pages)
    await pages.close()
  },
  faults: async ({}, use) => {
    const faults: string[] = []
    await use(faults)
    expect(faults, 'the page complained').toEqual([])
  },
  openTestPage: async ({ page, pages, faults }, use) => {
    watchForFaults(page, faults)
    await use(async (name) => {
      await page.goto(pages.url(name))
      return page
    })
  },
})

interface Chunk {
  readonly file: string
  readonly src?: string
  readonly isEntry?: boolean
  readonly css?: readonly string[]
  readonly imports?: readonly string[]
}

function readTestPages(): Map<string, PageFile> {
  const folder = join(import.meta.dirname, '../../dist/test-pages')
  const files = collectPageFiles(folder)
  const chunks = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, Chunk>
  for (const chunk of Object.values(chunks)) {
    const name = /^([^/]+)\.tsx?$/.exec(chunk.src ?? '')?.[1]
    if (chunk.isEntry !== true || name === undefined) continue
    const sheets = cssOf(chunk, chunks).map((path) => `<link rel="stylesheet" href="/${path}">`)
    const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title>${sheets.join('')}</head><body><div id="root"></div><script type="module" src="/${chunk.file}"></script></body></html>`
    files.set(`/${name}.html`, { bytes: new TextEncoder().encode(html), type: 'text/html; charset=utf-8' })
  }
  return files
}

function cssOf(chunk: Chunk, chunks: Record<string, Chunk>): string[] {
  const inner = (chunk.imports ?? []).flatMap((key) => {
    const imported = chunks[key]
    return imported === undefined ? [] : cssOf(imported, chunks)
  })
  return [...new Set([...inner, ...(chunk.css ?? [])])]
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
