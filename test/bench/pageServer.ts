/**
 * Serves the measured pages on loopback under the app's own content security policy, and keeps document states between visits.
 * Nothing is cached by the browser beyond what a new visit of the app would find: answers say `no-store`, as files of a local app do.
 */
import { createReadStream, existsSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import type { BuiltPage } from './buildPages.ts'

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lexical"

const kinds: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
}

export interface PageServer {
  readonly origin: string
  addressOf(page: BuiltPage, parameters?: Record<string, string>): string
  keepState(name: string, state: Buffer): void
  close(): void
}

export async function servePages(pages: readonly BuiltPage[]): Promise<PageServer> {
  const states = new Map<string, Buffer>()
  const server = createServer((request, response) => answer(request, response))

  function answer(request: IncomingMessage, response: ServerResponse) {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    response.setHeader('content-security-policy', policy)
    response.setHeader('cache-control', 'no-store')
    const [, first = '', ...rest] = pathname.split('/')
    if (first === 'state') {
      const state = states.get(rest.join('/'))
      response.statusCode = state === undefined ? 404 : 200
      response.setHeader('content-type', state === undefined ? 'text/plain' : 'application/octet-stream')
      // A page without a body is an error to the browser.
      response.end(state ?? 'none')
      return
    }
    const page = pages.find(({ name }) => name === first)
    if (page !== undefined && rest.join('/') === '') {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(htmlOf(page))
      return
    }
    const file = page === undefined ? '' : join(page.folder, normalize(`/${rest.join('/')}`))
    const kind = kinds[extname(file)]
    if (kind === undefined || !existsSync(file)) {
      response.statusCode = 404
      response.end()
      return
    }
    response.setHeader('content-type', kind)
    createReadStream(file).pipe(response)
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    addressOf: (page, parameters = {}) => `${origin}/${page.name}/?${new URLSearchParams(parameters)}`,
    keepState: (name, state) => states.set(name, state),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

export function htmlOf({ name, script, styles }: BuiltPage): string {
  const links = styles.map((path) => `<link rel="stylesheet" href="/${name}/${path}">`).join('')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title>${links}<script type="module" src="/${name}/${script}"></script></head><body><div id="root"></div></body></html>`
}
