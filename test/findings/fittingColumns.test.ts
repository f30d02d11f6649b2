import { describe, expect, test } from 'vitest'
import { fittingColumns } from '../../renderer/screens/FindingsColumns.tsx'
import { columns } from '../../renderer/screens/findingsView.ts'

describe('narrow tables', () => {
  test('[UI61] who can see it, key and title stay at any width; nothing goes while there is room', () => {
    expect(fittingColumns(columns, Number.POSITIVE_INFINITY)).toEqual(columns)
    expect(fittingColumns(columns, 1)).toEqual(['key', 'audience', 'title'])
    let before = 0
    for (let room = 1; room < 90; room += 1) {
      const shown = fittingColumns(columns, room)
      expect(shown.length).toBeGreaterThanOrEqual(before)
      before = shown.length
    }
  })
})
