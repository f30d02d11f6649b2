/** The small steps of a check, each a program of its own: started without a shell, ended with everything it started. */
import { spawn } from 'node:child_process'
import { inProject, root } from './project.mjs'

/** Each takes no arguments and ends with 0 when all is well. */
export const checks = /** @type {{ name: string, words: string[] }[]} */ ([
  { name: 'types', words: [inProject('node_modules/typescript/bin/tsc'), '-b'] },
  { name: 'imports', words: [inProject('build/checkImports.mjs')] },
  { name: 'sizes', words: [inProject('build/checkSizes.mjs')] },
  {
    name: 'lint',
    words: [inProject('node_modules/oxlint/bin/oxlint'), '--type-aware', '-c', 'build/oxlint.json', '.'],
  },
  {
    name: 'format',
    words: [inProject('node_modules/@biomejs/biome/bin/biome'), 'format', '--config-path=build/format.json', '.'],
  },
])

/**
 * Runs a Node script in the project and waits for it. Its whole family is ended when it takes longer than `minutes`, or when we are.
 * @param {string[]} words script and its arguments
 * @param {{ minutes: number, env?: Record<string, string> }} limits
 * @returns {Promise<number>} the exit code, 1 when it was ended
 */
export function runNode(words, { minutes, env = {} }) {
  return new Promise((resolve) => {
    const isPosix = process.platform !== 'win32'
    const child = spawn(process.execPath, words, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
      detached: isPosix,
    })
    const endAll = () => {
      if (child.pid === undefined) return
      try {
        if (isPosix) process.kill(-child.pid, 'SIGKILL')
        else spawn('taskkill', ['/pid', String(child.pid), '/t', '/f'])
      } catch {
        // It is gone already.
      }
    }
    const interrupted = () => {
      endAll()
      process.exit(130)
    }
    process.once('SIGINT', interrupted)
    process.once('SIGTERM', interrupted)
    const late = setTimeout(() => {
      console.error(`Ended after ${minutes} minutes: ${words.join(' ')}`)
      endAll()
    }, minutes * 60_000)
    const done = (/** @type {number} */ code) => {
      clearTimeout(late)
      process.off('SIGINT', interrupted)
      process.off('SIGTERM', interrupted)
      // What it may have left behind.
      endAll()
      resolve(code)
    }
    child.on('error', () => done(1))
    child.on('exit', (code) => done(code ?? 1))
  })
}
