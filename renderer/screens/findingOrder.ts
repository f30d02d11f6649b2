/** The order in which the table last showed the findings of a review, so that previous and next follow what was seen there. */
import type { Finding } from '../replica/shapes.ts'

const orders = new Map<string, readonly string[]>()

export function keepFindingOrder(review: string, order: readonly string[]): void {
  orders.set(review, order)
}

/** A finding created since then comes last, until the table is shown again. */
export function addToFindingOrder(review: string, finding: string): void {
  const order = orders.get(review)
  if (order) orders.set(review, [...order, finding])
}

export interface Neighbours {
  readonly previous: string | undefined
  readonly next: string | undefined
  /** From 1. */
  readonly place: number
  readonly all: number
}

/** Findings that have gone since are passed over; a finding that the table did not show stands in the order of keys. */
export function neighboursOf(review: string, finding: string, findings: readonly Finding[]): Neighbours {
  const known = new Set(findings.map(({ id }) => id))
  const seen = (orders.get(review) ?? []).filter((id) => known.has(id))
  const order = seen.includes(finding)
    ? seen
    : findings.filter(({ id, status }) => status !== 'withdrawn' || id === finding).map(({ id }) => id)
  const index = order.indexOf(finding)
  return {
    previous: order[index - 1],
    next: index < 0 ? undefined : order[index + 1],
    place: index + 1,
    all: order.length,
  }
}
