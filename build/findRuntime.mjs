/**
 * Finds the desktop runtime (Electron) without importing the `electron` package: importing it where the runtime is missing starts a download.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inProject, readPackage } from './project.mjs'

/**
 * @typedef {{ found: true, path: string, version: string } | { found: false, reason: string }} Runtime
 * @returns {Runtime}
 */
export function findRuntime() {
  const wanted = readPackage().devDependencies['electron'] ?? ''
  const named = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? ''
  const folder = named === '' ? inProject('node_modules/electron/dist') : named
  const path = join(folder, program())
  if (!existsSync(path)) {
    return { found: false, reason: named === '' ? 'it is not installed' : `there is no ${program()} in ${folder}` }
  }
  const versionFile = join(folder, 'version')
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : ''
  if (version !== '' && version !== wanted)
    return { found: false, reason: `it is version ${version}, and ${wanted} is wanted` }
  return { found: true, path, version: wanted }
}

/** Asks the runtime package to download its runtime, once. A sentence says why it failed. @returns {Runtime} */
export function getRuntime() {
  const script = inProject('node_modules/electron/install.js')
  if (!existsSync(script)) return { found: false, reason: 'its package is not installed' }
  console.log('Getting the desktop runtime (about 120 MB) …')
  const { status, stderr } = spawnSync(process.execPath, [script], {
    encoding: 'utf8',
    timeout: 600_000,
    stdio: ['ignore', 'inherit', 'pipe'],
  })
  const runtime = findRuntime()
  if (runtime.found || status === 0) return runtime
  return { found: false, reason: reasonOf(stderr ?? '') }
}

/** @param {string} words what the installer wrote */
export function reasonOf(words) {
  if (/checksum/i.test(words)) return 'what was downloaded is not what its makers published (the checksum differs)'
  if (/fetch failed|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH/i.test(words)) {
    return 'the place it is downloaded from cannot be reached'
  }
  if (/\b404\b|Not Found/i.test(words)) return 'the place it is downloaded from does not have it'
  return 'its download failed'
}

function program() {
  if (process.platform === 'win32') return 'electron.exe'
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron'
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = findRuntime()
  const runtime = found.found ? found : getRuntime()
  console.log(runtime.found ? `The desktop runtime is here: ${runtime.path}` : `No desktop runtime: ${runtime.reason}.`)
  process.exitCode = runtime.found ? 0 : 1
}
