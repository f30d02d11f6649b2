/**
 * Which findings the table shows, in which order and under which headings. Pure: it takes findings, a view and a lookup
 * of names, and knows nothing of React, of words or of where findings come from.
 *
 * Ten thousand findings are sorted within one frame or two, so whatever costs per comparison is paid once per finding
 * (folded text) or once per distinct value (names), never once per pair.
 */
import type { Audience } from '../../shared/document/names.ts'
import { type Risk, riskOf, riskRank } from '../../shared/domain/risk.ts'
import type { Level } from '../../shared/domain/vocabularies.ts'
import type { Finding, FindingStatus } from '../replica/shapes.ts'

export const columns = ['key', 'audience', 'title', 'risk', 'domain', 'status', 'owner', 'changed'] as const
export type Column = (typeof columns)[number]

export const groupings = ['none', 'risk', 'status', 'domain', 'owner'] as const
export type Grouping = (typeof groupings)[number]

/** The order of a finding's life; sorting and grouping by status follow it. */
export const statusOrder = [
  'draft',
  'internal_review',
  'shared',
  'responded',
  'in_dispute',
  'finalised',
  'superseded',
  'withdrawn',
] as const satisfies readonly FindingStatus[]

export const audienceOrder = ['institute', 'shared', 'lab'] as const satisfies readonly Audience[]

/** Empty lists filter nothing. Values within a list are alternatives, lists narrow each other. */
export interface Filters {
  readonly status: readonly FindingStatus[]
  readonly riskAtLeast: Level | undefined
  readonly domain: readonly string[]
  /** Person ids; '' stands for findings without an owner. */
  readonly owner: readonly string[]
  readonly audience: readonly Audience[]
  readonly findingType: readonly string[]
  /** Withdrawn findings stay out of sight unless this is set or the status filter names them. */
  readonly showsWithdrawn: boolean
}

export interface FindingsView {
  readonly filters: Filters
  readonly sort: { readonly column: Column; readonly isDescending: boolean }
  readonly group: Grouping
  /** Columns shown, in the order of `columns`. Key and title are always among them. */
  readonly columns: readonly Column[]
}

export interface Lookup {
  /** For `Intl.Collator`, which is made once per locale. */
  readonly locale: string
  domainLabel(domain: string): string
  personName(person: string): string
}

export interface FindingGroup {
  /** What its findings share: a risk, a status, a domain, a person; '' where there is none. */
  readonly value: string
  readonly findings: readonly Finding[]
}

export const noFilters: Filters = {
  status: [],
  riskAtLeast: undefined,
  domain: [],
  owner: [],
  audience: [],
  findingType: [],
  showsWithdrawn: false,
}

export const defaultView: FindingsView = {
  filters: noFilters,
  sort: { column: 'key', isDescending: false },
  group: 'none',
  columns,
}

/** Filters, sorts and groups. Without grouping there is one group with the value ''. Equal findings keep the order of their keys. */
export function viewFindings(
  all: readonly Finding[],
  view: FindingsView,
  search: string,
  lookup: Lookup,
): readonly FindingGroup[] {
  const sorted = sortFindings(filterFindings(all, view.filters, search), view.sort, lookup)
  return groupFindings(sorted, view.group, lookup)
}

export function filterFindings(all: readonly Finding[], filters: Filters, search: string): readonly Finding[] {
  const words = fold(search).split(/\s+/).filter(Boolean)
  const least = filters.riskAtLeast === undefined ? Number.NEGATIVE_INFINITY : riskRank(filters.riskAtLeast)
  const hidesWithdrawn = !filters.showsWithdrawn && !filters.status.includes('withdrawn')
  return all.filter(
    (finding) =>
      !(hidesWithdrawn && finding.status === 'withdrawn') &&
      passes(filters.status, finding.status) &&
      passes(filters.audience, finding.audience) &&
      passes(filters.domain, finding.fields.domain ?? '') &&
      passes(filters.findingType, finding.fields.findingType ?? '') &&
      passes(filters.owner, finding.fields.owner ?? '') &&
      riskRank(riskOf(finding.fields)) >= least &&
      words.every((word) => foldedText(finding).includes(word)),
  )
}

export function sortFindings(
  findings: readonly Finding[],
  sort: FindingsView['sort'],
  lookup: Lookup,
): readonly Finding[] {
  const ranks = ranksFor(findings, sort.column, lookup)
  const direction = sort.isDescending ? -1 : 1
  const order = Array.from(findings.keys())
  order.sort((a, b) => direction * ((ranks[a] ?? 0) - (ranks[b] ?? 0)) || a - b)
  return order.flatMap((index) => findings[index] ?? [])
}

export function groupFindings(findings: readonly Finding[], group: Grouping, lookup: Lookup): readonly FindingGroup[] {
  if (group === 'none') return findings.length === 0 ? [] : [{ value: '', findings }]
  const byValue = new Map<string, Finding[]>()
  for (const finding of findings) {
    const value = groupValue(finding, group)
    const members = byValue.get(value)
    if (members) members.push(finding)
    else byValue.set(value, [finding])
  }
  const compare = compareGroups(group, lookup)
  return Array.from(byValue, ([value, members]) => ({ value, findings: members })).sort((a, b) =>
    compare(a.value, b.value),
  )
}

/** How many filters narrow the table; search is not among them. */
export function countFilters(filters: Filters): number {
  const lists = [filters.status, filters.domain, filters.owner, filters.audience, filters.findingType]
  return lists.filter((list) => list.length > 0).length + (filters.riskAtLeast === undefined ? 0 : 1)
}

function passes<T>(allowed: readonly T[], value: T): boolean {
  return allowed.length === 0 || allowed.includes(value)
}

function groupValue(finding: Finding, group: Exclude<Grouping, 'none'>): string {
  switch (group) {
    case 'risk':
      return riskOf(finding.fields)
    case 'status':
      return finding.status
    case 'domain':
      return finding.fields.domain ?? ''
    case 'owner':
      return finding.fields.owner ?? ''
  }
}

function compareGroups(group: Exclude<Grouping, 'none'>, lookup: Lookup): (a: string, b: string) => number {
  const collator = collatorFor(lookup.locale)
  const byLabel = (label: (value: string) => string) => (a: string, b: string) =>
    Number(a === '') - Number(b === '') || collator.compare(label(a), label(b))
  switch (group) {
    case 'risk':
      return (a, b) => riskRank(b as Risk) - riskRank(a as Risk)
    case 'status':
      return (a, b) => statusOrder.indexOf(a as FindingStatus) - statusOrder.indexOf(b as FindingStatus)
    case 'domain':
      return byLabel(lookup.domainLabel)
    case 'owner':
      return byLabel(lookup.personName)
  }
}

/** One number per finding, so that sorting compares numbers only. */
function ranksFor(findings: readonly Finding[], column: Column, lookup: Lookup): ArrayLike<number> {
  switch (column) {
    case 'key':
      return Float64Array.from(findings, (_, index) => index)
    case 'audience':
      return Float64Array.from(findings, (finding) => audienceOrder.indexOf(finding.audience))
    case 'title':
      return ranksOfLabels(findings, (finding) => finding.fields.title, lookup.locale)
    case 'risk':
      return Float64Array.from(findings, (finding) => riskRank(riskOf(finding.fields)))
    case 'domain':
      return ranksOfLabels(findings, (finding) => named(finding.fields.domain, lookup.domainLabel), lookup.locale)
    case 'status':
      return Float64Array.from(findings, (finding) => statusOrder.indexOf(finding.status))
    case 'owner':
      return ranksOfLabels(findings, (finding) => named(finding.fields.owner, lookup.personName), lookup.locale)
    case 'changed':
      return Float64Array.from(findings, (finding) => finding.changedAt)
  }
}

function named(value: string | undefined, label: (value: string) => string): string {
  return value === undefined ? '' : label(value)
}

function ranksOfLabels(
  findings: readonly Finding[],
  label: (finding: Finding) => string,
  locale: string,
): ArrayLike<number> {
  const labels = findings.map(label)
  const known = rankedLabels.get(locale)
  const ranks = known && labels.every((text) => known.has(text)) ? known : rankLabels(labels, locale)
  rankedLabels.set(locale, ranks)
  return Float64Array.from(labels, (text) => ranks.get(text) ?? 0)
}

/** The order of the labels that were sorted last. Between two sorts mostly nothing new appears, and ranks of more labels than shown do no harm. */
const rankedLabels = new Map<string, ReadonlyMap<string, number>>()

/** Labels that the collator holds equal share a rank, so that the order of keys decides between them. */
function rankLabels(labels: readonly string[], locale: string): ReadonlyMap<string, number> {
  const collator = collatorFor(locale)
  const distinct = Array.from(new Set(labels)).sort(collator.compare)
  const ranks = new Map<string, number>()
  let rank = 0
  distinct.forEach((text, index) => {
    const before = distinct[index - 1]
    if (before !== undefined && collator.compare(before, text) !== 0) rank += 1
    ranks.set(text, rank)
  })
  return ranks
}

const collators = new Map<string, Intl.Collator>()

function collatorFor(locale: string): Intl.Collator {
  let collator = collators.get(locale)
  if (!collator) {
    collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' })
    collators.set(locale, collator)
  }
  return collator
}

/** Unchanged findings keep their identity, so their folded text is made once. */
const foldedTexts = new WeakMap<Finding, string>()

function foldedText(finding: Finding): string {
  let text = foldedTexts.get(finding)
  if (text === undefined) {
    text = fold(`${finding.key} ${finding.fields.title} ${finding.fields.subdomain} ${finding.fields.summary}`)
    foldedTexts.set(finding, text)
  }
  return text
}

/** Case and accents do not matter when looking for something: ß finds ss, é finds e. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss')
}
