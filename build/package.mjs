/**
 * `npm run package`: builds anew and packs the desktop program into an unpacked folder under `dist/packed/`. Uses the desktop runtime that is
 * installed, else electron-builder fetches it.
 */
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { findRuntime } from './findRuntime.mjs'
import { inProject, readPackage } from './project.mjs'
import { setUp } from './setup.mjs'
import { runNode } from './steps.mjs'

await setUp()
const wanted = readPackage().devDependencies['electron'] ?? ''
if (!readFileSync(inProject('electron-builder.yml'), 'utf8').includes(`electronVersion: ${wanted}\n`)) {
  console.error(`electron-builder.yml names another Electron than package.json (${wanted}).`)
  process.exit(1)
}
const built = await runNode([inProject('build/build.mjs')], { minutes: 5 })
if (built !== 0) process.exit(built)
const runtime = findRuntime()
const dist = runtime.found && process.platform !== 'darwin' ? [`-c.electronDist=${dirname(runtime.path)}`] : []
const packer = inProject('node_modules/electron-builder/cli.js')
process.exitCode = await runNode([packer, '--dir', '--publish', 'never', ...dist], { minutes: 15 })
