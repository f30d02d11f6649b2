/** The table is typed again here from NIST SP 800-30 Rev. 1 (September 2012), Appendix I, Table I-2. */
import { describe, expect, it } from 'vitest'
import { riskFromTable, riskOf, riskRank } from '../../shared/domain/risk.ts'

const impacts = ['very_low', 'low', 'moderate', 'high', 'very_high'] as const
const printed = `
very_high | Very Low  Low       Moderate  High      Very High
high      | Very Low  Low       Moderate  High      Very High
moderate  | Very Low  Low       Moderate  Moderate  High
low       | Very Low  Low       Low       Low       Moderate
very_low  | Very Low  Very Low  Very Low  Low       Low
`

describe('risk', () => {
  it('[FI4] follows from likelihood and impact by Table I-2', () => {
    let cells = 0
    for (const row of printed.trim().split('\n')) {
      const [likelihood = '', levels = ''] = row.split('|')
      const expected = levels.trim().split(/\s{2,}/)
      impacts.forEach((impact, at) => {
        const level = (expected[at] ?? '').toLowerCase().replace(' ', '_')
        expect(riskFromTable(likelihood.trim() as (typeof impacts)[number], impact), `${likelihood} x ${impact}`).toBe(
          level,
        )
        cells += 1
      })
    }
    expect(cells).toBe(25)
  })

  it('[FI5] may stay open for findings about measurement or process, and for no others', () => {
    const open = { likelihood: undefined, impact: undefined }
    expect(riskOf({ ...open, findingType: 'measurement_validity' })).toBe('notRated')
    expect(riskOf({ ...open, findingType: 'process' })).toBe('notRated')
    expect(riskOf({ ...open, findingType: 'capability' })).toBe('unknown')
    expect(riskOf({ ...open, findingType: undefined })).toBe('unknown')
    expect(riskOf({ likelihood: 'high', impact: undefined, findingType: 'process' })).toBe('unknown')
    expect(riskOf({ likelihood: 'high', impact: 'high', findingType: 'process' })).toBe('high')
    expect(riskOf({ likelihood: 'high', impact: 'enormous', findingType: 'capability' })).toBe('unknown')
  })

  it('[FI4] sorts from very low to very high, with open ones apart', () => {
    const inOrder = ['unknown', 'notRated', ...impacts] as const
    expect([...inOrder].sort((a, b) => riskRank(a) - riskRank(b))).toEqual(inOrder)
  })
})
