/** The built browser host as a process of its own, for tests with and without a browser. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** Starts the built browser host. Its address works once. */
export async function startHost(
  folder: string,
  port: number,
  ...words: string[]
): Promise<{ process: ChildProcess; url: string }> {
  const host = spawnHost(folder, port, ...words)
  const url = await addressFrom(host)
  if (url !== undefined) return { process: host, url }
  throw new Error(`The browser host did not start at port ${port}; is dist/ built?`)
}

/** Asks a running host for one more window's address, as a second `npm start` does. */
export async function nextUrl(folder: string, port: number): Promise<string> {
  const second = spawnHost(folder, port)
  const url = await addressFrom(second)
  if (second.exitCode === null) await once(second, 'exit')
  if (url === undefined) throw new Error('The running host gave no address.')
  return url
}

export async function stop(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return
  const gone = once(program, 'exit')
  program.kill('SIGTERM')
  const late = setTimeout(() => program.kill('SIGKILL'), 5000)
  await gone
  clearTimeout(late)
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No port was given.')
  return address.port
}

function spawnHost(folder: string, port: number, ...words: string[]): ChildProcess {
  const path = join(import.meta.dirname, '../../dist/host/host.js')
  return spawn(process.execPath, [path, '--no-open', '--port', String(port), ...words], {
    env: { ...process.env, COUNTERSIGN_HOME: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

async function addressFrom(host: ChildProcess): Promise<string | undefined> {
  if (host.stdout === null) return undefined
  for await (const line of createInterface(host.stdout)) {
    if (line.startsWith('http://')) {
      host.stdout.resume()
      return line
    }
  }
  return undefined
}
