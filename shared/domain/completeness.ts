/**
 * What a finding still lacks: five fields to be saved, the full set before anybody else reads it. Each answer says where and why, as
 * codes; the window has the words and the way there. Nothing here prevents typing: a draft may be as incomplete as it likes.
 *
 * The due date of the lab's response is not asked for here: the lead sets it in the act of sharing.
 */
import {
  bodySections,
  type BodySection,
  fieldTable,
  type FieldName,
  type FieldSpec,
  type FindingFields,
  type Row,
} from './fieldTable.ts'
import { compareDecimals, isProportion, parseDecimal, readCount } from './metrics.ts'
import { mayStayUnrated } from './risk.ts'
import { isIdOf, type VocabularyName } from './vocabularies.ts'

export type WhyMissing =
  | 'empty'
  | 'tooLong'
  /** The id is in no list that this app knows. */
  | 'unknownChoice'
  /** The peer reviewer is the owner or a co-author. */
  | 'reviewerIsAuthor'
  /** TLP:RED names the people who may read. */
  | 'recipientsForRed'
  /** So does urgent disclosure. */
  | 'recipientsForUrgent'
  /** Likelihood without impact, or the other way round. */
  | 'halfRated'
  /** A row of a check without kind or outcome, or of a recommendation without text. */
  | 'rowIncomplete'
  | 'metricWithoutName'
  | 'metricWithoutSnapshot'
  | 'metricWithoutResult'
  | 'notNumber'
  | 'notCount'
  | 'numeratorAboveDenominator'
  | 'valueDiffersFromCounts'
  /** Only one end of the interval, or the low end above the high end. */
  | 'intervalBroken'
  | 'valueOutsideInterval'
  | 'intervalWithoutMethod'
  /** A claim of comparison needs a number of what it is compared with. */
  | 'comparisonWithoutReference'

export type Missing =
  | {
      readonly kind: 'field'
      readonly field: FieldName
      readonly why: WhyMissing
      readonly row?: string
      readonly column?: string
    }
  | { readonly kind: 'section'; readonly section: BodySection; readonly why: 'empty' }

/** Fields without which a finding cannot be created, in the order of the table. */
export function missingForSaving(fields: Partial<FindingFields>): readonly Missing[] {
  return fieldNames
    .filter((name) => neededFor(name) === 'save' && isEmpty(fields[name]))
    .map((name) => at(name, 'empty'))
}

export interface SectionText {
  /** Whether a section of the text has at least one visible character under its heading. */
  readonly sectionHasText: (section: BodySection) => boolean
}

/** Everything that stands between a finding and its first reader outside its authors, in the order of form and text. */
export function missingForSharing(fields: FindingFields, text: SectionText): readonly Missing[] {
  const inFields = fieldNames.flatMap((name) => [...missingIn(name, fields), ...(conditions[name]?.(fields) ?? [])])
  const inText = bodySections
    .filter((section) => section !== 'dissent' && !text.sectionHasText(section))
    .map((section): Missing => ({ kind: 'section', section, why: 'empty' }))
  return [...inFields, ...inText]
}

const fieldNames = Object.keys(fieldTable) as FieldName[]

function missingIn(name: FieldName, fields: FindingFields): readonly Missing[] {
  const spec: FieldSpec = fieldTable[name]
  const value = fields[name]
  if (isEmpty(value)) return spec.needed !== undefined && !isExcused(name, fields) ? [at(name, 'empty')] : []
  if (spec.longest !== undefined && typeof value === 'string' && value.length > spec.longest)
    return [at(name, 'tooLong')]
  if (spec.vocabulary === undefined || spec.vocabulary === 'snapshots') return []
  const vocabulary = spec.vocabulary as VocabularyName
  const members = typeof value === 'string' ? [value] : (value as readonly string[])
  return members.every((member) => isIdOf(vocabulary, member)) ? [] : [at(name, 'unknownChoice')]
}

/** Findings about measurement or process may stay without a rating, but then without both halves of it. */
function isExcused(name: FieldName, fields: FindingFields): boolean {
  return (name === 'likelihood' || name === 'impact') && mayStayUnrated(fields.findingType)
}

/** Rules beyond "is there anything". Each stands with the field at which the person can do something about it. */
const conditions: { readonly [N in FieldName]?: (fields: FindingFields) => readonly Missing[] } = {
  peerReviewer: (fields) => {
    const reviewer = fields.peerReviewer ?? ''
    const isAuthor = reviewer !== '' && (reviewer === fields.owner || fields.coAuthors.includes(reviewer))
    return isAuthor ? [at('peerReviewer', 'reviewerIsAuthor')] : []
  },

  namedRecipients: (fields) => {
    if (fields.namedRecipients.length > 0) return []
    if (fields.tlp === 'TLP:RED') return [at('namedRecipients', 'recipientsForRed')]
    return fields.urgency === 'urgent' ? [at('namedRecipients', 'recipientsForUrgent')] : []
  },

  likelihood: (fields) =>
    mayStayUnrated(fields.findingType) && isEmpty(fields.likelihood) && !isEmpty(fields.impact)
      ? [at('likelihood', 'halfRated')]
      : [],

  impact: (fields) =>
    mayStayUnrated(fields.findingType) && isEmpty(fields.impact) && !isEmpty(fields.likelihood)
      ? [at('impact', 'halfRated')]
      : [],

  validityChecks: (fields) =>
    fields.validityChecks.flatMap((row) => [
      ...choiceIn(row, 'validityChecks', 'kind', 'validityCheck'),
      ...choiceIn(row, 'validityChecks', 'outcome', 'validityOutcome'),
    ]),

  recommendations: (fields) =>
    fields.recommendations.flatMap((row) => [
      ...(row.text.trim() === '' ? [at('recommendations', 'rowIncomplete', row.id, 'text')] : []),
      ...choiceIn(row, 'recommendations', 'addressee', 'addressee'),
    ]),

  metrics: (fields) => [
    ...fields.metrics.flatMap(missingInMetric),
    ...(fields.claimType === 'comparison' && !fields.metrics.some((row) => row.isReference === 'yes')
      ? [at('metrics', 'comparisonWithoutReference')]
      : []),
  ],
}

/** What is wrong with one row of numbers; also for the form, which marks the cell. */
export function missingInMetric(row: Row<'metrics'>): readonly Missing[] {
  const wrong: Missing[] = []
  const say = (why: WhyMissing, column: keyof Row<'metrics'>): void => {
    wrong.push(at('metrics', why, row.id, column))
  }

  if (row.name.trim() === '') say('metricWithoutName', 'name')
  if (row.snapshot.trim() === '') say('metricWithoutSnapshot', 'snapshot')
  for (const column of ['numerator', 'denominator', 'runs'] as const) {
    if (row[column] !== '' && !readCount(row[column]).ok) say('notCount', column)
  }
  for (const column of ['value', 'ciLow', 'ciHigh'] as const) {
    if (row[column] !== '' && parseDecimal(row[column]) === undefined) say('notNumber', column)
  }

  const numerator = countOf(row.numerator)
  const denominator = countOf(row.denominator)
  const value = parseDecimal(row.value)
  const low = parseDecimal(row.ciLow)
  const high = parseDecimal(row.ciHigh)
  const factor = shareFactor(row.unit)
  const hasCounts = numerator !== undefined && denominator !== undefined

  if (!hasCounts && row.value.trim() === '') {
    if (row.numerator.trim() === '' && row.denominator.trim() !== '') say('metricWithoutResult', 'numerator')
    else if (row.denominator.trim() === '' && row.numerator.trim() !== '') say('metricWithoutResult', 'denominator')
    else if (row.numerator.trim() === '') say('metricWithoutResult', 'value')
  }
  if (hasCounts) {
    if (numerator > denominator || denominator === 0) say('numeratorAboveDenominator', 'numerator')
    else if (value !== undefined && factor !== undefined && !isProportion(value, numerator, denominator, factor)) {
      say('valueDiffersFromCounts', 'value')
    }
  }

  if ((row.ciLow.trim() === '') !== (row.ciHigh.trim() === ''))
    say('intervalBroken', row.ciLow.trim() === '' ? 'ciLow' : 'ciHigh')
  if (low !== undefined && high !== undefined) {
    if (compareDecimals(low, high) > 0) say('intervalBroken', 'ciLow')
    else if (value !== undefined && (compareDecimals(value, low) < 0 || compareDecimals(value, high) > 0)) {
      say('valueOutsideInterval', 'value')
    }
    if (row.ciMethod.trim() === '') say('intervalWithoutMethod', 'ciMethod')
  }
  return wrong
}

/** The factor between a share and its number in this unit. Undefined for other units, and for none: then the counts prove nothing. */
function shareFactor(unit: string): 1 | 100 | undefined {
  const plain = unit.trim().toLowerCase()
  if (plain === 'proportion') return 1
  return plain === '%' || plain === 'percent' || plain === 'per cent' ? 100 : undefined
}

function countOf(text: string): number | undefined {
  const read = readCount(text)
  return read.ok ? read.value : undefined
}

function choiceIn<F extends 'validityChecks' | 'recommendations'>(
  row: Row<F>,
  field: F,
  column: Extract<keyof Row<F>, string>,
  vocabulary: VocabularyName,
): readonly Missing[] {
  const value = String(row[column])
  if (value === '') return [at(field, 'rowIncomplete', row.id, column)]
  return isIdOf(vocabulary, value) ? [] : [at(field, 'unknownChoice', row.id, column)]
}

function neededFor(name: FieldName): 'save' | 'share' | undefined {
  const spec: FieldSpec = fieldTable[name]
  return spec.needed
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (typeof value === 'string') return value.trim() === ''
  return Array.isArray(value) && value.length === 0
}

function at(field: FieldName, why: WhyMissing, row?: string, column?: string): Missing {
  return {
    kind: 'field',
    field,
    why,
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
  }
}
