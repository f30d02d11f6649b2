/**
 * What the screens know of the replica. No Yjs in here: screens see plain, frozen projections and call verbs.
 */
import type { Refusal } from '../../shared/base/result.ts'
import type { FieldName, FieldOfKind, FindingFields, RowColumn, RowsName } from '../../shared/domain/fieldTable.ts'
import type { Audience } from '../../shared/document/names.ts'
import type { LiveDoc } from './liveDoc.ts'

export interface Person {
  readonly id: string
  readonly name: string
  readonly organisation: string
  readonly role: string
}

export interface Snapshot {
  readonly id: string
  readonly label: string
}

export interface ReviewSummary {
  readonly id: string
  /** Human key, as AUR-2. */
  readonly key: string
  readonly title: string
  readonly modelName: string
  readonly institute: string
  /** '' while no lab takes part. */
  readonly lab: string
  readonly phase: string
  readonly isSample: boolean
  /** Milliseconds since 1970, of the last change made or received on this device. */
  readonly changedAt: number
}

/** Words of mine that a merge left without a place; see `shared/document/recovered.ts`. */
export interface SwallowedText {
  readonly id: number
  readonly text: string
  /** Index of the top-level block behind which they stood. */
  readonly at: number
}

export type FindingStatus =
  | 'draft'
  | 'internal_review'
  | 'shared'
  | 'responded'
  | 'in_dispute'
  | 'finalised'
  | 'withdrawn'
  | 'superseded'

export interface Finding {
  readonly id: string
  /** Human key, as F-012: unique in what this device knows, derived so that all devices agree. */
  readonly key: string
  readonly audience: Audience
  readonly status: FindingStatus
  /** Why it was withdrawn, or ''. */
  readonly statusReason: string
  /** BCP 47 language of the text. */
  readonly lang: string
  readonly createdAt: number
  readonly changedAt: number
  readonly fields: FindingFields
}

/** Whether what was typed is on this disk. `kept` is said only after the transaction completed. */
export type KeepState =
  | { readonly kind: 'kept' }
  | { readonly kind: 'keeping'; readonly waiting: number }
  | { readonly kind: 'needsYou'; readonly problem: StoreProblem }

export interface StoreProblem {
  readonly kind: 'full' | 'refused' | 'corrupt' | 'newer'
  /** What is affected, in words that a screen may show: a finding's key, or the review's. */
  readonly affected: string
  readonly refusal: Refusal
}

/**
 * Whether what a document shows is all of it. `unread`: this disk refused, so what is shown is not the document; `damaged`: parts of it
 * could not be read and were set aside; `newer`: written by a newer version, may be read and not be changed.
 */
export type Contents = 'loading' | 'whole' | 'unread' | 'damaged' | 'newer'

/** A value that changes; fits React's `useSyncExternalStore`. `get` returns the same object until something changed. */
export interface Readable<T> {
  get(): T
  subscribe(listener: () => void): () => void
}

export type ScalarField = FieldOfKind<'line' | 'paragraph' | 'choice' | 'person' | 'date' | 'count'>
export type SetField = FieldOfKind<'choices' | 'people' | 'findings' | 'tags'>

/** The five fields without which a finding cannot be created. `owner` defaults to me. */
export interface NewFinding {
  readonly title: string
  readonly domain: string
  readonly findingType: string
  readonly phase: string
  readonly owner?: string
  readonly lang: string
}

/** One open review: its projections, and every verb that changes it. Each verb is one undo step. */
export interface ReviewSession {
  readonly id: string
  readonly summary: Readable<ReviewSummary>
  readonly people: Readable<readonly Person[]>
  readonly snapshots: Readable<readonly Snapshot[]>
  /** All findings that this person may read, withdrawn ones too, in the order of their keys. Unchanged findings keep their identity. */
  readonly findings: Readable<readonly Finding[]>
  finding(id: string): Finding | undefined
  /** Opens the text of one finding, and of no other. */
  openBody(finding: string): LiveDoc

  createFinding(values: NewFinding): string
  setField(finding: string, field: ScalarField, value: string | number | undefined): void
  setMember(finding: string, field: SetField, member: string, isIn: boolean): void
  addRow(finding: string, field: RowsName): string
  setCell<F extends RowsName>(finding: string, field: F, row: string, column: RowColumn<F>, value: string): void
  removeRow(finding: string, field: RowsName, row: string): void
  setLanguage(finding: string, lang: string): void
  setStatus(finding: string, status: FindingStatus, reason: string): void
  /** Several changes as one step of undo. */
  asOneStep(label: string, change: () => void): void
  undo(): void
  redo(): void
  readonly canUndo: Readable<boolean>
  readonly canRedo: Readable<boolean>
  /** Of the catalogue: fields and list. While it is not `whole`, screens say so. When `newer`, verbs change nothing. */
  readonly contents: Readable<Contents>

  close(): void
}

export type FieldChange = { readonly finding: string; readonly field: FieldName }

/** This device's replica of all its reviews. */
export interface Replica {
  readonly me: Person
  readonly reviews: Readable<readonly ReviewSummary[] | 'loading'>
  readonly keepState: Readable<KeepState>
  /** Opens the catalogue and no text. Rejects with `NoSuchReview`. */
  openReview(id: string): Promise<ReviewSession>
  /** Creates an empty review and answers its id. */
  createReview(values: { title: string; modelName: string; institute: string; lab: string }): Promise<string>
  /** Loads the sample review once; answers its id, also when it is there already. */
  openSample(onProgress?: (done: number, of: number) => void): Promise<string>
  /** For a field in which something was typed that is in no document yet: `keepState` is not `kept` until the answer is called. */
  holdDraft(): () => void
  /** Resolves when nothing is waiting to be written, or when writing was refused. */
  whenKept(): Promise<void>
  /** Everything held in memory of one review, as one file, for "Save a copy". */
  copyOf(review: string): Promise<Uint8Array>
}
