/** `node --import` this: runs with Yjs as published, without our repair, to show what the repair is for. Touches no file. */
import { readFileSync } from 'node:fs'
import { register } from 'node:module'
import { fileURLToPath } from 'node:url'
import { withoutPatch } from '../../build/patchYjs.mjs'

/** A loader's hook. @type {import('node:module').LoadHook} */
export async function load(url, context, next) {
  if (!url.endsWith('/yjs/dist/yjs.mjs')) return next(url, context)
  return { format: 'module', shortCircuit: true, source: withoutPatch(readFileSync(fileURLToPath(url), 'utf8')) }
}

// Loaded twice: once as the program's first module, once as the loader itself, which must not register again.
if (!process.execArgv.includes('--countersign-loader') && globalThis.countersignStockYjs === undefined) {
  globalThis.countersignStockYjs = true
  register(import.meta.url)
}
