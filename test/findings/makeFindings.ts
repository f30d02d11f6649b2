/** Findings for tests of the table: made from a seed, so that a failure can be repeated. */
import type { Finding } from '../../renderer/replica/shapes.ts'
import { statusOrder } from '../../renderer/screens/findingsView.ts'
import { type FindingFields, fieldTable } from '../../shared/domain/fieldTable.ts'
import { entriesOf } from '../../shared/domain/vocabularies.ts'

export function makeFields(values: Partial<FindingFields>): FindingFields {
  const empty = Object.entries(fieldTable).map(([name, spec]) => {
    const isList = ['choices', 'people', 'findings', 'tags', 'rows'].includes(spec.kind)
    const isText = spec.kind === 'line' || spec.kind === 'paragraph'
    return [name, isList ? [] : isText ? '' : undefined]
  })
  return { ...(Object.fromEntries(empty) as FindingFields), ...values }
}

export function makeFinding(number: number, values: Partial<FindingFields>, more: Partial<Finding> = {}): Finding {
  return {
    id: `finding-${number}`,
    key: `F-${String(number).padStart(3, '0')}`,
    audience: 'institute',
    status: 'draft',
    statusReason: '',
    lang: 'en',
    createdAt: number,
    changedAt: number,
    fields: makeFields(values),
    ...more,
  }
}

export function makeFindings(count: number, seed: number): Finding[] {
  let state = seed >>> 0
  const next = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T
  const ids = (list: Parameters<typeof entriesOf>[0]) => entriesOf(list).map((entry) => entry.id)
  const words = ['Refusal', 'bypass', 'tool', 'Übergriff', 'agent', 'größer', 'résumé', 'model', 'answers', 'harness']
  return Array.from({ length: count }, (_, index) =>
    makeFinding(
      index + 1,
      {
        title: `${pick(words)} ${pick(words)} ${pick(words)} ${next(100_000)}`,
        summary: Array.from({ length: 40 }, () => pick(words)).join(' '),
        domain: pick(ids('domain')),
        findingType: pick(ids('findingType')),
        likelihood: pick([...ids('level'), undefined]),
        impact: pick([...ids('level'), undefined]),
        owner: pick(['ada', 'ben', 'cem', undefined]),
      },
      {
        status: pick(statusOrder),
        audience: pick(['institute', 'shared'] as const),
        changedAt: next(1_000_000_000),
      },
    ),
  )
}
