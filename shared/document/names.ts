/**
 * Names of documents. Every document has exactly one audience, and the name says which. Names are stored and sent: never change one.
 */

export type Audience = 'institute' | 'lab' | 'shared'

export type DocumentName =
  | `catalogue/${Audience}`
  | `body/${string}/${'institute' | 'shared'}`
  | `response/${string}`
  | `report/${'institute' | 'shared'}`

export interface DocumentAddress {
  /** Review id. */
  readonly review: string
  readonly name: DocumentName
}

export function catalogueName(audience: Audience): DocumentName {
  return `catalogue/${audience}`
}

export function bodyName(findingId: string, audience: 'institute' | 'shared'): DocumentName {
  return `body/${findingId}/${audience}`
}
