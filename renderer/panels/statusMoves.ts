/**
 * Which statuses can be set by hand, from the table of the lifecycle. Sharing, responses and finalising have acts of their own
 * and are not among them. The window offers what somebody of the institute may do; who exactly may is decided where changes are
 * accepted, not here.
 */
import { mayMove, transition } from '../../shared/domain/lifecycles.ts'
import type { Finding, FindingStatus } from '../replica/shapes.ts'

export interface StatusMove {
  readonly to: SettableStatus
  readonly needsReason: boolean
  /** Everything that the completeness check asks for has to be there. */
  readonly needsComplete: boolean
}

const settable = ['draft', 'internal_review', 'withdrawn'] as const satisfies readonly FindingStatus[]
export type SettableStatus = (typeof settable)[number]

const instituteRoles = ['evaluator', 'institute_lead'] as const

export function statusMoves(from: FindingStatus): readonly StatusMove[] {
  return settable.flatMap((to) => {
    const move = transition('finding', from, to)
    if (!move || !instituteRoles.some((role) => mayMove('finding', from, to, role))) return []
    const needsComplete = move.guards.includes('required_fields_complete')
    return [{ to, needsReason: move.needsReason, needsComplete }]
  })
}

/** The moves that all of these findings have in common. */
export function commonMoves(findings: readonly Finding[]): readonly StatusMove[] {
  const [first, ...others] = [...new Set(findings.map((finding) => finding.status))]
  if (first === undefined) return []
  return statusMoves(first).filter((move) =>
    others.every((status) => statusMoves(status).some((other) => other.to === move.to)),
  )
}
