/**
 * `npm test`: everything, in the order in which a fault is cheapest to find. Ends with the line `N passed, N failed, N skipped`;
 * what could not run here is counted as skipped, with the reason, never as passed.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { setUp } from './setup.mjs'
import { inProject } from './project.mjs'
import { checks, runNode } from './steps.mjs'

/**
 * What the two reports hold, as far as they are read here.
 * @typedef {{ status: string, assertionResults: { status: string }[] }} TestFile
 * @typedef {{ status: string, annotations: { type: string, description?: string }[] }} BrowserTest
 * @typedef {{ specs?: { tests: BrowserTest[] }[], suites?: Suite[] }} Suite
 */

const total = { passed: 0, failed: 0, skipped: 0 }
/** @type {Map<string, number>} */
const notRun = new Map()

await setUp()
for (const { name, words } of checks) await step(name, words, 5)
await step('build', [inProject('build/build.mjs')], 3)
await unitTests()
await browserTests()

for (const [reason, count] of notRun) console.log(`${reason} (${count} ${count === 1 ? 'test' : 'tests'})`)
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed === 0 ? 0 : 1

/** @param {string} name @param {string[]} words @param {number} minutes */
async function step(name, words, minutes) {
  const begun = performance.now()
  const code = await runNode(words, { minutes })
  console.log(`${code === 0 ? 'passed' : 'FAILED'}: ${name} (${((performance.now() - begun) / 1000).toFixed(1)} s)`)
  if (code === 0) total.passed += 1
  else total.failed += 1
}

async function unitTests() {
  const report = reportPath('unit')
  const words = [inProject('node_modules/vitest/vitest.mjs'), 'run', '--config', 'build/vitest.config.mjs']
  const code = await runNode(words, { minutes: 8, env: { COUNTERSIGN_REPORT: report } })
  /** @type {{ testResults: TestFile[] } | undefined} */
  const found = readReport(report)
  let failed = 0
  for (const file of found?.testResults ?? []) {
    // A file that fails before its first test counts as one.
    if (file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed')) failed += 1
    for (const { status } of file.assertionResults) {
      if (status === 'passed') total.passed += 1
      else if (status === 'failed') failed += 1
      else skip('not run: switched off in its file', 1)
    }
  }
  total.failed += Math.max(failed, code === 0 ? 0 : 1)
}

async function browserTests() {
  const { ensureChromium } = await import('./findChromium.mjs')
  const chromium = ensureChromium()
  if (chromium === '') {
    skip('not run: no Chromium was found, and none could be installed; set CHROMIUM_PATH to one', 1)
    return
  }
  const report = reportPath('browser')
  const words = [inProject('node_modules/@playwright/test/cli.js'), 'test', '--config', 'build/playwright.config.mjs']
  const code = await runNode(words, { minutes: 15, env: { COUNTERSIGN_REPORT: report, CHROMIUM_PATH: chromium } })
  /** @type {{ suites: Suite[] } | undefined} */
  const found = readReport(report)
  let failed = 0
  for (const { status, annotations } of (found?.suites ?? []).flatMap(testsOf)) {
    if (status === 'expected') total.passed += 1
    else if (status === 'skipped') {
      const reason = annotations.find(({ type }) => type === 'skip')?.description ?? 'it was not reached'
      skip(reason.startsWith('not run:') ? reason : `not run: ${reason}`, 1)
    } else failed += 1
  }
  total.failed += Math.max(failed, code === 0 ? 0 : 1)
}

/** @param {Suite} suite @returns {BrowserTest[]} */
function testsOf({ specs = [], suites = [] }) {
  return [...specs.flatMap(({ tests }) => tests), ...suites.flatMap(testsOf)]
}

/** @param {string} reason @param {number} count */
function skip(reason, count) {
  notRun.set(reason, (notRun.get(reason) ?? 0) + count)
  total.skipped += count
}

/** @param {string} name */
function reportPath(name) {
  const path = inProject('dist/reports', `${name}.json`)
  mkdirSync(inProject('dist/reports'), { recursive: true })
  rmSync(path, { force: true })
  return path
}

/** @param {string} path */
function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
}
