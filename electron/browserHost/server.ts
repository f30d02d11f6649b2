/**
 * The loopback carrier of the contract: serves the page and answers its requests on 127.0.0.1, to nobody but the windows that this program opened.
 * It trusts nothing about who connects: any program or web page on this machine can reach the port.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { refuse } from '../../shared/base/result.ts'
import type { EventName, Events, LoopbackRequestName } from '../../shared/contract.ts'
import { type Answers, answer } from '../hostRequests.ts'
import type { PageFiles } from '../pageFiles.ts'
import { pageHeaders } from '../pageHeaders.ts'
import { isSameSecret, type Sessions } from './session.ts'

export const address = '127.0.0.1'
/** Bytes of one request's body. */
export const largestBody = 1024 * 1024

export interface HostNeeds {
  readonly files: PageFiles
  readonly sessions: Sessions
  readonly answers: Answers<LoopbackRequestName, string>
  /** Lets a second start by the same person ask for one more window's code. Kept where only this person can read it. */
  readonly openerKey: string
  /** 0 takes any free port; only tests do that, for a page's data belong to its port. */
  readonly port: number
}

export interface BrowserHost {
  readonly port: number
  /** `http://127.0.0.1:PORT` */
  readonly origin: string
  /** How many windows listen for events right now. */
  listening(): number
  /** The windows that listen, as `Sessions.windowOf` names them. */
  windows(): readonly string[]
  tell<N extends EventName>(window: string, name: N, content: Events[N]): void
  close(): Promise<void>
}

/** Rejects with the system's error when the port is taken (`EADDRINUSE`). */
export async function startBrowserHost(needs: HostNeeds): Promise<BrowserHost> {
  const streams = new Map<ServerResponse, string>()
  let origin = ''
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, (request, response) => {
    serve(needs, origin, streams, request, response).catch((error: unknown) => {
      if (response.headersSent) return void response.destroy()
      send(response, error instanceof BodyRefused ? error.status : 500)
    })
  })
  await listen(server, needs.port)
  const { port } = server.address() as AddressInfo
  origin = `http://${address}:${port}`
  const beat = setInterval(() => {
    for (const stream of streams.keys()) stream.write('\n')
  }, 15_000)
  return {
    port,
    origin,
    listening: () => streams.size,
    windows: () => [...new Set(streams.values())],
    tell(window, name, content) {
      for (const [stream, whose] of streams) {
        if (whose === window) stream.write(`${JSON.stringify({ name, content })}\n`)
      }
    },
    async close() {
      clearInterval(beat)
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

type Streams = Map<ServerResponse, string>

async function serve(
  needs: HostNeeds,
  origin: string,
  streams: Streams,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // A name that was made to point at this machine (DNS rebinding) still arrives under that name.
  if (`http://${request.headers.host ?? ''}` !== origin) return send(response, 421)
  if (request.method === 'GET' || request.method === 'HEAD') return servePage(needs.files, request, response)
  if (request.method !== 'POST') return send(response, 405, undefined, { allow: 'GET, HEAD, POST' })
  if (request.headers.origin !== origin) return send(response, 403)
  if (request.headers['content-type'] !== 'application/json') return send(response, 415)

  const body = await readBody(request)
  switch (request.url) {
    case '/session': {
      const token = needs.sessions.swap(textOf(body, 'code'))
      return token === undefined ? send(response, 401) : send(response, 200, { token })
    }
    case '/open': {
      if (!isSameSecret(bearerOf(request), needs.openerKey)) return send(response, 401)
      return send(response, 200, { code: needs.sessions.makeCode() })
    }
    case '/request':
    case '/events': {
      const window = needs.sessions.windowOf(bearerOf(request))
      if (window === undefined) return send(response, 401)
      if (request.url === '/events') return stream(streams, window, response)
      const { name, input } = body
      const answered = await answer(needs.answers, name, input, window)
      return send(response, 200, answered)
    }
    default:
      return send(response, 404, refuse('requestUnknown'))
  }
}

function servePage(files: PageFiles, request: IncomingMessage, response: ServerResponse): void {
  // `none`: typed or opened by a program. Other pages may neither frame, embed nor link to it.
  const from = request.headers['sec-fetch-site']
  if (from !== 'same-origin' && from !== 'none') return send(response, 403)
  // Browsers ask for it unasked.
  if (request.url === '/favicon.ico') return send(response, 204)
  const file = files.get((request.url ?? '').replace(/\?.*$/, ''))
  if (file === undefined) return send(response, 404)
  response.writeHead(200, { ...pageHeaders, 'content-type': file.type, 'content-length': file.bytes.byteLength })
  response.end(request.method === 'HEAD' ? undefined : file.bytes)
}

function stream(streams: Streams, window: string, response: ServerResponse): void {
  response.writeHead(200, { ...pageHeaders, 'content-type': 'application/x-ndjson' })
  response.write('\n')
  streams.set(response, window)
  response.on('close', () => streams.delete(response))
}

function send(response: ServerResponse, status: number, body?: object, headers: Record<string, string> = {}): void {
  // Whatever is still arriving is not waited for.
  if (status >= 400) response.setHeader('connection', 'close')
  response.writeHead(status, { ...pageHeaders, 'content-type': 'application/json', ...headers })
  response.end(body === undefined ? undefined : JSON.stringify(body))
}

class BodyRefused extends Error {
  constructor(readonly status: number) {
    super(`Body refused: ${status}`)
  }
}

async function readBody(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  if (Number(request.headers['content-length'] ?? 0) > largestBody) throw new BodyRefused(413)
  const parts: Buffer[] = []
  let length = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length
    if (length > largestBody) throw new BodyRefused(413)
    parts.push(part)
  }
  try {
    const body: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'))
    if (typeof body === 'object' && body !== null) return body as Record<string, unknown>
  } catch {
    // Not JSON.
  }
  throw new BodyRefused(400)
}

function textOf(body: Readonly<Record<string, unknown>>, key: string): string {
  const text = body[key]
  return typeof text === 'string' ? text : ''
}

function bearerOf(request: IncomingMessage): string {
  return /^Bearer ([\w-]{1,200})$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: address, port, exclusive: true }, () => {
      server.off('error', reject)
      resolve()
    })
  })
}
