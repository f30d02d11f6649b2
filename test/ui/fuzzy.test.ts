import { describe, expect, test } from 'vitest'
import { bestScore, fuzzyScore } from '../../renderer/commands/fuzzy.ts'

const ranked = (query: string, texts: readonly string[]) =>
  texts
    .flatMap((text) => {
      const score = fuzzyScore(query, text)
      return score === undefined ? [] : [{ text, score }]
    })
    .sort((a, b) => b.score - a.score)
    .map(({ text }) => text)

describe('finding commands by a few letters', () => {
  test('[UI4] the start of a word goes before the middle of one, and whole words before scattered letters', () => {
    expect(ranked('find', ['Unfinding', 'Go to a finding…', 'Find in the text'])).toEqual([
      'Find in the text',
      'Go to a finding…',
      'Unfinding',
    ])
    expect(ranked('nf', ['New finding', 'Confine'])[0]).toBe('New finding')
  })

  test('[UI4] accents, case and ß do not count', () => {
    expect(fuzzyScore('prufung', 'Neue Prüfung…')).toBeDefined()
    expect(fuzzyScore('SCHLIESSEN', 'Oberstes schließen')).toBeDefined()
  })

  test('[UI4] words are found in any order, and letters that only happen to be there are no match', () => {
    expect(fuzzyScore('review new', 'New review…')).toBeDefined()
    expect(fuzzyScore('xyz', 'New review…')).toBeUndefined()
    expect(fuzzyScore('oiw', 'Open the sample review settings')).toBeUndefined()
  })

  test('[UI4] a command is found by its words in the other language too', () => {
    expect(bestScore('dunkle', ['Use the dark theme'])).toBeUndefined()
    expect(bestScore('dunkle', ['Use the dark theme', 'Dunkle Darstellung'])).toBeDefined()
  })
})
