/** A file that nobody can read in one sitting holds more than one subject. Catalogues of words may be as long as they are. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root as projectRoot } from './project.mjs'
import { sourceFiles } from './sourceFiles.mjs'

export const mostLines = 600

/** Files with more lines than that. @returns {{ file: string, lines: number }[]} */
export function checkSizes(root = projectRoot) {
  return sourceFiles(root, /\.(?:ts|tsx|mts|mjs|js|css)$/)
    .filter((file) => !file.startsWith('renderer/text/'))
    .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > mostLines)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const long = checkSizes()
  for (const { file, lines } of long)
    console.error(`${file} has ${lines} lines; ${mostLines} is the most. Split it by subject.`)
  process.exitCode = long.length === 0 ? 0 : 1
}
