/**
 * Holds the walls of the house: which folder may import which, and which package may be named where. The hub's rule is its promise: it imports
 * nothing that can read a document. Reads the import statements themselves; knows nothing of types.
 */
import { existsSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'
import { root as projectRoot } from './project.mjs'
import { sourceFiles } from './sourceFiles.mjs'

/** @typedef {{ file: string, imported: string, rule: string }} Breach */

/** What each program may import besides itself; `build` and `test` may import everything. */
const walls = /** @type {Record<string, { may: (target: string) => boolean, rule: string }>} */ ({
  shared: { may: (target) => isIn(target, 'shared'), rule: 'shared/ imports only shared/' },
  renderer: {
    may: (target) => isIn(target, 'renderer', 'shared'),
    rule: 'renderer/ imports only renderer/ and shared/',
  },
  electron: {
    may: (target) => isIn(target, 'electron', 'shared'),
    rule: 'electron/ imports only electron/ and shared/',
  },
  hub: {
    may: (target) => isIn(target, 'hub', 'shared/base', 'shared/people', 'shared/ledger', 'shared/wire'),
    rule: 'hub/ imports only hub/ and shared/{base,people,ledger,wire}: it must hold nothing that can read a document',
  },
})

/** Inside shared/: what each part may import besides itself. */
const sharedParts = /** @type {Record<string, string[]>} */ ({
  base: [],
  people: ['base'],
  domain: ['base'],
  ledger: ['base', 'people'],
  wire: ['base', 'people', 'ledger'],
  document: ['base', 'domain'],
  signoff: ['base', 'people', 'domain', 'ledger', 'document'],
  demo: ['base', 'domain', 'document'],
  // Files that lie in shared/ itself, as the contract.
  '': ['base'],
})

/** Inside renderer/, from the ground up: a part imports its own row and the rows before it. */
const floors = [
  ['text', 'ui', 'style', 'host.ts'],
  ['commands'],
  ['replica'],
  ['editor'],
  ['status', 'panels', 'dialogs'],
  ['screens'],
  ['app'],
  ['main.tsx'],
]

/** Packages that have a place. The first row that fits decides. */
const packages = [
  { names: /^electron$/, places: ['electron'], rule: 'the package electron belongs in electron/ alone' },
  {
    names: /^node:/,
    places: ['electron', 'hub', 'build', 'test'],
    rule: "Node's own parts belong in electron/, hub/, build/ and test/",
  },
  {
    names: /^(?:yjs|y-indexeddb|y-protocols|lib0)(?:\/|$)/,
    places: [
      'shared/document',
      'renderer/replica',
      'renderer/editor/binding.ts',
      'renderer/editor/guards.ts',
      'test',
      'build',
    ],
    rule: 'Yjs belongs in shared/document/, renderer/replica/ and the editor’s binding.ts and guards.ts',
  },
  {
    names: /^(?:lexical|@lexical\/.*)$/,
    places: ['shared/document/richText.ts', 'renderer/editor', 'test', 'build'],
    rule: 'Lexical belongs in renderer/editor/ and shared/document/richText.ts',
  },
  {
    names: /^(?:react-aria.*|react-stately.*|@react-(?:aria|stately|types)\/.*)$/,
    places: ['renderer/ui', 'test', 'build'],
    rule: 'the component library belongs in renderer/ui/: use our own components',
  },
  {
    names: /./,
    places: ['renderer', 'electron', 'hub', 'build', 'test'],
    rule: 'shared/ is pure: it imports no other package',
  },
]

/** Every breach of the rules below `root`. */
export function checkImports(root = projectRoot) {
  /** @type {Breach[]} */
  const breaches = []
  for (const file of sourceFiles(root, /\.(?:ts|tsx|mts|mjs|js)$/)) {
    for (const imported of importsOf(file, readFileSync(join(root, file), 'utf8'))) {
      const rule = imported.startsWith('.') ? relativeBreach(root, file, imported) : packageBreach(file, imported)
      if (rule !== '') breaches.push({ file, imported, rule })
    }
  }
  return breaches
}

/**
 * What a file imports, re-exports, loads while running, or names as a type. Throws when the file cannot be read as TypeScript.
 * @param {string} file @param {string} code
 */
export function importsOf(file, code) {
  const { program, errors } = parseSync(file, code)
  if (errors.length > 0) throw new Error(`${file} cannot be read: ${errors[0]?.message}`)
  /** @type {Set<string>} */
  const named = new Set()
  look(program, named)
  return [...named]
}

/** @typedef {{ [part: string]: unknown }} Node a part of the syntax tree, as far as it is looked at here */

/** @param {unknown} node @param {Set<string>} named */
function look(node, named) {
  if (Array.isArray(node)) return node.forEach((each) => look(each, named))
  if (typeof node !== 'object' || node === null) return
  const part = /** @type {Node} */ (node)
  const text = textOf(source(part))
  if (text !== undefined) named.add(text)
  for (const inner of Object.values(part)) look(inner, named)
}

/** Where a part of the tree names a module, if it does. @param {Node} part @returns {unknown} */
function source(part) {
  switch (part['type']) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return part['source']
    case 'TSExternalModuleReference':
      return part['expression']
    case 'CallExpression':
      return isNamed(part['callee'], 'require') ? first(part['arguments']) : undefined
    case 'NewExpression': {
      // A worker or a file beside the module: `new URL('./worker.ts', import.meta.url)`.
      const path = isNamed(part['callee'], 'URL') ? first(part['arguments']) : undefined
      return /^\..*\.(?:ts|tsx|mjs)$/.test(textOf(path) ?? '') ? path : undefined
    }
    default:
      return undefined
  }
}

/** @param {unknown} node @param {string} name */
function isNamed(node, name) {
  return typeof node === 'object' && node !== null && /** @type {Node} */ (node)['name'] === name
}

/** @param {unknown} list @returns {unknown} */
function first(list) {
  return Array.isArray(list) ? list[0] : undefined
}

/** The text of a string, or of a template without gaps. @param {unknown} node @returns {string | undefined} */
function textOf(node) {
  if (typeof node !== 'object' || node === null) return undefined
  const { value, quasis } = /** @type {Node} */ (node)
  if (typeof value === 'string') return value
  const only = Array.isArray(quasis) && quasis.length === 1 ? quasis[0].value.cooked : undefined
  return typeof only === 'string' ? only : undefined
}

/** @param {string} root @param {string} file @param {string} imported */
function relativeBreach(root, file, imported) {
  const plain = imported.replace(/\?.*$/, '')
  const target = posix.join(posix.dirname(file), plain)
  if (target.startsWith('..')) return 'nothing outside the project is imported'
  // Where something is placed is judged before whether it is there: the wall is the better news.
  return (
    wallBreach(file, target) ||
    sharedBreach(file, target) ||
    floorBreach(file, target) ||
    existenceBreach(root, plain, target)
  )
}

/** @param {string} file @param {string} target */
function wallBreach(file, target) {
  const [area = ''] = file.split('/')
  if (isIn(target, 'build', 'test') && !isIn(file, 'build', 'test')) return 'nothing imports build/ or test/'
  const wall = walls[area]
  if (wall === undefined || wall.may(target)) return ''
  return wall.rule
}

/** @param {string} file @param {string} target */
function sharedBreach(file, target) {
  if (!isIn(file, 'shared') || !isIn(target, 'shared')) return ''
  const [from, to] = [partOf(file), partOf(target)]
  if (from === to) return ''
  const may = sharedParts[from]
  if (may === undefined) return `shared/${from}/ has no row in build/checkImports.mjs yet`
  const words = may.length === 0 ? 'nothing else' : may.map((part) => `shared/${part}/`).join(', ')
  return may.includes(to) ? '' : `${from === '' ? 'a file of shared/ itself' : `shared/${from}/`} imports only ${words}`
}

/** @param {string} file @param {string} target */
function floorBreach(file, target) {
  if (!isIn(file, 'renderer') || !isIn(target, 'renderer')) return ''
  const [from, to] = [floorOf(file), floorOf(target)]
  if (from === -1 || to === -1) return 'this part of renderer/ has no row in build/checkImports.mjs yet'
  return to <= from ? '' : `inside renderer/ one way only: ${floors.map((floor) => floor.join(', ')).join(' <- ')}`
}

/** @param {string} root @param {string} imported @param {string} target */
function existenceBreach(root, imported, target) {
  if (!/\.[a-z0-9]+$/.test(imported)) return 'a relative import carries its ending (.ts, .tsx)'
  return existsSync(join(root, target)) ? '' : 'there is no such file'
}

/** @param {string} file @param {string} imported */
function packageBreach(file, imported) {
  const name = builtinModules.includes(imported) ? `node:${imported}` : imported
  const row = packages.find(({ names }) => names.test(name))
  return row === undefined || isIn(file, ...row.places) ? '' : row.rule
}

/** @param {string} path */
function partOf(path) {
  const [, part = '', ...rest] = path.split('/')
  return rest.length === 0 ? '' : part
}

/** @param {string} path */
function floorOf(path) {
  const part = path.split('/')[1] ?? ''
  return floors.findIndex((floor) => floor.includes(part))
}

/** @param {string} path @param {string[]} places folders or files */
function isIn(path, ...places) {
  return places.some((place) => path === place || path.startsWith(`${place}/`))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const breaches = checkImports()
  for (const { file, imported, rule } of breaches) console.error(`${file} imports "${imported}": ${rule}.`)
  process.exitCode = breaches.length === 0 ? 0 : 1
}
