/**
 * The note that a running browser host leaves in its profile's folder, readable by this person only: at which port it answers, and the key with
 * which a second start may ask it for a window.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { address } from './server.ts'

export interface Doorplate {
  readonly port: number
  readonly openerKey: string
}

export function writeDoorplate(folder: string, plate: Doorplate): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // An older note may have wider rights; a new file gets these.
  removeDoorplate(folder)
  writeFileSync(pathIn(folder), JSON.stringify(plate), { mode: 0o600, flag: 'wx' })
}

export function removeDoorplate(folder: string): void {
  rmSync(pathIn(folder), { force: true })
}

/**
 * Asks the host that left a note here to let in one more window. The code to open it with; undefined when no host of this profile answers
 * at that port.
 */
export async function askRunningHost(folder: string, port: number): Promise<string | undefined> {
  const plate = readDoorplate(folder)
  if (plate?.port !== port) return undefined
  const origin = `http://${address}:${port}`
  try {
    const reply = await fetch(`${origin}/open`, {
      method: 'POST',
      headers: {
        origin,
        authorization: `Bearer ${plate.openerKey}`,
        'content-type': 'application/json',
        // An idle connection would keep this process alive.
        connection: 'close',
      },
      body: '{}',
      signal: AbortSignal.timeout(5000),
    })
    const answer = (await reply.json()) as { code?: unknown }
    return typeof answer.code === 'string' ? answer.code : undefined
  } catch {
    return undefined
  }
}

function readDoorplate(folder: string): Doorplate | undefined {
  try {
    const { port, openerKey } = JSON.parse(readFileSync(pathIn(folder), 'utf8')) as Partial<Record<string, unknown>>
    return typeof port === 'number' && typeof openerKey === 'string' ? { port, openerKey } : undefined
  } catch {
    return undefined
  }
}

function pathIn(folder: string): string {
  return join(folder, 'host.json')
}
