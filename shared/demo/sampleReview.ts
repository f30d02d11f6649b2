/**
 * The sample review as plain values, ready to be written into documents. It is read like any foreign file: typed or refused, never cast.
 * Knows the file's own form; the documents, the window and the clock are none of its business.
 */
import { guarded, list, object, oneOf, parse, text } from '../base/read.ts'
import { accept, assert, type Result } from '../base/result.ts'
import { isIdOf, type Role } from '../domain/vocabularies.ts'
import { makeSampleFinding, readSampleFinding, type SampleFinding } from './sampleFinding.ts'

export type { SampleFinding } from './sampleFinding.ts'

export interface SampleReview {
  readonly review: {
    readonly id: string
    readonly key: string
    readonly title: string
    readonly modelName: string
    /** Name of the organisation that evaluates. */
    readonly institute: string
    /** Name of the organisation that develops the model. */
    readonly lab: string
    readonly phase: string
  }
  readonly people: readonly SamplePerson[]
  /** Snapshots of the model under test. */
  readonly snapshots: readonly { readonly id: string; readonly label: string }[]
  /** Models used only to put results in proportion; rows of metrics may name them. */
  readonly referenceModels: readonly { readonly id: string; readonly label: string }[]
  readonly findings: readonly SampleFinding[]
}

export interface SamplePerson {
  readonly id: string
  readonly name: string
  /** Name of the organisation. */
  readonly organisation: string
  readonly role: Role
}

/** Fetches the file only when asked, so that it is no part of what the window loads first. */
export async function loadSampleReview(): Promise<SampleReview> {
  const file: { readonly default: unknown } = await import('./sample-review.json')
  const read = parseSampleReview(file.default)
  assert(read.ok, `the sample review is damaged: ${read.ok ? '' : JSON.stringify(read.refusal)}`)
  return read.value
}

/** Refuses `unreadable` with the place. */
export function parseSampleReview(value: unknown): Result<SampleReview> {
  const read = parse(readFile, value)
  if (!read.ok) return read
  const { review, organisations, participants, modelSnapshots, referenceModels, findings } = read.value

  const nameOf = (organisation: string): string =>
    organisations.find(({ id }) => id === organisation)?.name ?? organisation
  const labels = new Map(referenceModels.map(({ id, label }) => [id, label]))
  const { id, key, title, modelName, phase } = review
  return accept({
    review: { id, key, title, modelName, institute: nameOf(review.evaluator), lab: nameOf(review.developer), phase },
    people: participants.map((person) => ({
      id: person.id,
      name: person.displayName,
      organisation: nameOf(person.organisation),
      role: person.role,
    })),
    snapshots: modelSnapshots,
    referenceModels,
    findings: findings.map((finding, at) => makeSampleFinding(finding, at + 1, (model) => labels.get(model) ?? model)),
  })
}

const name = text(200)

const readFile = object({
  format: oneOf('review-demo/1'),
  review: object({
    id: name,
    key: name,
    title: name,
    modelName: name,
    developer: name,
    evaluator: name,
    phase: guarded((value): value is string => isIdOf('phase', value), 'a phase'),
  }),
  organisations: list(object({ id: name, name })),
  participants: list(
    object({
      id: name,
      displayName: name,
      organisation: name,
      role: guarded((value): value is Role => isIdOf('role', value), 'a role'),
    }),
  ),
  modelSnapshots: list(object({ id: name, label: name })),
  referenceModels: list(object({ id: name, label: name })),
  findings: list(readSampleFinding),
})
