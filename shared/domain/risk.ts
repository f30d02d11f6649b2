/**
 * Risk follows from likelihood and impact by NIST SP 800-30 Rev. 1, Table I-2. It is derived and never stored, so nobody can
 * overrule the table: who disagrees changes likelihood or impact and says why.
 */
import type { FindingFields } from './fieldTable.ts'
import { type FindingType, isIdOf, type Level } from './vocabularies.ts'

/** `notRated`: allowed for this type of finding and left open. `unknown`: still to be assessed, or a level that this app does not know. */
export type Risk = Level | 'notRated' | 'unknown'

export function riskOf(fields: Pick<FindingFields, 'likelihood' | 'impact' | 'findingType'>): Risk {
  const { likelihood, impact, findingType } = fields
  if (isIdOf('level', likelihood) && isIdOf('level', impact)) return riskFromTable(likelihood, impact)
  const isOpen = (likelihood ?? '') === '' && (impact ?? '') === ''
  return isOpen && mayStayUnrated(findingType) ? 'notRated' : 'unknown'
}

export function riskFromTable(likelihood: Level, impact: Level): Level {
  return riskTable[likelihood][impact]
}

/** Findings about how a measurement or a process went have no attacker and no harm of their own. */
export function mayStayUnrated(findingType: string | undefined): boolean {
  return unratedTypes.some((type) => type === findingType)
}

/** For sorting: not rated and unknown come last. */
export function riskRank(risk: Risk): number {
  return ranks[risk]
}

const unratedTypes: readonly FindingType[] = ['measurement_validity', 'process']

const ranks: Readonly<Record<Risk, number>> = {
  unknown: -2,
  notRated: -1,
  very_low: 0,
  low: 1,
  moderate: 2,
  high: 3,
  very_high: 4,
}

type ByImpact = Readonly<Record<Level, Level>>

const highRow: ByImpact = {
  very_low: 'very_low',
  low: 'low',
  moderate: 'moderate',
  high: 'high',
  very_high: 'very_high',
}

/** Rows are likelihood. The table has the same row for high and very high. */
const riskTable: Readonly<Record<Level, ByImpact>> = {
  very_high: highRow,
  high: highRow,
  moderate: { very_low: 'very_low', low: 'low', moderate: 'moderate', high: 'moderate', very_high: 'high' },
  low: { very_low: 'very_low', low: 'low', moderate: 'low', high: 'low', very_high: 'moderate' },
  very_low: { very_low: 'very_low', low: 'very_low', moderate: 'very_low', high: 'low', very_high: 'low' },
}
