import { describe, expect, it } from 'vitest'
import { type Missing, missingForSaving, missingForSharing, missingInMetric } from '../../shared/domain/completeness.ts'
import type { FindingFields, Row } from '../../shared/domain/fieldTable.ts'

const everySection = { sectionHasText: () => true }

/** Every field that the brief marks as needed before sharing, and no other. */
const complete: FindingFields = {
  title: 'Cites a source that does not exist',
  summary: 'In 3 of 20 answers the source was invented.',
  owner: 'p-a',
  coAuthors: ['p-b'],
  peerReviewer: 'p-c',
  related: [],
  domain: 'societal',
  subdomain: '',
  findingType: 'societal_impact',
  claimType: 'propensity',
  phase: 'pre_deployment',
  nistAi600_1: [],
  atlas: [],
  owaspLlm: [],
  owaspAgentic: [],
  snapshots: ['rc1'],
  accessLevel: 'public',
  languages: [],
  modality: [],
  actor: 'non_malicious_user',
  scenario: 'A person asks for sources.',
  assumptions: '',
  ruleInOut: '',
  technique: 'automated_benchmark',
  items: undefined,
  harness: 'Plain questions.',
  elicitation: 'None.',
  grading: '',
  referenceModels: [],
  humanBaseline: '',
  timeLimits: '',
  metrics: [],
  validityChecks: [{ id: 'v1', kind: 'grader_error', outcome: 'passed', note: '' }],
  likelihood: 'high',
  impact: 'low',
  justification: 'Common, but each case does little harm.',
  confidence: 'low',
  confidenceRationale: '',
  recommendations: [],
  tlp: 'TLP:AMBER',
  hazard: undefined,
  namedRecipients: [],
  publicationIntent: undefined,
  urgency: undefined,
  responseDue: undefined,
}

const metric: Row<'metrics'> = {
  id: 'm1',
  name: 'invented sources',
  snapshot: 'rc1',
  numerator: '3',
  denominator: '20',
  value: '0.150',
  unit: 'proportion',
  ciLow: '0.052',
  ciHigh: '0.360',
  ciMethod: 'wilson-95',
  runs: '',
  isReference: '',
  note: '',
}

function codes(missing: readonly Missing[]): string[] {
  return missing.map((one) =>
    one.kind === 'section'
      ? `section ${one.section}`
      : `${one.field}${one.column === undefined ? '' : `.${one.column}`} ${one.why}`,
  )
}

function lacking(change: Partial<FindingFields>): string[] {
  return codes(missingForSharing({ ...complete, ...change }, everySection))
}

describe('what a finding lacks', () => {
  it('[FI12] five fields are needed to save, named in the order of the form', () => {
    expect(codes(missingForSaving({}))).toEqual([
      'title empty',
      'owner empty',
      'domain empty',
      'findingType empty',
      'phase empty',
    ])
    expect(
      missingForSaving({ title: ' \n', owner: 'p', domain: 'cyber', findingType: 'process', phase: 'both' }),
    ).toEqual([{ kind: 'field', field: 'title', why: 'empty' }])
    expect(missingForSaving(complete)).toEqual([])
  })

  it('[FI13] a finding with every needed field and section lacks nothing', () => {
    expect(lacking({})).toEqual([])
  })

  it('[FI13] each field that is needed before sharing is named when it is empty', () => {
    // The list of the domain brief, typed again.
    const needed =
      `title summary owner peerReviewer domain findingType claimType phase snapshots accessLevel actor scenario
      technique harness elicitation validityChecks likelihood impact justification confidence tlp`.split(/\s+/)
    for (const name of Object.keys(complete) as (keyof FindingFields)[]) {
      const before = complete[name]
      const empty = Array.isArray(before) ? [] : typeof before === 'string' && name !== 'title' ? undefined : ''
      expect(lacking({ [name]: empty }), name).toEqual(needed.includes(name) ? [`${name} empty`] : [])
    }
  })

  it('[FI13] each section of the text but the dissent is named when it is empty', () => {
    expect(codes(missingForSharing(complete, { sectionHasText: () => false }))).toEqual([
      'section observation',
      'section impact',
      'section limitations',
      'section reproduction',
    ])
    expect(codes(missingForSharing(complete, { sectionHasText: (section) => section !== 'limitations' }))).toEqual([
      'section limitations',
    ])
  })

  it('[FI13] a summary has at most 600 characters', () => {
    expect(lacking({ summary: 'x'.repeat(600) })).toEqual([])
    expect(lacking({ summary: 'x'.repeat(601) })).toEqual(['summary tooLong'])
  })

  it('[FI13] an id that no list knows is named, the review’s own snapshots excepted', () => {
    expect(lacking({ domain: 'space_weather' })).toEqual(['domain unknownChoice'])
    expect(lacking({ atlas: ['AML.T0051', 'AML.T9999'] })).toEqual(['atlas unknownChoice'])
    expect(lacking({ snapshots: ['anything'] })).toEqual([])
  })

  it('[FI13] rows of checks and recommendations are whole', () => {
    expect(lacking({ validityChecks: [{ id: 'v1', kind: 'grader_error', outcome: '', note: '' }] })).toEqual([
      'validityChecks.outcome rowIncomplete',
    ])
    expect(lacking({ recommendations: [{ id: 'r1', text: ' ', addressee: 'lab' }] })).toEqual([
      'recommendations.text rowIncomplete',
    ])
    expect(lacking({ recommendations: [{ id: 'r1', text: 'Retest.', addressee: 'everybody' }] })).toEqual([
      'recommendations.addressee unknownChoice',
    ])
  })

  it('[FI14] the peer reviewer is neither owner nor co-author', () => {
    expect(lacking({ peerReviewer: 'p-a' })).toEqual(['peerReviewer reviewerIsAuthor'])
    expect(lacking({ peerReviewer: 'p-b' })).toEqual(['peerReviewer reviewerIsAuthor'])
  })

  it('[FI14] TLP:RED and urgent disclosure name the people who may read', () => {
    expect(lacking({ tlp: 'TLP:RED' })).toEqual(['namedRecipients recipientsForRed'])
    expect(lacking({ tlp: 'TLP:RED', namedRecipients: ['p-a'] })).toEqual([])
    expect(lacking({ urgency: 'urgent' })).toEqual(['namedRecipients recipientsForUrgent'])
    expect(lacking({ urgency: 'expedited' })).toEqual([])
  })

  it('[FI5] measurement and process may stay unrated, but not half rated', () => {
    const process = { findingType: 'process', likelihood: undefined, impact: undefined } as const
    expect(lacking(process)).toEqual([])
    expect(lacking({ ...process, likelihood: 'low' })).toEqual(['impact halfRated'])
    expect(lacking({ ...process, impact: 'low' })).toEqual(['likelihood halfRated'])
    expect(lacking({ ...process, findingType: 'capability' })).toEqual(['likelihood empty', 'impact empty'])
  })
})

describe('a row of results', () => {
  const wrongIn = (change: Partial<Row<'metrics'>>) => codes(missingInMetric({ ...metric, ...change }))

  it('[FI9] a consistent row lacks nothing, whichever way the result is given', () => {
    expect(wrongIn({})).toEqual([])
    expect(wrongIn({ value: '', ciLow: '', ciHigh: '', ciMethod: '' })).toEqual([])
    expect(
      wrongIn({ numerator: '', denominator: '', value: '12.5', unit: 'hours', ciLow: '', ciHigh: '', ciMethod: '' }),
    ).toEqual([])
    expect(wrongIn({ value: '15', unit: '%', ciLow: '5.2', ciHigh: '36.0' })).toEqual([])
  })

  it('[FI9] what does not fit is named at its cell', () => {
    expect(wrongIn({ name: ' ' })).toEqual(['metrics.name metricWithoutName'])
    expect(wrongIn({ snapshot: '' })).toEqual(['metrics.snapshot metricWithoutSnapshot'])
    expect(wrongIn({ numerator: '21', value: '', ciLow: '', ciHigh: '' })).toEqual([
      'metrics.numerator numeratorAboveDenominator',
    ])
    expect(wrongIn({ numerator: '0', denominator: '0', value: '', ciLow: '', ciHigh: '' })).toEqual([
      'metrics.numerator numeratorAboveDenominator',
    ])
    expect(wrongIn({ value: '0.151' })).toEqual(['metrics.value valueDiffersFromCounts'])
    expect(wrongIn({ numerator: '', denominator: '', value: '0.05' })).toEqual(['metrics.value valueOutsideInterval'])
    expect(wrongIn({ ciLow: '0.4' })).toEqual(['metrics.ciLow intervalBroken'])
    expect(wrongIn({ ciHigh: '' })).toEqual(['metrics.ciHigh intervalBroken'])
    expect(wrongIn({ ciMethod: '' })).toEqual(['metrics.ciMethod intervalWithoutMethod'])
    expect(wrongIn({ numerator: '', denominator: '', value: '', ciLow: '', ciHigh: '' })).toEqual([
      'metrics.value metricWithoutResult',
    ])
    expect(wrongIn({ denominator: '', value: '', ciLow: '', ciHigh: '' })).toEqual([
      'metrics.denominator metricWithoutResult',
    ])
    expect(wrongIn({ runs: '2.5' })).toEqual(['metrics.runs notCount'])
    expect(wrongIn({ ciLow: 'low' })).toEqual(['metrics.ciLow notNumber'])
  })

  it('[FI9] a claim of comparison has a number of what it is compared with', () => {
    expect(lacking({ claimType: 'comparison', metrics: [metric] })).toEqual(['metrics comparisonWithoutReference'])
    expect(
      lacking({ claimType: 'comparison', metrics: [metric, { ...metric, id: 'm2', isReference: 'yes' }] }),
    ).toEqual([])
  })
})
