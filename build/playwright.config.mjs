/**
 * Tests in a real browser. One suite, two projects: against the browser host, and in the desktop shell where its runtime is installed.
 * Pages of `test/pages` (replica, editor, attacks) run once, with the browser host's project. `COUNTERSIGN_REPORT` names a file for the counts.
 */
import { defineConfig } from '@playwright/test'
import { findChromium } from './findChromium.mjs'
import { inProject } from './project.mjs'

const report = process.env['COUNTERSIGN_REPORT']
const executablePath = findChromium()

/** @type {import('@playwright/test').LaunchOptions} */
export const launchOptions = {
  ...(executablePath === '' ? {} : { executablePath }),
  chromiumSandbox: process.getuid?.() !== 0,
  args: [
    '--disable-background-networking',
    '--disable-component-update',
    // Only this machine can be reached, by name or by number.
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  ],
}

export default defineConfig({
  testDir: inProject('test'),
  testMatch: '**/*.e2e.{ts,tsx}',
  outputDir: inProject('dist/test-results'),
  globalSetup: inProject('build/globalSetup.mjs'),
  workers: 2,
  fullyParallel: false,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: report === undefined ? [['list']] : [['list'], ['json', { outputFile: report }]],
  use: {
    browserName: 'chromium',
    launchOptions,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1280, height: 800 },
    trace: 'off',
  },
  projects: [
    { name: 'browser host', use: { kind: 'browser' } },
    {
      name: 'desktop',
      testMatch: '**/e2e/**/*.e2e.{ts,tsx}',
      testIgnore: '**/testPages.e2e.ts',
      use: { kind: 'desktop' },
    },
  ],
})
