/**
 * `node build/run.mjs ENTRY.ts [arguments]`: bundles a tool written in TypeScript into `dist/tools/` and runs it in this process.
 * Packages stay in node_modules. The tool finds files from the working folder (the project root), not from its own place.
 */
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inProject, root } from './project.mjs'
import { setUp } from './setup.mjs'

const [entry, ...rest] = process.argv.slice(2)
if (entry === undefined || !existsSync(inProject(entry))) {
  console.error(entry === undefined ? 'Say which file to run: node build/run.mjs ENTRY.ts' : `There is no ${entry}.`)
  process.exit(1)
}
await setUp()
process.chdir(root)
const name = `${entry.replace(/\.tsx?$/, '').replaceAll(/[\\/]/g, '-')}.mjs`
const { build } = await import('vite')
const { toolConfig } = await import('./viteConfigs.mjs')
const out = inProject('dist/tools', name)
await build(toolConfig(entry, dirname(out), name))
process.argv = [process.argv[0] ?? process.execPath, out, ...rest]
await import(pathToFileURL(out).href)
