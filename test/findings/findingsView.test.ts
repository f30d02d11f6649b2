import { describe, expect, test } from 'vitest'
import {
  defaultView,
  filterFindings,
  type FindingsView,
  type Lookup,
  noFilters,
  sortFindings,
  viewFindings,
} from '../../renderer/screens/findingsView.ts'
import { labelOf } from '../../shared/domain/vocabularies.ts'
import { makeFinding, makeFindings } from './makeFindings.ts'

const lookup: Lookup = {
  locale: 'en',
  domainLabel: (domain) => labelOf('domain', domain, 'en'),
  personName: (person) => ({ ada: 'Ada', ben: 'ben', cem: 'Çem' })[person] ?? person,
}

const keys = (findings: readonly { key: string }[]) => findings.map((finding) => finding.key)
const view = (change: Partial<FindingsView>): FindingsView => ({ ...defaultView, ...change })

const severe = makeFinding(1, {
  title: 'Zebra',
  likelihood: 'high',
  impact: 'very_high',
  owner: 'ben',
  domain: 'cyber',
})
const mild = makeFinding(2, { title: 'äpfel', likelihood: 'low', impact: 'low', owner: 'ada', domain: 'societal' })
const unrated = makeFinding(3, { title: 'Apfel 10', findingType: 'process' }, { status: 'shared', audience: 'shared' })
const gone = makeFinding(4, { title: 'Apfel 9', owner: 'ada' }, { status: 'withdrawn' })
const all = [severe, mild, unrated, gone]

describe('which findings are shown', () => {
  test('[UI50] a withdrawn finding is hidden until it is asked for, by the chip or by its status', () => {
    expect(keys(filterFindings(all, noFilters, ''))).toEqual(['F-001', 'F-002', 'F-003'])
    expect(keys(filterFindings(all, { ...noFilters, showsWithdrawn: true }, ''))).toContain('F-004')
    expect(keys(filterFindings(all, { ...noFilters, status: ['withdrawn'] }, ''))).toEqual(['F-004'])
  })

  test('[UI51] values of one filter are alternatives, filters narrow each other', () => {
    const either = { ...noFilters, domain: ['cyber', 'societal'] }
    expect(keys(filterFindings(all, either, ''))).toEqual(['F-001', 'F-002'])
    expect(keys(filterFindings(all, { ...either, owner: ['ada'] }, ''))).toEqual(['F-002'])
    expect(keys(filterFindings(all, { ...noFilters, audience: ['shared'] }, ''))).toEqual(['F-003'])
    expect(keys(filterFindings(all, { ...noFilters, owner: [''] }, ''))).toEqual(['F-003'])
  })

  test('[UI52] "risk at least" leaves out what is lower, not rated or not yet assessed', () => {
    expect(keys(filterFindings(all, { ...noFilters, riskAtLeast: 'low' }, ''))).toEqual(['F-001', 'F-002'])
    expect(keys(filterFindings(all, { ...noFilters, riskAtLeast: 'high' }, ''))).toEqual(['F-001'])
  })

  test('[UI53] searching takes every word, in any case, with or without accents', () => {
    expect(keys(filterFindings(all, noFilters, '  APFEL '))).toEqual(['F-002', 'F-003'])
    expect(keys(filterFindings(all, noFilters, 'apfel f-003'))).toEqual(['F-003'])
    expect(keys(filterFindings(all, noFilters, 'zebra apfel'))).toEqual([])
  })
})

describe('in which order', () => {
  test('[UI54] titles sort as people of the language do, numbers by their value', () => {
    const sorted = sortFindings(all, { column: 'title', isDescending: false }, lookup)
    expect(sorted.map((finding) => finding.fields.title)).toEqual(['äpfel', 'Apfel 9', 'Apfel 10', 'Zebra'])
  })

  test('[UI54] equal values keep the order of their keys in both directions', () => {
    const same = [1, 2, 3].map((number) => makeFinding(number, { title: 'same' }))
    for (const isDescending of [false, true])
      expect(keys(sortFindings(same, { column: 'title', isDescending }, lookup))).toEqual(['F-001', 'F-002', 'F-003'])
  })

  test('[UI54] risk sorts by weight, with what is not rated below the lowest level', () => {
    expect(keys(sortFindings(all, { column: 'risk', isDescending: true }, lookup))).toEqual([
      'F-001',
      'F-002',
      'F-003',
      'F-004',
    ])
  })

  test('[UI55] every finding that passes stands in exactly one group, and groups come in their own order', () => {
    const many = makeFindings(500, 7)
    for (const group of ['risk', 'status', 'domain', 'owner'] as const) {
      const groups = viewFindings(many, view({ group }), '', lookup)
      const shown = groups.flatMap((each) => keys(each.findings))
      expect(new Set(shown).size).toBe(shown.length)
      expect([...shown].sort()).toEqual(keys(filterFindings(many, noFilters, '')).sort())
    }
    expect(viewFindings(all, view({ group: 'risk' }), '', lookup).map((each) => each.value)).toEqual([
      'very_high',
      'low',
      'notRated',
    ])
    expect(viewFindings(all, view({ group: 'owner' }), '', lookup).map((each) => each.value)).toEqual([
      'ada',
      'ben',
      '',
    ])
  })
})

describe('how fast', () => {
  test('[UI56] filtering or sorting ten thousand findings costs at most two and a half plain sorts of their titles', () => {
    const many = makeFindings(10_000, 11)
    const others = [1, 2, 3, 4].map((seed) => makeFindings(10_000, seed))
    const { compare } = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
    const once = (work: () => unknown) => {
      const start = performance.now()
      work()
      return performance.now() - start
    }
    const works: Record<string, (round: number) => unknown> = {
      'a title never seen': (round) =>
        sortFindings(others[round % 4] ?? many, { column: 'title', isDescending: false }, lookup),
      search: (round) => filterFindings(many, noFilters, ['bypass', 'größer tool', 'f-9'][round % 3] ?? ''),
      group: () => viewFindings(many, view({ group: 'domain' }), 'agent', lookup),
    }
    for (const column of defaultView.columns)
      works[column] = (round) => sortFindings(many, { column, isDescending: round % 2 === 1 }, lookup)

    // Measured beside a yardstick, in turns, the fastest of each: a busy or slow machine slows both alike.
    for (const [what, work] of Object.entries(works)) {
      const rounds = Array.from({ length: 6 }, (_, round) => ({
        yardstick: once(() => (others[round % 4] ?? many).map(({ fields }) => fields.title).sort(compare)),
        own: once(() => work(round)),
      }))
      const ratio = Math.min(...rounds.map(({ own }) => own)) / Math.min(...rounds.map(({ yardstick }) => yardstick))
      expect(ratio, `${what}: ${ratio.toFixed(2)} plain sorts`).toBeLessThan(2.5)
    }
  }, 120_000)
})
