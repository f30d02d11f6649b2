/** The build's own modules. Loaded where they lie, not bundled: they find the project from their own place. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { InlineConfig } from 'vite'

/** Path of a Chromium. Throws with a plain sentence when there is none. */
export async function chromiumPath(): Promise<string> {
  const { findChromium } = (await load('findChromium.mjs')) as { findChromium: () => string }
  const path = findChromium()
  if (path === '') throw new Error('No Chromium was found. "npm test" installs one; or name yours in CHROMIUM_PATH.')
  return path
}

export async function pageConfig(outDir: string): Promise<InlineConfig> {
  const configs = (await load('viteConfigs.mjs')) as { pageConfig: (outDir: string) => InlineConfig }
  return configs.pageConfig(outDir)
}

/** Builds the app when its sources are newer than the last build. */
export async function buildApp(): Promise<void> {
  const { buildIfNeeded } = (await load('build.mjs')) as { buildIfNeeded: () => Promise<boolean> }
  await buildIfNeeded()
}

function load(name: string): Promise<unknown> {
  return import(/* @vite-ignore */ pathToFileURL(join(process.cwd(), 'build', name)).href)
}
