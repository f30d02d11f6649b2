/** Unit, contract and host tests: plain Node, no window. `COUNTERSIGN_REPORT` names a file for the counts. */
import { defineConfig } from 'vitest/config'
import { root } from './project.mjs'

const report = process.env['COUNTERSIGN_REPORT']

export default defineConfig({
  root,
  test: {
    root,
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/pages/**', 'node_modules/**', 'dist/**'],
    environment: 'node',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
  },
})
