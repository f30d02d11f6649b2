/** `npm start` as a person meets it: what it says, and that it leads to a running program or to a way out. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildIfNeeded } from '../../build/build.mjs'
import { findChromium } from '../../build/findChromium.mjs'
import { findRuntime, reasonOf } from '../../build/findRuntime.mjs'
import { readPackage } from '../../build/project.mjs'
import { findNpm, nodeRefusal } from '../../build/setup.mjs'
import { freePort, stop } from '../e2e/hostProcess.ts'

let folder = ''
const running: ChildProcess[] = []

beforeAll(async () => {
  await buildIfNeeded()
}, 120_000)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-'))
})

afterEach(async () => {
  await Promise.all(running.splice(0).map(stop))
  rmSync(folder, { recursive: true, force: true })
})

describe('npm start', () => {
  test('[HO41] prints an address that works, with nothing to install and nothing to build the second time', async () => {
    const port = await freePort()
    const { output } = await start(['--no-open', '--port', String(port)])
    const url = new URL(/^http:.*$/m.exec(output)?.[0] ?? '')
    expect([url.hostname, url.port, url.hash.length]).toEqual(['127.0.0.1', String(port), 49])
    expect(output).not.toMatch(/Installing|Building/)
    // Where the desktop runtime is missing it says so, once, and how to get it, on premises too.
    const told = output.match(/npm run runtime[\s\S]*ELECTRON_MIRROR/g) ?? []
    expect(told).toHaveLength(findRuntime().found ? 0 : 1)
  })

  test('[HO41] a second start of the same profile opens one more window on the first', async () => {
    const words = ['--no-open', '--port', String(await freePort())]
    const first = await start(words)
    const second = await start(words)
    expect(second.output).toContain('is running already')
    expect(await second.end()).toBe(0)
    expect(first.process.exitCode).toBeNull()
    expect(/^http:.*$/m.exec(second.output)?.[0]).not.toBe(/^http:.*$/m.exec(first.output)?.[0])
  })

  test('[HO42] a port that another program uses is named, with the way out', async () => {
    const port = await freePort()
    const other = createServer((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n'))
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve))
    const { output, end } = await start(['--no-open', '--port', String(port)])
    expect(await end()).toBe(1)
    expect(output).toContain(`Another program uses port ${port}`)
    expect(output).toContain('npm start -- --port N')
    other.close()
  })

  test('[HO42] two profiles run side by side', async () => {
    const name = String(process.pid)
    const first = await start(['--no-open', '--profile', `a${name}`])
    const second = await start(['--no-open', '--profile', `b${name}`])
    const ports = [first, second].map(({ output }) => new URL(/^http:.*$/m.exec(output)?.[0] ?? '').port)
    expect(new Set(ports).size).toBe(2)
  })

  test.each([
    [['--profil', 'bob'], 'There is no --profil.'],
    [['--no-open', '--profile', '../x'], '--profile takes a name'],
    [['--no-open', '--port', 'x'], '--port takes a number'],
    [['--no-open', '--port', '80'], '--port takes a number'],
  ])('[HO42] a wrong word is named: %s', async (words, message) => {
    const { output, end } = await start(words)
    expect(await end()).toBe(1)
    expect(output).toContain(message)
  })

  test.runIf(process.platform === 'linux')(
    '[HO43] without the runtime it says what, why, what differs and how to get it',
    async () => {
      const environment = { ELECTRON_OVERRIDE_DIST_PATH: folder, DISPLAY: '', WAYLAND_DISPLAY: '' }
      const profile = `c${process.pid}`
      const { output } = await start(['--profile', profile], environment)
      for (const word of [
        'The desktop runtime (Electron',
        'there is no electron in',
        'npm run runtime',
        'ELECTRON_MIRROR',
        'what differs',
      ]) {
        expect(output).toContain(word)
      }
      expect(output).toMatch(/No window was opened: .*(root|no display)/)
      expect(output).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#code=/m)
      expect(output).not.toContain('--no-sandbox')
    },
  )
})

describe('finding things', () => {
  test('[HO44] Node below 20.19 is refused in one sentence', () => {
    expect(['20.19.0', '20.20.2', '22.0.0', '24.1.0'].map(nodeRefusal)).toEqual(['', '', '', ''])
    expect(nodeRefusal('20.18.3')).toContain('needs Node 20.19 or newer; this is Node 20.18.3')
    expect(nodeRefusal('18.20.0')).not.toBe('')
  })

  test('[HO44] npm and a Chromium are found without help', () => {
    const named = process.env['npm_execpath']
    delete process.env['npm_execpath']
    expect(findNpm()).toMatch(/npm-cli\.js$/)
    process.env['npm_execpath'] = '/opt/pnpm/bin/pnpm.cjs'
    expect(findNpm()).toMatch(/npm-cli\.js$/)
    if (named === undefined) delete process.env['npm_execpath']
    else process.env['npm_execpath'] = named
    expect(findChromium()).not.toBe('')
  })

  test('[HO45] the runtime counts only in its exact version, and a failed download has a plain reason', () => {
    const wanted = readPackage().devDependencies['electron'] ?? ''
    const program =
      { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform as string] ??
      'electron'
    mkdirSync(join(folder, program, '..'), { recursive: true })
    writeFileSync(join(folder, program), '')
    const found = ['44.0.0', `v${wanted}`].map((version) => {
      writeFileSync(join(folder, 'version'), version)
      return withOverride(folder, () => findRuntime().found)
    })
    expect(found).toEqual([false, true])
    expect(reasonOf('Generated checksum for "x.zip" did not match expected checksum.')).toContain(
      'not what its makers published',
    )
    expect(reasonOf('TypeError: fetch failed … getaddrinfo ENOTFOUND github.com')).toContain('cannot be reached')
    expect(reasonOf('HTTPError: Response code 404 (Not Found)')).toContain('does not have it')
    expect(reasonOf('EACCES')).toBe('its download failed')
  })
})

interface Started {
  readonly process: ChildProcess
  /** What it has said when it printed an address or ended. */
  readonly output: string
  end(): Promise<number | null>
}

async function start(words: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Started> {
  const child = spawn(process.execPath, ['build/start.mjs', ...words], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, COUNTERSIGN_HOME: folder, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  let output = ''
  const ended = once(child, 'exit')
  const printed = new Promise<void>((resolve) => {
    const read = (part: Buffer) => {
      output += part.toString('utf8')
      if (/^http:.*\n/m.test(output)) resolve()
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
  })
  await Promise.race([printed, once(child, 'close')])
  return { process: child, output, end: async () => ((await ended) as [number | null])[0] }
}

function withOverride<T>(path: string, act: () => T): T {
  const before = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = path
  try {
    return act()
  } finally {
    if (before === undefined) delete process.env['ELECTRON_OVERRIDE_DIST_PATH']
    else process.env['ELECTRON_OVERRIDE_DIST_PATH'] = before
  }
}
