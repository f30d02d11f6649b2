import { describe, expect, test } from 'vitest'
import { fromLocal, toLocal } from '../../renderer/panels/dateTime.ts'
import { describeChange } from '../../renderer/panels/describeChange.ts'
import { countFilled, countMissing, fieldGroups } from '../../renderer/panels/fieldGroups.ts'
import { type MetricRow, metricLine, valueFromCounts, wilsonCells } from '../../renderer/panels/metricRow.ts'
import { missingWords } from '../../renderer/panels/missingWords.ts'
import { commonMoves, statusMoves } from '../../renderer/panels/statusMoves.ts'
import { addToFindingOrder, keepFindingOrder, neighboursOf } from '../../renderer/screens/findingOrder.ts'
import { de } from '../../renderer/text/de.ts'
import { en } from '../../renderer/text/en.ts'
import { missingForSharing } from '../../shared/domain/completeness.ts'
import { fieldTable, type FieldName, rowTable } from '../../shared/domain/fieldTable.ts'
import { makeFields, makeFinding } from './makeFindings.ts'

const names = Object.keys(fieldTable) as FieldName[]

function makeMetric(values: Partial<MetricRow>): MetricRow {
  const empty = Object.fromEntries(Object.keys(rowTable.metrics).map((column) => [column, '']))
  return { id: 'row', ...empty, ...values } as MetricRow
}

describe('the form of a finding', () => {
  test('[FI50] every field stands in exactly one group, and the needed ones come first', () => {
    const shown = fieldGroups.flatMap(({ fields }) => fields)
    expect([...shown, 'title'].sort()).toEqual([...names].sort())
    expect(fieldGroups[0]).toEqual({ group: 'needed', fields: ['owner', 'domain', 'findingType', 'phase'] })
  })

  test('[FI51] every field has a label of its own in both languages', () => {
    for (const words of [en, de]) {
      const labels = names.map((name) => words.finding.fields[name].label)
      expect(labels.every((label) => label.length > 0 && label.length <= 28)).toBe(true)
      expect(new Set(labels).size).toBe(labels.length)
    }
  })

  test('[FI52] the count of a group says how many of its fields are filled and how many are asked for', () => {
    const fields = makeFields({ likelihood: 'low', justification: 'because', metrics: [] })
    const missing = missingForSharing(fields, { sectionHasText: () => true })
    const assessment = fieldGroups.find(({ group }) => group === 'assessment')?.fields ?? []
    expect(countFilled(fields, assessment)).toBe(2)
    expect(countMissing(missing, assessment)).toBe(2)
  })

  test('[FI53] each thing that is missing is named in words, also a cell of a row', () => {
    const finding = makeFinding(1, {
      metrics: [makeMetric({ id: 'm1' }), makeMetric({ id: 'm2', name: 'b', value: 'x' })],
    })
    const missing = missingForSharing(finding.fields, { sectionHasText: () => false })
    const said = missing.map((each) => missingWords(each, finding, en, 'en'))
    expect(said).toContain('Summary is empty')
    expect(said).toContain('Observation: no text yet')
    expect(said).toContain('Metrics, row 2: not a number')
    expect(said.every((line) => line.length > 0 && !line.includes('undefined'))).toBe(true)
  })
})

describe('numbers of a result', () => {
  test('[FI54] Wilson fills interval, value and unit from the counts, and never replaces a value', () => {
    const row = makeMetric({ numerator: '41', denominator: '60' })
    expect(wilsonCells(row)).toEqual({
      ciLow: '0.558',
      ciHigh: '0.787',
      ciMethod: 'wilson-95',
      value: '0.683',
      unit: 'proportion',
    })
    expect(wilsonCells({ ...row, value: '0.68', unit: 'proportion' })).not.toHaveProperty('value')
  })

  test('[FI54] per cent moves the decimal point and nothing else', () => {
    const row = makeMetric({ numerator: '41', denominator: '60', unit: '%' })
    expect(valueFromCounts(row)).toBe('68.3')
    expect(wilsonCells(row)).toMatchObject({ ciLow: '55.8', ciHigh: '78.7', value: '68.3' })
    expect(valueFromCounts({ ...row, numerator: '0' })).toBe('0.0')
    expect(valueFromCounts({ ...row, numerator: '60' })).toBe('100.0')
  })

  test('[FI54] counts that make no share, and units that are none, give nothing', () => {
    for (const [numerator, denominator, unit] of [
      ['41', '', ''],
      ['41', '0', ''],
      ['61', '60', ''],
      ['x', '60', ''],
      ['41', '60', 'minutes'],
    ] as const)
      expect(wilsonCells(makeMetric({ numerator, denominator, unit }))).toBeUndefined()
  })

  test('[FI55] a row reads as one line', () => {
    const row = makeMetric({
      numerator: '41',
      denominator: '60',
      value: '0.683',
      ciLow: '0.558',
      ciHigh: '0.787',
      unit: 'proportion',
    })
    expect(metricLine(row, en.finding.metrics.interval)).toBe('41 / 60 = 0.683 (0.558 to 0.787)')
    expect(metricLine(makeMetric({ value: '12', unit: 'minutes' }), en.finding.metrics.interval)).toBe('12 minutes')
    expect(metricLine(makeMetric({}), en.finding.metrics.interval)).toBe('')
  })
})

describe('dates', () => {
  test('[FI56] a moment survives being shown and read, and a date alone means five in the afternoon', () => {
    const iso = '2026-10-02T16:00:00.000Z'
    expect(fromLocal(toLocal(iso))).toBe(iso)
    expect(fromLocal({ date: '', time: '10:00' })).toBeUndefined()
    expect(toLocal(fromLocal({ date: '2026-10-02', time: '' }))).toEqual({ date: '2026-10-02', time: '17:00' })
    expect(toLocal('nonsense')).toEqual({ date: '', time: '' })
  })
})

describe('status by hand', () => {
  test('[FI57] only moves of the lifecycle are offered, and sharing is none of them', () => {
    expect(statusMoves('draft').map(({ to }) => to)).toEqual(['internal_review', 'withdrawn'])
    expect(statusMoves('internal_review').map(({ to }) => to)).toEqual(['draft', 'withdrawn'])
    expect(statusMoves('finalised').map(({ to }) => to)).toEqual(['withdrawn'])
    expect(statusMoves('withdrawn').map(({ to }) => to)).toEqual(['draft'])
    expect(statusMoves('superseded')).toEqual([])
  })

  test('[FI57] withdrawing and bringing back need a reason, review needs a complete finding', () => {
    expect(statusMoves('draft').find(({ to }) => to === 'withdrawn')?.needsReason).toBe(true)
    expect(statusMoves('withdrawn')[0]?.needsReason).toBe(true)
    expect(statusMoves('draft')[0]).toEqual({ to: 'internal_review', needsReason: false, needsComplete: true })
  })

  test('[FI58] several findings are offered what all of them may do', () => {
    const draft = makeFinding(1, {})
    const review = makeFinding(2, {}, { status: 'internal_review' })
    const gone = makeFinding(3, {}, { status: 'withdrawn' })
    expect(commonMoves([draft, review]).map(({ to }) => to)).toEqual(['withdrawn'])
    expect(commonMoves([draft, gone])).toEqual([])
    expect(commonMoves([])).toEqual([])
  })
})

describe('what undo says', () => {
  const one = makeFinding(1, { title: 'a' })
  const two = makeFinding(2, { title: 'b' })
  const titled = { ...one, fields: { ...one.fields, title: 'c' } }

  test('[UI59] the message names what changed and where', () => {
    expect(describeChange([one, two], [titled, two], en, 'en')).toBe('Title (F-001)')
    expect(describeChange([one], [{ ...one, status: 'withdrawn' }], en, 'en')).toBe('Status Withdrawn (F-001)')
    expect(describeChange([one, two], [two], en, 'en')).toBe('New finding (F-001)')
    const both = [titled, { ...two, fields: { ...two.fields, title: 'd' } }]
    expect(describeChange([one, two], both, en, 'en')).toBe('Title (2 findings)')
  })

  test('[UI59] nothing changed gives no words', () => {
    expect(describeChange([one, two], [one, two], en, 'en')).toBe('')
  })
})

describe('previous and next', () => {
  const all = [1, 2, 3, 4].map((number) => makeFinding(number, {}, number === 3 ? { status: 'withdrawn' } : {}))

  test('[UI60] they follow the order that the table last showed', () => {
    keepFindingOrder('r1', ['finding-4', 'finding-1', 'gone', 'finding-2'])
    expect(neighboursOf('r1', 'finding-1', all)).toEqual({ previous: 'finding-4', next: 'finding-2', place: 2, all: 3 })
  })

  test('[UI60] a finding created since then comes last', () => {
    keepFindingOrder('r3', ['finding-2', 'finding-1'])
    addToFindingOrder('r3', 'finding-4')
    expect(neighboursOf('r3', 'finding-1', all)).toMatchObject({ previous: 'finding-2', next: 'finding-4' })
  })

  test('[UI60] a finding that the table did not show stands in the order of keys, withdrawn ones passed over', () => {
    expect(neighboursOf('r2', 'finding-2', all)).toEqual({ previous: 'finding-1', next: 'finding-4', place: 2, all: 3 })
    expect(neighboursOf('r2', 'finding-3', all)).toMatchObject({ previous: 'finding-2', next: 'finding-4' })
  })
})
