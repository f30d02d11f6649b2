/** Where the browser host keeps what belongs to a profile, and at which port its page lives. */
import { createHash } from 'node:crypto'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { defaultProfile } from '../profile.ts'

const firstPort = 47_821

/** The folder of a profile; `COUNTERSIGN_HOME` moves all of them. */
export function profileFolder(profile: string, environment: Readonly<Record<string, string | undefined>>): string {
  const named = environment['COUNTERSIGN_HOME'] ?? ''
  return join(named === '' ? systemFolder(environment) : named, profile)
}

/**
 * A page's data belong to its port, so a profile keeps its port for good: the default one the first, every other one of the 2,000 above it,
 * by its name.
 */
export function portOf(profile: string): number {
  if (profile === defaultProfile) return firstPort
  return firstPort + 1 + (createHash('sha256').update(profile).digest().readUInt32BE(0) % 2000)
}

function systemFolder(environment: Readonly<Record<string, string | undefined>>): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support/Countersign')
  if (process.platform === 'win32')
    return join(environment['LOCALAPPDATA'] ?? join(homedir(), 'AppData/Local'), 'Countersign')
  const named = environment['XDG_DATA_HOME'] ?? ''
  return join(named === '' ? join(homedir(), '.local/share') : named, 'countersign')
}
