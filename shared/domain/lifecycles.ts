/**
 * Answers questions about the state machines. Guards are named, not judged: that takes the ledger, which comes later and which
 * every peer then asks, not only the screen.
 */
import { lifecycleTables, type Transition } from './lifecycleTables.ts'
import type { Role } from './vocabularies.ts'

export type { Transition } from './lifecycleTables.ts'

export type Machine = keyof typeof lifecycleTables

export type StateOf<M extends Machine> = (typeof lifecycleTables)[M]['states'][number]

export function transitionsOf(machine: Machine): readonly Transition[] {
  return lifecycleTables[machine].transitions
}

/** Every move out of a state, in the order of the table. `null` asks for creation. */
export function nextStates(machine: Machine, from: string | null): readonly Transition[] {
  return transitionsOf(machine).filter((transition) => transition.from.includes(from))
}

/** The move between two states; undefined when there is none. At most one exists. */
export function transition(machine: Machine, from: string | null, to: string): Transition | undefined {
  return nextStates(machine, from).find((candidate) => candidate.to === to)
}

export function mayMove(machine: Machine, from: string | null, to: string, role: Role | 'system'): boolean {
  return transition(machine, from, to)?.by.includes(role) ?? false
}
