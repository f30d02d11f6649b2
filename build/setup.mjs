/**
 * The first step of every command: is Node new enough, and is everything that the lock file names installed?
 * Uses Node's own parts only, needs no shell, runs no package's install script, and is quick when there is nothing to do.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { basename, delimiter, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { inProject, root } from './project.mjs'

const least = /** @type {const} */ ([20, 19])
const stampPath = inProject('node_modules/.setup')
const patchPath = inProject('build/patchYjs.mjs')

/** Installs and patches what is missing. Ends the process with a plain sentence when it cannot. */
export async function setUp() {
  const refusal = nodeRefusal(process.versions.node)
  if (refusal !== '') fail(refusal)
  const wanted = stamp()
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === wanted) return
  if (!isInstalled()) install()
  // An older patch may sit on the packages already: then they are laid down afresh, and patched again.
  if (!(await patch())) {
    install()
    if (!(await patch())) fail('Yjs could not be patched: build/patchYjs.mjs does not fit the installed version.')
  }
  writeFileSync(stampPath, wanted)
}

/** A sentence when `version` is too old, else ''. @param {string} version */
export function nodeRefusal(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > least[0] || (major === least[0] && minor >= least[1])) return ''
  return `Countersign needs Node ${least.join('.')} or newer; this is Node ${version}. Get it from https://nodejs.org or your system's packages.`
}

/** Where npm's own program is: npm says so when it started us, else it lies beside Node. @returns {string | undefined} */
export function findNpm() {
  const places = [
    process.env['npm_execpath'] ?? '',
    join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js'),
    join(dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js'),
    '/usr/share/nodejs/npm/bin/npm-cli.js',
    '/usr/lib/node_modules/npm/bin/npm-cli.js',
    ...(process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'npm')),
  ]
  for (const place of places) {
    if (place === '' || !existsSync(place)) continue
    const real = realpathSync(place)
    // Other package managers set npm_execpath as well; only npm reads package-lock.json to the letter.
    if (basename(real) === 'npm-cli.js') return real
  }
  return undefined
}

/** True when every package that the lock file names for this platform is there in that version. */
function isInstalled() {
  const kept = inProject('node_modules/.package-lock.json')
  if (!existsSync(kept)) return false
  /** @type {{ packages: Record<string, { version?: string, integrity?: string, optional?: boolean }> }} */
  const wanted = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8'))
  /** @type {typeof wanted} */
  const found = JSON.parse(readFileSync(kept, 'utf8'))
  return Object.entries(wanted.packages).every(([path, { version, integrity, optional }]) => {
    if (path === '') return true
    const here = found.packages[path]
    if (here === undefined) return optional === true
    return here.version === version && here.integrity === integrity && existsSync(inProject(path))
  })
}

function install() {
  const npm = findNpm()
  if (npm === undefined) fail('npm was not found beside Node. Install npm, or run "npm ci --ignore-scripts" yourself.')
  console.log('Installing the packages that are missing (npm ci) …')
  const options = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const { status, error } = spawnSync(process.execPath, [npm, ...options], { cwd: root, stdio: 'inherit' })
  if (error !== undefined) fail(`npm could not be started: ${error.message}`)
  if (status !== 0)
    fail('npm could not install the packages; its own words are above. Is the package registry within reach?')
}

async function patch() {
  if (!existsSync(patchPath)) return true
  /** @type {{ applyYjsPatch: () => unknown, isYjsPatched: () => unknown }} */
  const { applyYjsPatch, isYjsPatched } = await import(pathToFileURL(patchPath).href)
  try {
    await applyYjsPatch()
    return Boolean(await isYjsPatched())
  } catch (error) {
    console.error(String(error))
    return false
  }
}

function stamp() {
  const hash = createHash('sha256')
  hash.update(readFileSync(inProject('package-lock.json')))
  hash.update(`${process.platform} ${process.arch} ${process.versions.node.split('.')[0]}`)
  if (existsSync(patchPath)) hash.update(readFileSync(patchPath))
  return `${hash.digest('hex')}\n`
}

/** @param {string} message @returns {never} */
function fail(message) {
  console.error(message)
  process.exit(1)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await setUp()
