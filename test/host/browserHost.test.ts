/** The built browser host, attacked over real sockets: everything that can reach its port, other than the windows that it opened. */
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildIfNeeded } from '../../build/build.mjs'
import { ownWindow } from '../../electron/browserHost/open.ts'
import { portOf, profileFolder } from '../../electron/browserHost/place.ts'
import { codeLife, makeSessions } from '../../electron/browserHost/session.ts'
import { contentSecurityPolicy } from '../../electron/pageHeaders.ts'
import { freePort, nextUrl, startHost, stop } from '../e2e/hostProcess.ts'

let folder = ''
let port = 0
let host: ChildProcess
let token = ''
let firstCode = ''

beforeAll(async () => {
  await buildIfNeeded()
  folder = mkdtempSync(join(tmpdir(), 'countersign-'))
  port = await freePort()
  const started = await startHost(folder, port)
  host = started.process
  firstCode = codeIn(started.url)
  token = await swap(firstCode)
}, 120_000)

afterAll(async () => {
  await stop(host)
  rmSync(folder, { recursive: true, force: true })
})

describe('who is let in', () => {
  test('[HO30] the address carries the code in its fragment, where no server and no log sees it', async () => {
    const url = new URL(await nextUrl(folder, port))
    expect([url.origin, url.pathname, url.search]).toEqual([origin(), '/', ''])
    expect(url.hash).toMatch(/^#code=[\w-]{43}$/)
  })

  test('[HO30] a code is good once', async () => {
    expect((await post('/session', { code: firstCode }, { authorization: undefined })).status).toBe(401)
    const code = codeIn(await nextUrl(folder, port))
    const replies = await Promise.all([post('/session', { code }), post('/session', { code })])
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 401])
  })

  test('[HO30] a code is good for a minute', () => {
    let now = 1_000
    const sessions = makeSessions({ now: () => now })
    const [early, late] = [sessions.makeCode(), sessions.makeCode()]
    now += codeLife
    expect(sessions.swap(early)).toMatch(/^[\w-]{43}$/)
    now += 1
    expect(sessions.swap(late)).toBeUndefined()
  })

  test('[HO30] each window has a token of its own, and no token but a given one is known', () => {
    const sessions = makeSessions({ now: () => 0 })
    const tokens = [sessions.swap(sessions.makeCode()) ?? '', sessions.swap(sessions.makeCode()) ?? '']
    expect(new Set(tokens.map(sessions.windowOf)).size).toBe(2)
    expect(['', 'x', `${tokens[0]}x`, tokens[0]?.slice(1) ?? ''].map(sessions.windowOf)).toEqual(
      Array(4).fill(undefined),
    )
  })

  test.each([
    ['no token', undefined],
    ['an empty one', 'Bearer '],
    ['a guess', `Bearer ${'A'.repeat(43)}`],
    ['another scheme', 'Basic QTpB'],
  ])('[HO31] other programs of this machine are refused: %s', async (_, authorization) => {
    for (const path of ['/request', '/events', '/open']) {
      expect([path, (await post(path, { name: 'app:about' }, { authorization })).status]).toEqual([path, 401])
    }
  })

  test('[HO31] a window of ours is answered, and its token does not open further windows', async () => {
    const reply = await post('/request', { name: 'app:about' })
    expect(JSON.parse(reply.body)).toMatchObject({
      ok: true,
      value: { host: 'browser', profile: 'default', notices: [] },
    })
    expect((await post('/open', {})).status).toBe(401)
    const more = JSON.parse((await post('/request', { name: 'window:new' })).body) as { value: { path: string } }
    expect(await swap(codeIn(origin() + more.value.path))).not.toBe(token)
  })

  test('[HO31] what the page answers itself, and what does not exist, is not answered here', async () => {
    for (const name of ['file:save', 'file:open', 'link:open', 'constructor', '__proto__', 'toString', 7, null]) {
      const reply = await post('/request', { name, input: { url: 'https://example.org/' } })
      expect([name, reply.body]).toEqual([name, '{"ok":false,"refusal":{"code":"requestUnknown"}}'])
    }
    expect((await post('/request', { name: 'app:about', input: { more: 1 } })).body).toContain('inputNotUnderstood')
  })

  test('[HO32] the key to further windows lies where only this person can read it', () => {
    const plate = join(folder, 'default', 'host.json')
    expect(statSync(plate).mode & 0o077).toBe(0)
    expect(statSync(join(folder, 'default')).mode & 0o077).toBe(0)
    expect(readFileSync(plate, 'utf8')).not.toContain(token)
  })
})

describe('from where', () => {
  test('[HO33] nothing listens but this machine for itself', async () => {
    const others = Object.values(networkInterfaces())
      .flat()
      .filter((one) => one !== undefined && one.family === 'IPv4' && one.address !== '127.0.0.1')
    for (const place of [...others.map((one) => one?.address ?? ''), '127.0.0.2', '::1']) {
      expect([place, await canConnect(place)]).toEqual([place, false])
    }
  })

  test.each(['evil.test', 'localhost', 'app.localhost', '127.0.0.1.evil.test', '127.0.0.1', '0.0.0.0', '[::1]'])(
    '[HO34] a name that was made to point here (DNS rebinding) gets nothing: "%s"',
    async (name) => {
      const written = name === '127.0.0.1' ? name : `${name}:${port}`
      expect((await get('/', { host: written })).status).toBe(421)
      expect((await post('/request', { name: 'app:about' }, { host: written })).status).toBe(421)
    },
  )

  test.each(['cross-site', 'same-site', undefined, 'anything'])(
    '[HO35] another page gets no file: Sec-Fetch-Site %s',
    async (site) => {
      expect((await get('/', { 'sec-fetch-site': site })).status).toBe(403)
      expect((await get('/index.html', { 'sec-fetch-site': site })).status).toBe(403)
    },
  )

  test('[HO35] another page gets no answer, whatever it knows', async () => {
    const origins = ['https://evil.test', 'null', undefined, `http://localhost:${port}`, `https://127.0.0.1:${port}`]
    for (const foreign of [
      ...origins,
      'http://127.0.0.1',
      `http://127.0.0.1:${port + 1}`,
      `${origin()}/`,
      `${origin()}.evil.test`,
    ]) {
      for (const path of ['/session', '/request', '/events', '/open']) {
        expect([foreign, path, (await post(path, { name: 'app:about' }, { origin: foreign })).status]).toEqual([
          foreign,
          path,
          403,
        ])
      }
    }
  })

  test('[HO35] a form or a plain text post is refused, and so is asking beforehand', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', undefined]) {
      expect((await post('/request', { name: 'app:about' }, { 'content-type': type })).status).toBe(415)
    }
    const preflight = await send('OPTIONS', '/request', {
      origin: 'https://evil.test',
      'access-control-request-method': 'POST',
    })
    expect(preflight.status).toBe(405)
    expect(Object.keys(preflight.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})

describe('what comes back', () => {
  test('[HO36] every reply carries the content rules, and none a cookie or a leave for others', async () => {
    const replies = [
      await get('/'),
      await get('/missing'),
      await get('/', { host: 'evil.test' }),
      await post('/request', { name: 'app:about' }),
      await post('/request', {}, { authorization: undefined }),
      await send('DELETE', '/', {}),
    ]
    for (const { headers } of replies) {
      expect(headers['content-security-policy']).toBe(contentSecurityPolicy)
      expect(headers['cross-origin-resource-policy']).toBe('same-origin')
      expect(headers['cross-origin-opener-policy']).toBe('same-origin')
      expect(headers['cross-origin-embedder-policy']).toBe('require-corp')
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['cache-control']).toBe('no-store')
      expect([headers['set-cookie'], headers['access-control-allow-origin'], headers['server']]).toEqual(
        Array(3).fill(undefined),
      )
    }
  })

  test.each([
    '/../package.json',
    '/..%2fhost%2fhost.js',
    '/%2e%2e/host/host.js',
    '/assets/../../host/host.js',
    '/..\\host\\host.js',
    '//etc/passwd',
    '/etc/passwd',
    '/index.html%00',
    '/index.html/',
    'http://127.0.0.1/index.html',
    '/__proto__',
  ])('[HO37] no way out of the page: %s', async (path) => {
    expect((await get(path)).status).toBe(404)
  })

  test('[HO37] other methods are refused', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'TRACE']) expect((await send(method, '/', {})).status).toBe(405)
  })

  test('[HO38] a body over one mebibyte is refused, announced or not', async () => {
    const large = JSON.stringify({ name: 'x'.repeat(1024 * 1024) })
    expect((await post('/request', large)).status).toBe(413)
    expect((await post('/request', large, { 'transfer-encoding': 'chunked' })).status).toBe(413)
    for (const broken of ['', '{', '"text"', '7', 'null']) expect((await post('/request', broken)).status).toBe(400)
  })
})

describe('beginning and end', () => {
  test('[HO39] a window is told before the host ends, and waited for', async () => {
    const ownFolder = mkdtempSync(join(tmpdir(), 'countersign-'))
    const ownPort = await freePort()
    const started = await startHost(ownFolder, ownPort)
    const mine = await swap(codeIn(started.url), ownPort)
    const heard = listenOnce(mine, ownPort)
    await heard.open
    const ended = once(started.process, 'exit')
    started.process.kill('SIGTERM')
    expect(await heard.line).toBe('{"name":"app:flush"}')
    expect(started.process.exitCode).toBeNull()
    await post('/request', { name: 'app:flushed' }, { authorization: `Bearer ${mine}` }, ownPort)
    expect(await ended).toEqual([0, null])
    rmSync(ownFolder, { recursive: true, force: true })
  })

  test('[HO40] a profile keeps its port and its folder, apart from all others', () => {
    const names = ['default', 'alice', 'bob', 'lab-lead']
    expect(portOf('default')).toBe(47_821)
    expect(new Set(names.map(portOf)).size).toBe(names.length)
    expect(names.map(portOf)).toEqual(names.map(portOf))
    expect(names.map((name) => profileFolder(name, { COUNTERSIGN_HOME: '/data' }))).toEqual(
      names.map((name) => join('/data', name)),
    )
    expect(ownWindow('http://127.0.0.1:1/', '/data/bob')).toContain(`--user-data-dir=${join('/data/bob', 'browser')}`)
    expect(ownWindow('http://127.0.0.1:1/', '/data/bob')).not.toContain('--no-sandbox')
  })
})

interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

type Headers = Readonly<Record<string, string | undefined>>

function origin(at = port): string {
  return `http://127.0.0.1:${at}`
}

function codeIn(url: string): string {
  return new URL(url).hash.replace('#code=', '')
}

async function swap(code: string, at = port): Promise<string> {
  const reply = await post('/session', { code }, { authorization: undefined }, at)
  return (JSON.parse(reply.body) as { token: string }).token
}

function get(path: string, headers: Headers = {}): Promise<Reply> {
  return send('GET', path, { 'sec-fetch-site': 'none', ...headers })
}

/** As a window of ours would ask; `headers` says what is different, undefined leaves one out. */
function post(path: string, body: unknown, headers: Headers = {}, at = port): Promise<Reply> {
  const own = { origin: origin(at), authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  return send('POST', path, { ...own, ...headers }, typeof body === 'string' ? body : JSON.stringify(body), at)
}

/** Exactly these headers, and the path as it is written. */
function send(method: string, path: string, headers: Headers, body = '', at = port): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const given = Object.entries({ host: `127.0.0.1:${at}`, ...headers }).filter(([, value]) => value !== undefined)
    const outgoing = request(
      { host: '127.0.0.1', port: at, method, path, headers: Object.fromEntries(given) },
      (reply) => {
        const parts: Buffer[] = []
        reply.on('data', (part: Buffer) => parts.push(part))
        const done = () =>
          resolve({
            status: reply.statusCode ?? 0,
            headers: reply.headers,
            body: Buffer.concat(parts).toString('utf8'),
          })
        reply.on('end', done)
        // The host may hang up on a body that it does not want.
        reply.on('error', done)
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

function listenOnce(bearer: string, at: number) {
  let opened = () => {}
  const open = new Promise<void>((resolve) => (opened = resolve))
  const line = new Promise<string>((resolve, reject) => {
    const headers = { origin: origin(at), authorization: `Bearer ${bearer}`, 'content-type': 'application/json' }
    const outgoing = request({ host: '127.0.0.1', port: at, method: 'POST', path: '/events', headers }, (reply) => {
      let text = ''
      reply.on('data', (part: Buffer) => {
        opened()
        text += part.toString('utf8')
        const found = text.split('\n').find((each) => each !== '')
        if (found !== undefined) resolve(found)
      })
      reply.on('error', reject)
    })
    outgoing.on('error', reject)
    outgoing.end('{}')
  })
  return { open, line }
}

function canConnect(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port, timeout: 2000 })
    const end = (is: boolean) => {
      socket.destroy()
      resolve(is)
    }
    socket.on('connect', () => end(true))
    socket.on('error', () => end(false))
    socket.on('timeout', () => end(false))
  })
}
