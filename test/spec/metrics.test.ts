/** Known answers: the sample's numbers, which were not computed by this code; a printed interval; long division by hand. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  compareDecimals,
  isProportion,
  parseDecimal,
  proportion,
  readCount,
  readDecimal,
  wilson95,
} from '../../shared/domain/metrics.ts'

interface SampleMetric {
  numerator: number
  denominator: number
  value: string
  ciLow: string
  ciHigh: string
}
const sample = JSON.parse(readFileSync(new URL('../../shared/demo/sample-review.json', import.meta.url), 'utf8')) as {
  findings: { results: SampleMetric[] }[]
}
const metrics = sample.findings.flatMap((finding) => finding.results)

function decimal(text: string) {
  const read = parseDecimal(text)
  if (read === undefined) throw new Error(`not a decimal: ${text}`)
  return read
}

describe('numbers of a result', () => {
  it('[FI6] a proportion is computed from whole numbers, to the digit', () => {
    expect(metrics.length).toBe(32)
    for (const { numerator, denominator, value } of metrics) expect(proportion(numerator, denominator)).toBe(value)
    expect(proportion(1, 3, 20)).toBe('0.33333333333333333333')
    expect(proportion(2, 3, 6)).toBe('0.666667')
    expect(proportion(0, 7, 2)).toBe('0.00')
    expect(proportion(7, 7, 0)).toBe('1')
    expect(proportion(9_007_199_254_740_990, 9_007_199_254_740_991, 16)).toBe('0.9999999999999999')
  })

  it('[FI6] a tie goes to the even digit', () => {
    expect(proportion(1, 16)).toBe('0.062')
    expect(proportion(3, 16)).toBe('0.188')
    expect(proportion(1, 8, 2)).toBe('0.12')
    expect(proportion(3, 8, 2)).toBe('0.38')
  })

  it('[FI6] where there is no proportion there is no answer', () => {
    expect(proportion(1, 0)).toBeUndefined()
    expect(proportion(-1, 4)).toBeUndefined()
    expect(proportion(1.5, 4)).toBeUndefined()
    expect(wilson95(5, 4)).toBeUndefined()
    expect(wilson95(0, 0)).toBeUndefined()
  })

  it('[FI7] the interval helper gives the Wilson interval at 95 %', () => {
    for (const { numerator, denominator, ciLow, ciHigh } of metrics) {
      expect(wilson95(numerator, denominator)).toEqual({ ciLow, ciHigh, ciMethod: 'wilson-95' })
    }
    // Newcombe, Statistics in Medicine 17 (1998) 857-872, Table I, method 3: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    expect(wilson95(81, 263, 4)).toMatchObject({ ciLow: '0.2553', ciHigh: '0.3662' })
    expect(wilson95(15, 148, 4)).toMatchObject({ ciLow: '0.0624', ciHigh: '0.1605' })
    expect(wilson95(0, 20, 4)).toMatchObject({ ciLow: '0.0000', ciHigh: '0.1611' })
    expect(wilson95(1, 29, 4)).toMatchObject({ ciLow: '0.0061', ciHigh: '0.1718' })
  })

  it('[FI8] what was typed as a number is kept digit by digit', () => {
    const kept = (typed: string) => {
      const read = readDecimal(typed)
      return read.ok ? read.value : read.refusal.code
    }
    expect(kept('0.600')).toBe('0.600')
    expect(kept(' 0,683 ')).toBe('0.683')
    expect(kept('.5')).toBe('0.5')
    expect(kept('007.10')).toBe('7.10')
    expect(kept('−3')).toBe('-3')
    expect(kept('+12')).toBe('12')
    for (const wrong of [
      '',
      '-',
      '.',
      '1.',
      '1e5',
      '1.234,5',
      '0x10',
      'NaN',
      'Infinity',
      '1 000',
      '٣',
      '1'.repeat(41),
    ]) {
      expect(kept(wrong), wrong).toBe('notNumber')
    }
  })

  it('[FI8] a count is digits only', () => {
    expect(readCount('60')).toEqual({ ok: true, value: 60 })
    for (const wrong of ['', '-1', '1.0', '1e3', '9'.repeat(16)]) expect(readCount(wrong).ok, wrong).toBe(false)
  })

  it('[FI8] numbers are compared as numbers, whatever their digits', () => {
    expect(compareDecimals(decimal('0.5'), decimal('0.50'))).toBe(0)
    expect(compareDecimals(decimal('-0.1'), decimal('0'))).toBe(-1)
    expect(compareDecimals(decimal('-0'), decimal('0.0'))).toBe(0)
    expect(compareDecimals(decimal('0.3'), decimal('0.29999999999999999999'))).toBe(1)
    expect(compareDecimals(decimal('-2'), decimal('-10'))).toBe(1)
  })

  it('[FI9] a value may stand for its counts at the digits that it has', () => {
    expect(isProportion(decimal('0.683'), 41, 60)).toBe(true)
    expect(isProportion(decimal('0.68'), 41, 60)).toBe(true)
    expect(isProportion(decimal('0.684'), 41, 60)).toBe(false)
    expect(isProportion(decimal('68.3'), 41, 60, 100)).toBe(true)
    expect(isProportion(decimal('0.062'), 1, 16)).toBe(true)
    expect(isProportion(decimal('0.063'), 1, 16)).toBe(true)
  })
})
