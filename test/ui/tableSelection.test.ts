import { describe, expect, test } from 'vitest'
import { extendTo, moveBy, type TableState, toggle } from '../../renderer/ui/tableSelection.ts'

const order = ['a', 'b', 'c', 'd', 'e']
const at = (current: string, selected: readonly string[] = []): TableState => ({
  current,
  anchor: current,
  selected: new Set(selected),
})
const shown = ({ current, selected }: TableState) => [current, [...selected].sort().join('')]

describe('selection in tables', () => {
  test('[UI8] arrows move the current row, stop at both ends and leave the selection alone', () => {
    expect(shown(moveBy(at('a', ['d']), order, 1, false))).toEqual(['b', 'd'])
    expect(shown(moveBy(at('e'), order, 1, false))).toEqual(['e', ''])
    expect(shown(moveBy(at('b'), order, -99, false))).toEqual(['a', ''])
    expect(shown(moveBy({ current: 'gone', anchor: undefined, selected: new Set() }, order, 1, false))).toEqual([
      'a',
      '',
    ])
  })

  test('[UI8] Shift extends from where it began, and takes back what it extended', () => {
    const two = moveBy(moveBy(at('b'), order, 1, true), order, 1, true)
    expect(shown(two)).toEqual(['d', 'bcd'])
    expect(shown(moveBy(two, order, -1, true))).toEqual(['c', 'bc'])
    expect(shown(extendTo(two, order, 'a'))).toEqual(['a', 'ab'])
  })

  test('[UI8] Space adds and takes away one row', () => {
    const one = toggle(at('c', ['a']), 'c')
    expect(shown(one)).toEqual(['c', 'ac'])
    expect(shown(toggle(one, 'c'))).toEqual(['c', 'a'])
  })
})
