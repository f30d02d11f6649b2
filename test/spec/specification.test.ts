/** Keeps SPEC.md and the names of the tests together. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const root = new URL('../../', import.meta.url)
const chapters = ['HO', 'DO', 'ST', 'FI', 'ED', 'UI', 'PE', 'LE', 'WI', 'SI', 'SY']

interface Rule {
  id: string
  chapter: string
  sentence: string
}

describe('SPEC.md', () => {
  const rules = readRules()
  const named = readTestNames()

  it('[HO80] has each rule once, in its chapter, as a sentence', () => {
    const ids = rules.map(({ id }) => id)
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
    for (const { id, chapter, sentence } of rules) {
      expect(id.startsWith(chapter), `${id} stands in chapter ${chapter}`).toBe(true)
      expect(sentence, id).toMatch(/^\S.+[.?!]$/)
    }
    expect(new Set(rules.map(({ chapter }) => chapter)).size).toBeGreaterThanOrEqual(6)
  })

  it('[HO80] knows every rule that a test names', () => {
    const known = new Set(rules.map(({ id }) => id))
    const unknown = [...named].filter(([id]) => !known.has(id)).map(([id, file]) => `${id} in ${file}`)
    expect(unknown).toEqual([])
  })

  it('[HO80] says which rules no test names yet', () => {
    const unproved = rules.filter(({ id }) => !named.has(id)).map(({ id }) => id)
    if (unproved.length > 0) console.warn(`Rules that no test names yet: ${unproved.join(', ')}`)
    expect(unproved.length).toBeLessThan(rules.length / 4)
  })

  it('[HO80] finds the names of tests in the files where they are', () => {
    expect(named.get('HO80')).toBe('test/spec/specification.test.ts')
    expect(named.size).toBeGreaterThan(15)
  })
})

function readRules(): Rule[] {
  const rules: Rule[] = []
  let chapter = ''
  for (const line of readFileSync(new URL('shared/SPEC.md', root), 'utf8').split('\n')) {
    chapter = /^## ([A-Z]{2}) /.exec(line)?.[1] ?? chapter
    const [, id, sentence] = /^\*\*([A-Z]{2}\d+)\*\* (.*)$/.exec(line) ?? []
    if (id !== undefined) rules.push({ id, chapter, sentence: sentence ?? '' })
  }
  expect(rules.length).toBeGreaterThan(15)
  return rules
}

/** Rule to one file that names it. Any text that begins with a rule in brackets is taken for a test's name. */
function readTestNames(): Map<string, string> {
  const found = new Map<string, string>()
  for (const entry of readdirSync(new URL('test/', root), { recursive: true, encoding: 'utf8' }).sort()) {
    const file = `test/${entry.replaceAll('\\', '/')}`
    if (!/\.(ts|tsx|mjs)$/.test(file)) continue
    for (const match of readFileSync(new URL(file, root), 'utf8').matchAll(/['"`]((?:\[[A-Z]{2}\d+\] ?)+)\S/g)) {
      for (const [, id = ''] of (match[1] ?? '').matchAll(/\[([A-Z]{2}\d+)\]/g)) {
        if (chapters.includes(id.slice(0, 2)) && !found.has(id)) found.set(id, file)
      }
    }
  }
  return found
}
