/**
 * `npm start`: installs and builds what is missing, then starts the desktop program where its runtime is installed and can run,
 * else the browser host, and says which and why.
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { findRuntime, getRuntime } from './findRuntime.mjs'
import { inProject, readPackage, root } from './project.mjs'
import { setUp } from './setup.mjs'

const words = process.argv.slice(2)
const help = `npm start -- [--browser] [--no-open] [--profile NAME] [--port N]
  --browser        the browser host, even where the desktop runtime is installed
  --no-open        the browser host, opening nothing: prints the address
  --profile NAME   a set of data of its own, for a second person on this machine
  --port N         the browser host's port; what you write is kept per port`

const unknown = unknownWord(words)
if (words.includes('--help') || unknown !== undefined) {
  console.log(unknown === undefined ? help : `There is no ${unknown}.\n${help}`)
  process.exit(unknown === undefined ? 0 : 1)
}

await setUp()
const { buildIfNeeded } = await import('./build.mjs')
await buildIfNeeded()

const wantsBrowser =
  words.includes('--browser') || words.includes('--no-open') || words.some((word) => word.startsWith('--port'))
if (!wantsBrowser) await startBest()
else {
  const runtime = findRuntime()
  if (!runtime.found && !words.includes('--browser')) console.log(whyNoDesktop(runtime.reason))
  await startBrowserHost([])
}

async function startBest() {
  const runtime = lookForRuntime()
  if (!runtime.found) {
    console.log(whyNoDesktop(runtime.reason))
    return await startBrowserHost(['runtimeMissing'])
  }
  const obstacle = whyItCannotStart()
  if (obstacle !== '') {
    console.log(
      `The desktop runtime is installed but cannot start here: ${obstacle}. Countersign starts in a browser instead; your text is as safe there.`,
    )
    return await startBrowserHost(['runtimeCannotStart'])
  }
  startDesktop(runtime.path)
}

/** @param {string} path */
function startDesktop(path) {
  const environment = { ...process.env }
  // Would turn the runtime into plain Node.
  delete environment['ELECTRON_RUN_AS_NODE']
  const child = spawn(path, ['.', ...words], { cwd: root, stdio: 'inherit', env: environment })
  child.on('error', (error) => {
    console.error(
      `The desktop runtime could not be started (${error.message}). "npm start -- --browser" starts Countersign in a browser.`,
    )
    process.exitCode = 1
  })
  child.on('exit', (code) => {
    process.exitCode = code ?? 1
  })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal))
}

/** In this very process: nothing to forward, nothing left behind. @param {string[]} notices */
async function startBrowserHost(notices) {
  const host = inProject('dist/host/host.js')
  const passed = words.filter((word) => word !== '--browser')
  process.argv = [
    process.argv[0] ?? process.execPath,
    host,
    ...passed,
    ...(notices.length === 0 ? [] : [`--notices=${notices.join(',')}`]),
  ]
  await import(pathToFileURL(host).href)
}

/** Tries the download once; after a failure only `npm run runtime` tries again, so that later starts stay quick. */
function lookForRuntime() {
  const found = findRuntime()
  const tried = inProject('node_modules/.runtime')
  const wanted = readPackage().devDependencies['electron'] ?? ''
  if (found.found || (process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '') !== '') return found
  if (existsSync(tried)) {
    const [version, ...reason] = readFileSync(tried, 'utf8').trim().split(' ')
    if (version === wanted) return notFound(reason.join(' '))
  }
  const got = getRuntime()
  if (!got.found) writeFileSync(tried, `${wanted} ${got.reason}\n`)
  return got
}

/** @param {string} reason @returns {import('./findRuntime.mjs').Runtime} */
function notFound(reason) {
  return { found: false, reason }
}

function whyItCannotStart() {
  if (process.platform !== 'linux') return ''
  if (process.getuid?.() === 0) return 'it was started as root, and its protective sandbox does not run as root'
  if (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return 'there is no display'
  return ''
}

/** @param {string} reason */
function whyNoDesktop(reason) {
  const version = readPackage().devDependencies['electron']
  return `The desktop runtime (Electron ${version}) is not here: ${reason}. Countersign starts in a browser instead: the same page and the same \
text, kept by the browser on this machine and reachable from this machine only; what differs is that files are saved as downloads and that there \
is no menu bar. To get the desktop runtime, run "npm run runtime" with access to its download; on premises, set ELECTRON_MIRROR to your mirror's \
address (with a slash at its end) before that, or ELECTRON_OVERRIDE_DIST_PATH to a folder with the unpacked runtime.\n`
}

/** @param {string[]} all */
function unknownWord(all) {
  const takesValue = ['--profile', '--port']
  const known = ['--browser', '--no-open', '--help', ...takesValue]
  for (let at = 0; at < all.length; at += 1) {
    const word = all[at] ?? ''
    if (takesValue.includes(word)) at += 1
    else if (!known.includes(word.split('=')[0] ?? '')) return word
  }
  return undefined
}
