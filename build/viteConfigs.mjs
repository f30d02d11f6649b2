/**
 * How each program is bundled: the page, the desktop's main process, its preload, and the browser host. Test pages and tools beside them.
 * Everything from node_modules ends up inside the bundles; only Node's own parts and `electron` stay outside, so the packed app carries no packages.
 */
import { builtinModules } from 'node:module'
import react from '@vitejs/plugin-react'
import { inProject, readPackage } from './project.mjs'

const outside = ['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)]
const chromium = 'chrome150'
const common = /** @type {const} */ ({
  configFile: false,
  root: inProject(),
  logLevel: 'warn',
  clearScreen: false,
  envPrefix: 'COUNTERSIGN_PUBLIC_',
})

/** @param {string} outDir @returns {import('vite').InlineConfig} */
export function pageConfig(outDir) {
  return {
    ...common,
    root: inProject('renderer'),
    base: './',
    publicDir: false,
    plugins: [react(), ourLanguages],
    build: { ...pageBuild, outDir },
  }
}

/**
 * Pages for tests alone, under the same rules as the real one. A `.html` file or, simpler, a `.ts` or `.tsx` file is a page.
 * @param {string} outDir @param {string[]} input @returns {import('vite').InlineConfig}
 */
export function testPagesConfig(outDir, input) {
  return {
    ...common,
    root: inProject('test/pages'),
    base: './',
    publicDir: false,
    plugins: [react()],
    build: { ...pageBuild, minify: false, manifest: 'manifest.json', outDir, rolldownOptions: { input } },
  }
}

/** @param {string} outDir @returns {import('vite').InlineConfig} */
export function mainConfig(outDir) {
  return nodeConfig('electron/main.ts', outDir, 'main.js', 'node24')
}

/** The sandboxed preload is one CommonJS file that may require `electron` and nothing else. @param {string} outDir @returns {import('vite').InlineConfig} */
export function preloadConfig(outDir) {
  return nodeConfig('electron/preload.ts', outDir, 'preload.cjs', chromium)
}

/** @param {string} outDir @returns {import('vite').InlineConfig} */
export function hostConfig(outDir) {
  return nodeConfig('electron/browserHost/main.ts', outDir, 'host.js', 'node20')
}

/**
 * Tools in TypeScript (fuzz, replay, bench): our own code bundled, packages left where they are.
 * @param {string} entry @param {string} outDir @param {string} name @returns {import('vite').InlineConfig}
 */
export function toolConfig(entry, outDir, name) {
  const config = nodeConfig(entry, outDir, name, 'node20')
  return { ...config, ssr: { target: 'node' }, build: { ...config.build, sourcemap: 'inline' } }
}

/**
 * @param {string} entry @param {string} outDir @param {string} name @param {string} target
 * @returns {import('vite').InlineConfig}
 */
function nodeConfig(entry, outDir, name, target) {
  return {
    ...common,
    publicDir: false,
    define: { __VERSION__: JSON.stringify(readPackage().version) },
    ssr: { noExternal: true, external: outside, target: 'node' },
    build: {
      ssr: inProject(entry),
      outDir,
      emptyOutDir: false,
      target,
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        output: {
          format: name.endsWith('.cjs') ? 'cjs' : 'es',
          entryFileNames: name,
          codeSplitting: false,
        },
      },
    },
  }
}

/**
 * The component library brings its own few words in thirty languages; the window speaks two of them.
 * @type {import('vite').Plugin}
 */
const ourLanguages = {
  name: 'our-languages',
  load(id) {
    const language = /[\\/]react-aria[^\\/]*[\\/].*[\\/]([a-z]{2}-[A-Z]{2})\.m?js$/.exec(id)?.[1]
    return language === undefined || language === 'en-US' || language === 'de-DE' ? undefined : 'export default {}'
  },
}

/** @type {import('vite').BuildEnvironmentOptions} */
const pageBuild = {
  target: chromium,
  emptyOutDir: true,
  // The page's rules refuse inline scripts and fonts given as data.
  modulePreload: { polyfill: false },
  assetsInlineLimit: 0,
  sourcemap: false,
  reportCompressedSize: false,
  chunkSizeWarningLimit: 4000,
}
