/**
 * The built page as an explicit set of files, read once. A request is answered by looking its path up in this set, so there is no path
 * arithmetic that `..`, `%2f` or a link could lead astray.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export interface PageFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
}

/** Keyed by URL path, as `/index.html`; `/` is the same file. */
export type PageFiles = ReadonlyMap<string, PageFile>

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
}

/** The page below `folder`. Throws when it holds no `index.html`. */
export function readPageFiles(folder: string): PageFiles {
  const files = collectPageFiles(folder)
  const index = files.get('/index.html')
  if (index === undefined) throw new Error(`No index.html in ${folder}: build first.`)
  return files.set('/', index)
}

/** Every file of a known kind below `folder`, read into memory. */
export function collectPageFiles(folder: string, path = '', into = new Map<string, PageFile>()): Map<string, PageFile> {
  for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
    const inner = `${path}/${entry.name}`
    if (entry.isDirectory()) collectPageFiles(folder, inner, into)
    const type = types[entry.name.slice(entry.name.lastIndexOf('.') + 1)]
    if (entry.isFile() && type !== undefined)
      into.set(inner, { bytes: new Uint8Array(readFileSync(join(folder, inner))), type })
  }
  return into
}
