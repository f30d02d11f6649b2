import { describe, expect, test } from 'vitest'
import { columns, defaultView, noFilters } from '../../renderer/screens/findingsView.ts'
import { openViewStore, parseSavedViews, readName, type SavedView } from '../../renderer/screens/savedViews.ts'

function memory(refuses = false) {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, value: string) {
      if (refuses) throw new Error('QuotaExceededError')
      kept.set(key, value)
    },
  }
}

const mine: SavedView = {
  id: 'a',
  name: 'Mine, high',
  view: {
    filters: { ...noFilters, owner: ['ada'], riskAtLeast: 'high', status: ['draft'] },
    sort: { column: 'changed', isDescending: true },
    group: 'domain',
    columns: columns.filter((column) => column !== 'domain'),
  },
}

describe('views that a person keeps', () => {
  test('[UI57] a view comes back exactly as it was saved, for its person and review alone', () => {
    const storage = memory()
    expect(openViewStore(storage, 'ada', 'r1').write([mine])).toBe(true)
    expect(openViewStore(storage, 'ada', 'r1').read()).toEqual([mine])
    expect(openViewStore(storage, 'ben', 'r1').read()).toEqual([])
    expect(openViewStore(storage, 'ada', 'r2').read()).toEqual([])
  })

  test('[UI57] when the device refuses, the view still lasts as long as the window', () => {
    const store = openViewStore(memory(true), 'ada', 'r1')
    expect(store.write([mine])).toBe(false)
    expect(store.read()).toEqual([mine])
  })

  test('[UI58] what is damaged or of another version is left out, the rest is kept', () => {
    for (const text of ['', 'null', '{', '[1,null,"x",{}]', '{"id":"a"}']) expect(parseSavedViews(text)).toEqual([])
    const kept = [
      { id: 'b', name: ' ', view: {} },
      {
        id: 'c',
        name: '  Some   view ',
        view: {
          group: 'shoe size',
          sort: { column: 'colour', isDescending: 'yes' },
          columns: ['risk', 'colour'],
          filters: { status: ['draft', 'burnt'], riskAtLeast: 'enormous', owner: ['ada', 7], showsWithdrawn: 'yes' },
        },
      },
    ]
    expect(parseSavedViews(JSON.stringify(kept))).toEqual([
      {
        id: 'c',
        name: 'Some view',
        view: {
          ...defaultView,
          filters: { ...noFilters, status: ['draft'], owner: ['ada'] },
          columns: ['key', 'title', 'risk'],
        },
      },
    ])
  })

  test('[UI58] a name is one line of at most 80 characters', () => {
    expect(readName(`  a \n b${'x'.repeat(200)}`)).toBe(`a b${'x'.repeat(77)}`)
  })
})
