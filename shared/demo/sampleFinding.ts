/** One finding of the sample file: what of it is read, and how it becomes fields and text. */
import { count, dateTime, flag, guarded, list, object, optional, type ReadBy, text } from '../base/read.ts'
import { bodySections, type FindingFields, type Row } from '../domain/fieldTable.ts'
import { type IdOf, isIdOf, sectionLabel } from '../domain/vocabularies.ts'
import type { vocabularyLists } from '../domain/vocabularyLists.ts'
import type { Block } from '../document/blocks.ts'

export interface SampleFinding {
  readonly id: string
  /** From 1; F-001 is 1. */
  readonly number: number
  /** Milliseconds since 1970. */
  readonly createdAt: number
  readonly lang: string
  readonly status: IdOf<'findingStatus'>
  readonly fields: FindingFields
  /** A heading for each section that has text, followed by its paragraphs. */
  readonly body: readonly Block[]
}

/** The file is written in English throughout. */
const lang = 'en'

export function makeSampleFinding(
  finding: ReadBy<typeof readSampleFinding>,
  number: number,
  labelOfModel: (id: string) => string,
): SampleFinding {
  const firstMove = finding.transitions[0]
  return {
    id: finding.id,
    number,
    createdAt: firstMove === undefined ? 0 : Date.parse(firstMove.at),
    lang,
    status: finding.status,
    fields: fieldsOf(finding, labelOfModel),
    body: bodySections.flatMap((section) => sectionBlocks(section, finding[section] ?? '')),
  }
}

type FromFile = ReadBy<typeof readSampleFinding>

function fieldsOf(finding: FromFile, labelOfModel: (id: string) => string): FindingFields {
  const { taxonomy, threatModel, method, assessment, handling, disclosure } = finding
  return {
    title: finding.title,
    summary: finding.summary,
    owner: finding.owner,
    coAuthors: finding.coAuthors,
    peerReviewer: finding.peerReviewer,
    related: [],

    domain: finding.domain,
    subdomain: finding.subdomain,
    findingType: finding.findingType,
    claimType: finding.claimType,
    phase: finding.phase,
    nistAi600_1: taxonomy.nistAi600_1,
    atlas: taxonomy.atlas,
    owaspLlm: taxonomy.owaspLlm,
    owaspAgentic: taxonomy.owaspAgentic,

    snapshots: finding.snapshots,
    accessLevel: finding.accessLevel,
    languages: [],
    modality: [],

    actor: threatModel.actor,
    scenario: threatModel.scenario,
    assumptions: threatModel.assumptions ?? '',
    ruleInOut: '',

    technique: method.technique,
    items: method.items,
    harness: method.harness,
    elicitation: method.elicitation,
    grading: method.grading ?? '',
    referenceModels: method.referenceModels.map(labelOfModel),
    humanBaseline: method.humanBaseline ?? '',
    timeLimits: '',

    metrics: finding.results.map((result, at) => metricRow(`${finding.key}.M${at + 1}`, result, labelOfModel)),
    validityChecks: finding.validityChecks.map((check, at) => ({ id: `${finding.key}.V${at + 1}`, ...check })),

    likelihood: assessment.likelihood,
    impact: assessment.impact,
    justification: assessment.justification,
    confidence: assessment.confidence,
    confidenceRationale: assessment.confidenceRationale ?? '',

    recommendations: finding.recommendations,

    tlp: handling.tlp,
    hazard: handling.hazard,
    namedRecipients: handling.namedRecipients ?? [],
    publicationIntent: handling.publicationIntent,

    urgency: disclosure.urgency,
    responseDue: disclosure.responseDueAt,
  }
}

function metricRow(
  id: string,
  result: FromFile['results'][number],
  labelOfModel: (id: string) => string,
): Row<'metrics'> {
  return {
    id,
    name: result.name,
    snapshot: notASnapshot[result.snapshot] ?? labelOfModel(result.snapshot),
    numerator: countText(result.numerator),
    denominator: countText(result.denominator),
    value: result.value ?? '',
    unit: result.unit ?? '',
    ciLow: result.ciLow ?? '',
    ciHigh: result.ciHigh ?? '',
    ciMethod: result.ciMethod ?? '',
    runs: countText(result.runs),
    isReference: result.isReference ? 'yes' : '',
    note: result.note ?? '',
  }
}

/** What the file names in place of a snapshot, in words for the row. */
const notASnapshot: Readonly<Record<string, string>> = {
  'human-baseline': 'Human baseline',
  mixed: 'Several snapshots',
}

function countText(value: number | undefined): string {
  return value === undefined ? '' : String(value)
}

function sectionBlocks(section: (typeof bodySections)[number], words: string): readonly Block[] {
  const paragraphs = words.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '')
  if (paragraphs.length === 0) return []
  return [
    { kind: 'h2', section, runs: [{ text: sectionLabel(section, lang) }] },
    ...paragraphs.map((paragraph): Block => ({ kind: 'p', runs: [{ text: paragraph }] })),
  ]
}

const line = text(500)
const paragraph = text(10_000)
const lines = list(line)

function idFrom<V extends keyof typeof vocabularyLists>(vocabulary: V) {
  return guarded((value): value is IdOf<V> => isIdOf(vocabulary, value), `an id of the list ${vocabulary}`)
}

function idsFrom(vocabulary: keyof typeof vocabularyLists | 'mitreAtlas') {
  return list(guarded((value): value is string => isIdOf(vocabulary, value), `an id of the list ${vocabulary}`))
}

export const readSampleFinding = object({
  id: line,
  key: line,
  title: line,
  summary: paragraph,
  owner: line,
  coAuthors: lines,
  peerReviewer: optional(line),
  domain: idFrom('domain'),
  subdomain: line,
  findingType: idFrom('findingType'),
  claimType: idFrom('claimType'),
  phase: idFrom('phase'),
  taxonomy: object({
    nistAi600_1: idsFrom('nistAi600_1'),
    atlas: idsFrom('mitreAtlas'),
    owaspLlm: idsFrom('owaspLlm'),
    owaspAgentic: idsFrom('owaspAgentic'),
  }),
  snapshots: lines,
  accessLevel: idFrom('accessLevel'),
  threatModel: object({ actor: idFrom('threatActor'), scenario: paragraph, assumptions: optional(paragraph) }),
  method: object({
    technique: idFrom('technique'),
    items: optional(count),
    harness: paragraph,
    elicitation: paragraph,
    grading: optional(paragraph),
    referenceModels: lines,
    humanBaseline: optional(paragraph),
  }),
  results: list(
    object({
      name: line,
      snapshot: line,
      numerator: optional(count),
      denominator: optional(count),
      value: optional(line),
      unit: optional(line),
      ciLow: optional(line),
      ciHigh: optional(line),
      ciMethod: optional(line),
      runs: optional(count),
      isReference: flag,
      note: optional(line),
    }),
  ),
  observation: optional(paragraph),
  impact: optional(paragraph),
  limitations: optional(paragraph),
  reproduction: optional(paragraph),
  dissent: optional(paragraph),
  validityChecks: list(object({ kind: idFrom('validityCheck'), outcome: idFrom('validityOutcome'), note: line })),
  assessment: object({
    likelihood: idFrom('level'),
    impact: idFrom('level'),
    justification: paragraph,
    confidence: idFrom('confidence'),
    confidenceRationale: optional(paragraph),
  }),
  recommendations: list(object({ id: line, text: paragraph, addressee: idFrom('addressee') })),
  handling: object({
    tlp: idFrom('handling'),
    hazard: idFrom('hazard'),
    namedRecipients: optional(lines),
    publicationIntent: idFrom('publicationIntent'),
  }),
  disclosure: object({ urgency: idFrom('disclosureUrgency'), responseDueAt: optional(dateTime) }),
  status: idFrom('findingStatus'),
  transitions: list(object({ at: dateTime })),
})
