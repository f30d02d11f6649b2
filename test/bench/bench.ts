/**
 * `npm run bench`: our editor, our table and our store beside what they are built on, in one run on one machine.
 * Prints every figure beside its goal. How to read it: README.md.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { type BuiltPage, buildPage } from './buildPages.ts'
import { startApp } from './appHost.ts'
import { measureEditing } from './editing.ts'
import { measureFindings } from './findings.ts'
import { describeMachine } from './machine.ts'
import { type Part, readOptions } from './options.ts'
import { servePages } from './pageServer.ts'
import { type Figure, notMeasured, tableOf } from './report.ts'
import { measureStart } from './start.ts'
import { measureStore } from './store.ts'

const options = readOptions(process.argv.slice(2))
const say = (line: string) => console.log(`  ${line}`)
const begun = performance.now()
const figures: Figure[] = []
const before = describeMachine()
console.log(before)

const wants = (...some: Part[]) => some.some((part) => options.only.has(part))

const app = wants('p4', 'p5') ? await startApp().catch((fault: unknown) => `the app: ${String(fault)}`) : ''
try {
  if (wants('p1', 'p2', 'p3', 'p4')) {
    const pages: BuiltPage[] = []
    for (const name of ['bareLexical', 'lexicalYjs', ...(options.withV2 ? ['lexicalYjsV2'] : []), 'ours'])
      pages.push(await buildPage(name))
    const server = await servePages(pages)
    try {
      if (wants('p1', 'p2', 'p3')) await add('P1 to P3', measureEditing(pages, server, options, say))
      if (wants('p4')) await add('P4 start', measureStart(pages, server, app, options, say))
    } finally {
      server.close()
    }
  }
  if (wants('p8')) await add('P8 store', measureStore(options, say))
  if (wants('p5')) await add('P5 many findings', measureFindings(app, options, say))
} finally {
  if (typeof app !== 'string') await app.close()
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

/** One part that fails takes no other with it. */
async function add(goal: string, part: Promise<Figure[]>): Promise<void> {
  try {
    figures.push(...(await part))
  } catch (fault) {
    figures.push(notMeasured(goal, 'broke off', '', String(fault).split('\n')[0] ?? ''))
  }
}
