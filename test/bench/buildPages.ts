/** Builds the measured pages as the app's own page is built: for production, each by itself, so that none pays for another. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type InlineConfig } from 'vite'
import { pageConfig } from './buildParts.ts'

export const builtPages = 'dist/bench'

export interface BuiltPage {
  readonly name: string
  readonly folder: string
  readonly script: string
  readonly styles: readonly string[]
}

export async function buildPage(name: string): Promise<BuiltPage> {
  const folder = join(process.cwd(), builtPages, name)
  const entry = join(process.cwd(), 'test/bench/pages', `${name}.tsx`)
  const config: InlineConfig = await pageConfig(folder)
  await build({
    ...config,
    root: process.cwd(),
    base: `/${name}/`,
    build: { ...config.build, manifest: 'manifest.json', rolldownOptions: { input: entry } },
  })
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, ManifestEntry>
  const own = Object.values(manifest).find((chunk) => chunk.isEntry)
  if (own === undefined) throw new Error(`${name} was built without an entry`)
  return { name, folder, script: own.file, styles: own.css ?? [] }
}

interface ManifestEntry {
  readonly file: string
  readonly css?: readonly string[]
  readonly isEntry?: boolean
}
