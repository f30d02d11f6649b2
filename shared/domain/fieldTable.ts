/**
 * The fields of a finding, as one table. Everything that shows, stores, checks or exports a field derives from it:
 * types, Yjs keys, form, completeness check, table columns. Source: the domain brief, finding fields.
 *
 * Kinds and the value that the projection of a finding carries:
 *   line, paragraph   string (one line, several lines)
 *   choice            one id of a vocabulary, or undefined
 *   choices           ids of a vocabulary, or of the review's own list (snapshots)
 *   person, people    person id(s) of the review
 *   findings          ids of findings of the same review
 *   tags              short free words
 *   count             non-negative integer
 *   date              ISO 8601 date-time in UTC, or undefined
 *   rows              a list of small records, see `rowTable`
 * Sets (choices, people, findings, tags) and rows are stored one flat key per member, so that two people who add while apart both keep theirs.
 */

export type FieldKind =
  | 'line'
  | 'paragraph'
  | 'choice'
  | 'choices'
  | 'person'
  | 'people'
  | 'findings'
  | 'tags'
  | 'count'
  | 'date'
  | 'rows'

export type FieldGroup =
  | 'identity'
  | 'classification'
  | 'scope'
  | 'threatModel'
  | 'method'
  | 'results'
  | 'validity'
  | 'assessment'
  | 'action'
  | 'handling'
  | 'disclosure'

export interface FieldSpec {
  readonly kind: FieldKind
  readonly group: FieldGroup
  /** `save`: without it a finding cannot be created. `share`: the completeness check asks for it before sharing. */
  readonly needed?: 'save' | 'share'
  /** For `choice` and `choices`: the vocabulary, or `snapshots` for the review's own list. */
  readonly vocabulary?: string
  /** Longest text in characters (UTF-16 code units). Longer text is kept; the form says so. */
  readonly longest?: number
}

export const fieldTable = {
  title: { kind: 'line', group: 'identity', needed: 'save', longest: 200 },
  summary: { kind: 'paragraph', group: 'identity', needed: 'share', longest: 600 },
  owner: { kind: 'person', group: 'identity', needed: 'save' },
  coAuthors: { kind: 'people', group: 'identity' },
  peerReviewer: { kind: 'person', group: 'identity', needed: 'share' },
  related: { kind: 'findings', group: 'identity' },

  domain: { kind: 'choice', group: 'classification', needed: 'save', vocabulary: 'domain' },
  subdomain: { kind: 'line', group: 'classification' },
  findingType: { kind: 'choice', group: 'classification', needed: 'save', vocabulary: 'findingType' },
  claimType: { kind: 'choice', group: 'classification', needed: 'share', vocabulary: 'claimType' },
  phase: { kind: 'choice', group: 'classification', needed: 'save', vocabulary: 'phase' },
  nistAi600_1: { kind: 'choices', group: 'classification', vocabulary: 'nistAi600_1' },
  atlas: { kind: 'choices', group: 'classification', vocabulary: 'mitreAtlas' },
  owaspLlm: { kind: 'choices', group: 'classification', vocabulary: 'owaspLlm' },
  owaspAgentic: { kind: 'choices', group: 'classification', vocabulary: 'owaspAgentic' },

  snapshots: { kind: 'choices', group: 'scope', needed: 'share', vocabulary: 'snapshots' },
  accessLevel: { kind: 'choice', group: 'scope', needed: 'share', vocabulary: 'accessLevel' },
  languages: { kind: 'tags', group: 'scope' },
  modality: { kind: 'tags', group: 'scope' },

  actor: { kind: 'choice', group: 'threatModel', needed: 'share', vocabulary: 'threatActor' },
  scenario: { kind: 'paragraph', group: 'threatModel', needed: 'share' },
  assumptions: { kind: 'paragraph', group: 'threatModel' },
  ruleInOut: { kind: 'paragraph', group: 'threatModel' },

  technique: { kind: 'choice', group: 'method', needed: 'share', vocabulary: 'technique' },
  items: { kind: 'count', group: 'method' },
  harness: { kind: 'paragraph', group: 'method', needed: 'share' },
  elicitation: { kind: 'paragraph', group: 'method', needed: 'share' },
  grading: { kind: 'paragraph', group: 'method' },
  referenceModels: { kind: 'tags', group: 'method' },
  humanBaseline: { kind: 'paragraph', group: 'method' },
  timeLimits: { kind: 'paragraph', group: 'method' },

  metrics: { kind: 'rows', group: 'results' },

  validityChecks: { kind: 'rows', group: 'validity', needed: 'share' },

  likelihood: { kind: 'choice', group: 'assessment', needed: 'share', vocabulary: 'level' },
  impact: { kind: 'choice', group: 'assessment', needed: 'share', vocabulary: 'level' },
  justification: { kind: 'paragraph', group: 'assessment', needed: 'share' },
  confidence: { kind: 'choice', group: 'assessment', needed: 'share', vocabulary: 'confidence' },
  confidenceRationale: { kind: 'paragraph', group: 'assessment' },

  recommendations: { kind: 'rows', group: 'action' },

  tlp: { kind: 'choice', group: 'handling', needed: 'share', vocabulary: 'handling' },
  hazard: { kind: 'choice', group: 'handling', vocabulary: 'hazard' },
  namedRecipients: { kind: 'people', group: 'handling' },
  publicationIntent: { kind: 'choice', group: 'handling', vocabulary: 'publicationIntent' },

  urgency: { kind: 'choice', group: 'disclosure', vocabulary: 'disclosureUrgency' },
  responseDue: { kind: 'date', group: 'disclosure' },
} as const satisfies Record<string, FieldSpec>

export type FieldName = keyof typeof fieldTable

/**
 * Columns of the fields of kind `rows`. Decimals are decimal strings, never floating point: what was typed is what is signed.
 * `snapshot` is an id of the review's list, or free words for what is no snapshot, as a human baseline. `yesNo` is 'yes' or ''.
 */
export const rowTable = {
  metrics: {
    name: 'line',
    snapshot: 'snapshot',
    numerator: 'count',
    denominator: 'count',
    value: 'decimal',
    unit: 'line',
    ciLow: 'decimal',
    ciHigh: 'decimal',
    ciMethod: 'line',
    runs: 'count',
    isReference: 'yesNo',
    note: 'line',
  },
  validityChecks: { kind: 'choice:validityCheck', outcome: 'choice:validityOutcome', note: 'line' },
  recommendations: { text: 'paragraph', addressee: 'choice:addressee' },
} as const

export type RowsName = keyof typeof rowTable
export type RowColumn<F extends RowsName> = Extract<keyof (typeof rowTable)[F], string>

/** A row as projected: all columns as text, absent columns as ''. `id` never changes. */
export type Row<F extends RowsName> = { readonly id: string } & Readonly<Record<RowColumn<F>, string>>

type ValueOfKind<K extends FieldKind, N> = K extends 'rows'
  ? N extends RowsName
    ? readonly Row<N>[]
    : never
  : K extends 'choices' | 'people' | 'findings' | 'tags'
    ? readonly string[]
    : K extends 'count'
      ? number | undefined
      : K extends 'choice' | 'person' | 'date'
        ? string | undefined
        : string

/** The fields of one finding, as every screen sees them. Texts default to '', sets and rows to []. */
export type FindingFields = { readonly [N in FieldName]: ValueOfKind<(typeof fieldTable)[N]['kind'], N> }

export type FieldOfKind<K extends FieldKind> = {
  [N in FieldName]: (typeof fieldTable)[N]['kind'] extends K ? N : never
}[FieldName]

/** Sections of a finding's text. They live in the body as headings that carry the section's id; `dissent` is optional. */
export const bodySections = ['observation', 'impact', 'limitations', 'reproduction', 'dissent'] as const
export type BodySection = (typeof bodySections)[number]
