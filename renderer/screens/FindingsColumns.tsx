/** The columns of the table: what each shows, how wide it is, and which give way when the window is narrow. */
import { riskOf } from '../../shared/domain/risk.ts'
import { labelOf } from '../../shared/domain/vocabularies.ts'
import { AudienceMark, RiskMark, StatusMark } from '../panels/Marks.tsx'
import type { Finding } from '../replica/shapes.ts'
import type { Words } from '../text/en.ts'
import { relativeTime } from '../text/relativeTime.ts'
import type { Column as TableColumn } from '../ui/VirtualTable.tsx'
import type { Column, Lookup } from './findingsView.ts'

/** Rem: the least width of each column; the title takes what is left. */
const widths: Readonly<Record<Column, number>> = {
  key: 4,
  audience: 9.25,
  title: 16,
  risk: 6.75,
  domain: 9.5,
  status: 8.75,
  owner: 7.5,
  changed: 6.5,
}

/** The first of these that is shown goes first when there is no room. Key, audience and title stay. */
const firstToGo: readonly Column[] = ['domain', 'changed', 'owner', 'status', 'risk']

/** Tick box and padding at both ends. */
const margin = 4

/** `room` in rem. */
export function fittingColumns(columns: readonly Column[], room: number): readonly Column[] {
  let shown = columns
  for (const column of firstToGo) {
    if (shown.reduce((sum, each) => sum + widths[each], margin) <= room) return shown
    shown = shown.filter((each) => each !== column)
  }
  return shown
}

export interface ColumnNeeds {
  readonly words: Words
  readonly lang: 'en' | 'de'
  readonly locale: string
  readonly lookup: Lookup
  /** Milliseconds since 1970, for "5 min ago". */
  readonly now: number
}

export function makeColumns(shown: readonly Column[], needs: ColumnNeeds): readonly TableColumn<Finding>[] {
  const { words } = needs
  return shown.map((id) => ({
    id,
    label: words.findings.columns[id],
    width: id === 'title' ? `minmax(${widths.title}rem, 1fr)` : `${widths[id]}rem`,
    isSortable: true,
    isRowHeader: id === 'title',
    render: (finding) => renderCell(id, finding, needs),
  }))
}

function renderCell(column: Column, finding: Finding, { words, lang, locale, lookup, now }: ColumnNeeds) {
  const { fields } = finding
  switch (column) {
    case 'key':
      return <span className="findings-key">{finding.key}</span>
    case 'audience':
      return <AudienceMark audience={finding.audience} />
    case 'title':
      return fields.title === '' ? (
        <span className="muted">{words.findings.untitled}</span>
      ) : (
        <span lang={finding.lang}>{fields.title}</span>
      )
    case 'risk':
      return <RiskMark risk={riskOf(fields)} isQuiet />
    case 'domain':
      return <span className="muted">{fields.domain === undefined ? '' : labelOf('domain', fields.domain, lang)}</span>
    case 'status':
      return <StatusMark status={finding.status} />
    case 'owner':
      return fields.owner === undefined ? (
        <span className="muted">{words.findings.noOwner}</span>
      ) : (
        lookup.personName(fields.owner)
      )
    case 'changed':
      return <span className="muted">{relativeTime(locale, finding.changedAt, now)}</span>
  }
}
