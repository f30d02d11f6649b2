import { describe, expect, it } from 'vitest'
import { readCell, readMember, readScalar } from '../../shared/domain/readFields.ts'
import type { Result } from '../../shared/base/result.ts'

function outcome(result: Result<unknown>): unknown {
  return result.ok ? result.value : `refused: ${result.refusal.code}`
}

describe('fields from elsewhere', () => {
  it('[FI15] one value is read by its field’s kind', () => {
    expect(outcome(readScalar('title', 'Words'))).toBe('Words')
    expect(outcome(readScalar('title', undefined))).toBe('')
    expect(outcome(readScalar('title', 7))).toBe('refused: notText')
    expect(outcome(readScalar('title', 'x'.repeat(100_001)))).toBe('refused: textTooLong')
    expect(outcome(readScalar('domain', ''))).toBe(undefined)
    expect(outcome(readScalar('domain', 'space_weather'))).toBe('space_weather')
    expect(outcome(readScalar('items', 60))).toBe(60)
    for (const wrong of ['60', -1, 1.5, Number.NaN, 2 ** 53])
      expect(outcome(readScalar('items', wrong))).toBe('refused: notCount')
    expect(outcome(readScalar('responseDue', '2026-10-02T17:00:00Z'))).toBe('2026-10-02T17:00:00Z')
    expect(outcome(readScalar('responseDue', 'soon'))).toBe('refused: notDate')
    expect(outcome(readScalar('coAuthors', 'p-a'))).toBe('refused: notOneValue')
  })

  it('[FI15] a member of a set is a short word that is there', () => {
    expect(outcome(readMember('languages', ' de '))).toBe('de')
    expect(outcome(readMember('languages', '  '))).toBe('refused: empty')
    expect(outcome(readMember('languages', 'x'.repeat(201)))).toBe('refused: textTooLong')
    expect(outcome(readMember('title', 'x'))).toBe('refused: notASet')
  })

  it('[FI15] a cell is text that fits its column', () => {
    expect(outcome(readCell('metrics', 'numerator', '41'))).toBe('41')
    expect(outcome(readCell('metrics', 'numerator', '4.1'))).toBe('refused: notCount')
    expect(outcome(readCell('metrics', 'value', '0.600'))).toBe('0.600')
    expect(outcome(readCell('metrics', 'value', 'many'))).toBe('refused: notNumber')
    expect(outcome(readCell('metrics', 'isReference', 'true'))).toBe('')
    expect(outcome(readCell('metrics', 'constructor', 'x'))).toBe('refused: noSuchColumn')
    expect(outcome(readCell('metrics', 'note', undefined))).toBe('')
  })
})
