/** Unit, contract and host tests: plain Node, no window. `COUNTERSIGN_REPORT` names a file for the counts. */
import { defineConfig } from 'vitest/config'
import { inProject, root } from './project.mjs'

const report = process.env['COUNTERSIGN_REPORT']

export default defineConfig({
  root,
  test: {
    root,
    // The runtime is never imported by a test: where it is missing, its package would start a download.
    alias: { electron: inProject('test/electronDouble.ts') },
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/pages/**', 'node_modules/**', 'dist/**'],
    environment: 'node',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
  },
})
