/**
 * Finds a Chromium for the tests, and gets one where there is none: Debian's package as root, else Playwright's own.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { inProject } from './project.mjs'

/** Path of a Chromium, Chrome or Edge, or ''. `CHROMIUM_PATH` goes first. @returns {string} */
export function findChromium() {
  const named = process.env['CHROMIUM_PATH'] ?? ''
  if (named !== '') return existsSync(named) ? named : ''
  /** @type {Record<string, string[]>} */
  const browsers = JSON.parse(readFileSync(inProject('electron/browserHost/browsers.json'), 'utf8'))
  const places = (browsers[process.platform] ?? []).map((place) =>
    place.replace(/%([^%]+)%/g, (_, name) => process.env[name] ?? ''),
  )
  return places.find((place) => existsSync(place)) ?? playwrightsOwn()
}

/** As `findChromium`, but installs one where none is found. Returns '' when that fails too. */
export function ensureChromium() {
  const found = findChromium()
  if (found !== '' || (process.env['CHROMIUM_PATH'] ?? '') !== '') return found
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('No Chromium here; installing the Debian package …')
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const run = (/** @type {string[]} */ ...options) =>
      spawnSync('/usr/bin/apt-get', options, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: environment,
        timeout: 600_000,
      })
    if (run('install', '-y', '--no-install-recommends', 'chromium').status !== 0) {
      run('update')
      run('install', '-y', '--no-install-recommends', 'chromium')
    }
    const installed = findChromium()
    if (installed !== '') return installed
  }
  console.log('No Chromium here; getting the one that Playwright brings …')
  const cli = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js')
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit', timeout: 600_000 })
  return findChromium()
}

function playwrightsOwn() {
  try {
    const path = createRequire(import.meta.url)('playwright-core').chromium.executablePath()
    return existsSync(path) ? path : ''
  } catch {
    return ''
  }
}
