/** The project's own source files. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

export const areas = /** @type {const} */ (['build', 'electron', 'hub', 'renderer', 'shared', 'test'])

/**
 * Paths from `root` with forward slashes, sorted.
 * @param {string} root @param {RegExp} kinds which names count
 */
export function sourceFiles(root, kinds) {
  /** @type {string[]} */
  const found = []
  for (const area of areas) collect(root, area, kinds, found)
  return found.sort()
}

/** @param {string} root @param {string} folder @param {RegExp} kinds @param {string[]} found */
function collect(root, folder, kinds, found) {
  let entries
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true })
  } catch {
    return
  }
  for (const entry of entries) {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) collect(root, path, kinds, found)
    else if (kinds.test(entry.name)) found.push(path)
  }
}
