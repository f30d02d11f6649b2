/**
 * Where things stand in the project, and whether something built is older than its sources.
 * Runs before anything is installed: Node's own parts only.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

/** @param {string[]} parts */
export function inProject(...parts) {
  return join(root, ...parts)
}

/** @returns {{ version: string, productName: string, devDependencies: Record<string, string> }} */
export function readPackage() {
  return JSON.parse(readFileSync(inProject('package.json'), 'utf8'))
}

/**
 * True when `made` is missing or older than any file under `sources` (paths from the project root).
 * @param {string} made
 * @param {string[]} sources
 */
export function isOlderThan(made, sources) {
  if (!existsSync(inProject(made))) return true
  const time = statSync(inProject(made)).mtimeMs
  return sources.some((source) => newest(inProject(source)) > time)
}

/** @param {string} path @returns {number} */
function newest(path) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined) return 0
  if (!found.isDirectory()) return found.mtimeMs
  // A folder's own time counts too: it changes when a file is taken away.
  let latest = found.mtimeMs
  for (const name of readdirSync(path)) {
    if (name !== 'node_modules') latest = Math.max(latest, newest(join(path, name)))
  }
  return latest
}

/**
 * Runs `work` while no other process does the same: a folder is the lock, for making one is atomic everywhere.
 * A lock older than two minutes was left behind by a process that died.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function alone(name, work) {
  const lock = inProject('dist', `.lock-${name}`)
  mkdirSync(dirname(lock), { recursive: true })
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch {
      const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs
      if (since !== undefined && Date.now() - since > 120_000) rmSync(lock, { recursive: true, force: true })
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  try {
    return await work()
  } finally {
    if (existsSync(lock)) rmdirSync(lock)
  }
}
