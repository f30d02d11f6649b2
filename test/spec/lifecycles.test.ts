/** The tables of the code against the machines as agreed on. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Machine, mayMove, nextStates, transition, transitionsOf } from '../../shared/domain/lifecycles.ts'
import { lifecycleTables } from '../../shared/domain/lifecycleTables.ts'
import { entriesOf } from '../../shared/domain/vocabularies.ts'

interface AgreedMachine {
  initial: string
  states: string[]
  transitions: { reasonRequired: boolean; [key: string]: unknown }[]
}
const file = JSON.parse(readFileSync(new URL('../fixtures/state-machines.json', import.meta.url), 'utf8')) as Record<
  string,
  unknown
>
const agreed = Object.entries(file).filter(
  (entry): entry is [Machine, AgreedMachine] => typeof entry[1] === 'object' && !Array.isArray(entry[1]),
)

describe('state machines', () => {
  it('[FI10] are the agreed ones, move by move', () => {
    expect(agreed.map(([name, machine]) => [name, machine.transitions.length])).toEqual([
      ['finding', 17],
      ['labResponse', 5],
      ['remediation', 12],
      ['report', 11],
      ['redaction', 6],
      ['thread', 5],
      ['embargo', 6],
    ])
    for (const [name, machine] of agreed) {
      expect(lifecycleTables[name].initial).toBe(machine.initial)
      expect(lifecycleTables[name].states).toEqual(machine.states)
      expect(transitionsOf(name)).toEqual(
        machine.transitions.map(({ reasonRequired, ...rest }) => ({ ...rest, needsReason: reasonRequired })),
      )
    }
    expect(Object.keys(lifecycleTables)).toHaveLength(agreed.length)
  })

  it('[FI10] between two states there is at most one move, and every state exists', () => {
    for (const name of Object.keys(lifecycleTables) as Machine[]) {
      const states: readonly (string | null)[] = [...lifecycleTables[name].states, null]
      const pairs = transitionsOf(name).flatMap(({ from, to }) => from.map((state) => `${state} to ${to}`))
      expect(new Set(pairs).size, name).toBe(pairs.length)
      for (const { from, to } of transitionsOf(name)) for (const state of [...from, to]) expect(states).toContain(state)
    }
  })

  it('[FI11] a draft may go to internal review, to the lab when urgent, or be withdrawn; and nowhere else', () => {
    expect(nextStates('finding', 'draft').map(({ to }) => to)).toEqual(['internal_review', 'shared', 'withdrawn'])
    expect(transition('finding', 'draft', 'finalised')).toBeUndefined()
    expect(transition('finding', 'withdrawn', 'draft')?.needsReason).toBe(true)
    expect(mayMove('finding', 'internal_review', 'shared', 'institute_lead')).toBe(true)
    expect(mayMove('finding', 'internal_review', 'shared', 'evaluator')).toBe(false)
    expect(mayMove('finding', 'shared', 'responded', 'institute_lead')).toBe(false)
  })

  it('[FI11] what was signed or released never becomes a draft again', () => {
    for (const state of ['signed', 'released_restricted', 'released_public']) {
      expect(transition('report', state, 'draft'), state).toBeUndefined()
    }
  })

  it('[FI10] states with a label on the screen are the states of the machine', () => {
    expect(entriesOf('findingStatus').map(({ id }) => id)).toEqual(lifecycleTables.finding.states)
    expect(entriesOf('reportState').map(({ id }) => id)).toEqual(lifecycleTables.report.states)
    expect(new Set(entriesOf('remediationState').map(({ id }) => id))).toEqual(
      new Set(lifecycleTables.remediation.states),
    )
  })
})
