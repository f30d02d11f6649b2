/** Bundles the pages under `test/pages/` into `dist/test-pages/`, when they are newer than the last time. */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { markBuilt, putInPlace } from './build.mjs'
import { alone, inProject, isOlderThan } from './project.mjs'

const sources = ['test/pages', 'test/fixtures', 'renderer', 'shared', 'build/viteConfigs.mjs', 'node_modules/.setup']
const stamp = 'dist/.test-pages'

export async function buildTestPages() {
  const pages = existsSync(inProject('test/pages'))
    ? readdirSync(inProject('test/pages')).filter((name) => /\.(html|tsx?)$/.test(name) && !name.endsWith('.d.ts'))
    : []
  if (pages.length === 0 || (!isOlderThan(stamp, sources) && existsSync(inProject('dist/test-pages')))) return
  await alone('test-pages', async () => {
    if (!isOlderThan(stamp, sources) && existsSync(inProject('dist/test-pages'))) return
    const begun = new Date()
    const { build } = await import('vite')
    const { testPagesConfig } = await import('./viteConfigs.mjs')
    // A script that has an HTML file of its name is that file's; any other script is a page by itself.
    const own = pages.filter((name) => name.endsWith('.html') || !pages.includes(name.replace(/\.tsx?$/, '.html')))
    const fresh = inProject('dist', `.fresh-pages-${process.pid}`)
    mkdirSync(fresh, { recursive: true })
    try {
      await build(
        testPagesConfig(
          fresh,
          own.map((name) => inProject('test/pages', name)),
        ),
      )
      putInPlace(fresh, inProject('dist/test-pages'))
      markBuilt(stamp, begun)
    } finally {
      rmSync(fresh, { recursive: true, force: true })
    }
  })
}
