/**
 * Builds the page, the desktop's main and preload, and the browser host into `dist/`. Each lands in a fresh folder that then takes the
 * old one's place, so a program that starts meanwhile never sees half a build.
 */
import { existsSync, mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { alone, inProject, isOlderThan } from './project.mjs'

const sources = ['renderer', 'electron', 'shared', 'build/viteConfigs.mjs', 'package.json', 'node_modules/.setup']
const stamp = 'dist/.built'

/** Builds when sources are newer than the last build. Returns whether it had to. */
export async function buildIfNeeded() {
  if (!needsBuild()) return false
  return await alone('build', async () => {
    if (!needsBuild()) return false
    await buildAll()
    return true
  })
}

/** Builds everything anew. */
export async function buildAll() {
  const begun = new Date()
  const { build } = await import('vite')
  const { hostConfig, mainConfig, pageConfig, preloadConfig } = await import('./viteConfigs.mjs')
  const fresh = inProject('dist', `.fresh-${process.pid}`)
  try {
    await build(pageConfig(`${fresh}/renderer`))
    await build(mainConfig(`${fresh}/electron`))
    await build(preloadConfig(`${fresh}/electron`))
    await build(hostConfig(`${fresh}/host`))
    for (const name of ['renderer', 'electron', 'host']) putInPlace(`${fresh}/${name}`, inProject('dist', name))
    markBuilt(stamp, begun)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

/** @param {string} fresh @param {string} place */
export function putInPlace(fresh, place) {
  const old = `${place}.old-${process.pid}`
  if (existsSync(place)) renameSync(place, old)
  renameSync(fresh, place)
  rmSync(old, { recursive: true, force: true })
}

/** The stamp carries the time at which the build began: what was saved while it ran counts as newer. @param {string} path @param {Date} begun */
export function markBuilt(path, begun) {
  mkdirSync(inProject('dist'), { recursive: true })
  writeFileSync(inProject(path), `${begun.toISOString()}\n`)
  utimesSync(inProject(path), begun, begun)
}

function needsBuild() {
  return (
    isOlderThan(stamp, sources) ||
    !['renderer/index.html', 'electron/main.js', 'electron/preload.cjs', 'host/host.js'].every((path) =>
      existsSync(inProject('dist', path)),
    )
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const begun = performance.now()
  await alone('build', buildAll)
  console.log(`Built dist/ in ${((performance.now() - begun) / 1000).toFixed(1)} s`)
}
