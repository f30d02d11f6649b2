import { describe, expect, it } from 'vitest'
import { prose } from './pages/prose.ts'
import { againstBar, againstFloor, inform, tableOf } from './report.ts'
import { quantile } from './statistics.ts'

const what = { goal: 'P1 typing', name: 'work per key', unit: 'ms' }

describe('benchmarks', () => {
  it('[HO90] a figure that could not be measured is never met', () => {
    expect(againstFloor(what, Number.NaN, 5, 1.25).verdict).toBe('not measured')
    expect(againstFloor(what, 5, Number.NaN, 1.25).verdict).toBe('not measured')
    expect(againstBar(what, Number.NaN, 50).verdict).toBe('not measured')
    expect(inform(what, Number.NaN, 5)).toEqual({ ...what, floor: 5, bar: '', verdict: '' })
  })

  it('[HO90] a goal is met up to its bar and not above it', () => {
    expect(againstFloor(what, 6.25, 5, 1.25).verdict).toBe('met')
    expect(againstFloor(what, 6.26, 5, 1.25).verdict).toBe('not met')
    expect(againstBar(what, 50, 50).verdict).toBe('met')
    expect(againstBar(what, 51, 50).verdict).toBe('not met')
  })

  it('[HO90] the table says ours, floor, ratio, bar and result', () => {
    const line = tableOf([againstFloor(what, 6, 5, 1.25)]).split('\n')[2]
    expect(line?.split(/ {2,}/)).toEqual(['P1 typing', 'work per key', '6 ms', '5 ms', '1.20', '<= 1.25 x', 'met'])
  })

  it('[HO91] the measured text is the same each time, and has the words asked for', () => {
    const paragraphs = prose(120)
    expect(paragraphs).toEqual(prose(120))
    expect(paragraphs.map((text) => text.split(' ').length)).toEqual([50, 50, 20])
    expect(prose(120, 50, 2)).not.toEqual(paragraphs)
    expect(prose(0)).toEqual([])
  })

  it('[HO91] quantiles are interpolated, and of nothing there is none', () => {
    expect(quantile([3, 1, 2, 4], 0.5)).toBe(2.5)
    expect(quantile([1, 2, 3, 4, 5], 0.95)).toBeCloseTo(4.8)
    expect(quantile([], 0.5)).toBeNaN()
  })
})
