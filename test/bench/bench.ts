/**
 * `npm run bench`: our editor, our table and our store beside what they are built on, in one run on one machine.
 * Prints every figure beside its goal. How to read it: README.md.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { type BuiltPage, buildPage } from './buildPages.ts'
import { measureEditing } from './editing.ts'
import { describeMachine } from './machine.ts'
import { readOptions } from './options.ts'
import { servePages } from './pageServer.ts'
import { type Figure, tableOf } from './report.ts'
import { measureStart } from './start.ts'

const options = readOptions(process.argv.slice(2))
const say = (line: string) => console.log(`  ${line}`)
const begun = performance.now()
const figures: Figure[] = []
const before = describeMachine()
console.log(before)

const wantsEditor = ['p1', 'p2', 'p3', 'p4'].some((part) => options.only.has(part as 'p1'))
if (wantsEditor) {
  const names = ['bareLexical', 'lexicalYjs', ...(options.withV2 ? ['lexicalYjsV2'] : []), 'ours'].filter((name) =>
    existsSync(`test/bench/pages/${name}.tsx`),
  )
  const pages: BuiltPage[] = []
  for (const name of names) pages.push(await buildPage(name))
  const server = await servePages(pages)
  try {
    if (['p1', 'p2', 'p3'].some((part) => options.only.has(part as 'p1'))) {
      figures.push(...(await measureEditing(pages, server, options, say)))
    }
    if (options.only.has('p4')) figures.push(...(await measureStart(pages, server, options, say)))
  } finally {
    server.close()
  }
}

console.log(`\n${tableOf(figures)}\n`)
const after = describeMachine()
console.log(after)
console.log(
  `Took ${((performance.now() - begun) / 60_000).toFixed(1)} min.${options.quick ? ' --quick: not for quoting.' : ''}`,
)
mkdirSync('dist/bench', { recursive: true })
writeFileSync(
  'dist/bench/figures.json',
  `${JSON.stringify({ before, after, options: { ...options, only: [...options.only] }, figures }, null, 1)}\n`,
)
const count = (verdict: string) => figures.filter((figure) => figure.verdict === verdict).length
console.log(`${count('met')} met, ${count('not met')} not met, ${count('not measured')} not measured`)
