/** Groups of findings with the words that head them. */
import type { Risk } from '../../shared/domain/risk.ts'
import { labelOf } from '../../shared/domain/vocabularies.ts'
import { riskWord } from '../panels/Marks.tsx'
import type { Finding } from '../replica/shapes.ts'
import type { Words } from '../text/en.ts'
import type { TableGroup } from '../ui/VirtualTable.tsx'
import type { FindingGroup, Grouping, Lookup } from './findingsView.ts'

export interface GroupNeeds {
  readonly words: Words
  readonly lang: 'en' | 'de'
  readonly lookup: Lookup
}

/** Undefined where the table is not grouped. */
export function groupsForTable(
  groups: readonly FindingGroup[],
  grouping: Grouping,
  closed: ReadonlySet<string>,
  needs: GroupNeeds,
): readonly TableGroup<Finding>[] | undefined {
  if (grouping === 'none') return undefined
  return groups.map(({ value, findings }) => {
    const id = `${grouping}:${value}`
    return { id, label: groupWords(grouping, value, needs), rows: findings, isClosed: closed.has(id) }
  })
}

function groupWords(grouping: Exclude<Grouping, 'none'>, value: string, { words, lang, lookup }: GroupNeeds): string {
  switch (grouping) {
    case 'risk':
      return riskWord(value as Risk, words, lang)
    case 'status':
      return labelOf('findingStatus', value, lang)
    case 'domain':
      return value === '' ? words.findings.noDomain : lookup.domainLabel(value)
    case 'owner':
      return value === '' ? words.findings.noOwner : lookup.personName(value)
  }
}
