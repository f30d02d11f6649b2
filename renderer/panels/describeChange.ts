/** In words: what differs between two states of a review's findings, for the message after undo and redo. */
import { type FieldName, fieldTable } from '../../shared/domain/fieldTable.ts'
import { labelOf } from '../../shared/domain/vocabularies.ts'
import type { Finding } from '../replica/shapes.ts'
import type { Words } from '../text/en.ts'

/** `Title (F-012)`, `Status Draft (F-012)`, `Owner (3 findings)`; '' when nothing differs. Unchanged findings are recognised by identity. */
export function describeChange(
  before: readonly Finding[],
  after: readonly Finding[],
  words: Words,
  lang: 'en' | 'de',
): string {
  const pairs = changedPairs(before, after)
  const parts = new Set(pairs.flatMap(({ was, is }) => partsOf(was, is, words, lang)))
  const [first] = pairs
  if (first === undefined) return ''
  const who =
    pairs.length === 1 ? ((first.is ?? first.was)?.key ?? '') : words.findings.count(pairs.length, pairs.length)
  const what = [...parts].slice(0, 3).join(', ') || words.finding.lastChange
  return `${what} (${who})`
}

interface Pair {
  readonly was: Finding | undefined
  readonly is: Finding | undefined
}

function changedPairs(before: readonly Finding[], after: readonly Finding[]): readonly Pair[] {
  const wasById = new Map(before.map((finding) => [finding.id, finding]))
  const changed: Pair[] = []
  for (const is of after) {
    const was = wasById.get(is.id)
    wasById.delete(is.id)
    if (was !== is) changed.push({ was, is })
  }
  return [...changed, ...[...wasById.values()].map((was) => ({ was, is: undefined }))]
}

function partsOf(
  was: Finding | undefined,
  is: Finding | undefined,
  words: Words,
  lang: 'en' | 'de',
): readonly string[] {
  if (!was || !is) return [words.findings.newFinding]
  const { step, fields, language } = words.finding
  const parts: string[] = []
  if (was.status !== is.status) parts.push(step.setStatus(labelOf('findingStatus', is.status, lang)))
  if (was.lang !== is.lang) parts.push(language)
  for (const name of Object.keys(fieldTable) as FieldName[])
    if (!isSame(was.fields[name], is.fields[name])) parts.push(fields[name].label)
  return parts
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))
}
