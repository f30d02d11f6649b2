/**
 * The fields of a finding as a form, generated from the table of fields: groups that open and close, the needed ones first,
 * above them what is missing before sharing. Knows nothing of the text but whether its sections hold words.
 */
import { type ReactNode, type Ref, useId, useImperativeHandle, useState } from 'react'
import { flushSync } from 'react-dom'
import { type Missing, missingForSharing } from '../../shared/domain/completeness.ts'
import type { BodySection, FieldName, RowsName } from '../../shared/domain/fieldTable.ts'
import { groupLabel } from '../../shared/domain/vocabularies.ts'
import type { Finding, ReviewSession } from '../replica/shapes.ts'
import { useLabelLanguage, useText } from '../text/text.tsx'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Completeness } from './Completeness.tsx'
import { countFilled, countMissing, fieldGroups, type FormGroup, groupOf } from './fieldGroups.ts'
import { focusElement } from './focusElement.ts'
import { Metrics, type RowsPanelProps } from './Metrics.tsx'
import { fieldElementId, fieldError } from './missingWords.ts'
import { readOpenGroups, writeOpenGroups } from './openGroups.ts'
import { Property } from './Property.tsx'
import { Recommendations } from './Recommendations.tsx'
import { RiskTable } from './RiskTable.tsx'
import { ValidityChecks } from './ValidityChecks.tsx'
import './panels.css'

export interface PropertiesProps {
  session: ReviewSession
  finding: Finding
  /** Undefined while the text is still opening. */
  sectionHasText: ((section: BodySection) => boolean) | undefined
  onGoToSection: (section: BodySection) => void
  ref?: Ref<PropertiesApi>
}

export interface PropertiesApi {
  /** Opens the group of a field and gives the field the focus. */
  reveal(field: FieldName): void
}

export function Properties({ session, finding, sectionHasText, onGoToSection, ref }: PropertiesProps) {
  const words = useText()
  const lang = useLabelLanguage()
  const [openGroups, setOpenGroups] = useState(readOpenGroups)
  const [openRows, setOpenRows] = useState<ReadonlySet<string>>(() => new Set())
  const missing = missingForSharing(finding.fields, { sectionHasText: sectionHasText ?? (() => true) })

  function showGroups(groups: ReadonlySet<FormGroup>): void {
    setOpenGroups(groups)
    writeOpenGroups(groups)
  }

  /** Opens whatever hides a field, so that it can take the focus in the same breath. */
  function reveal(field: FieldName, row?: string, column?: string): void {
    flushSync(() => {
      showGroups(new Set([...openGroups, groupOf(field)]))
      if (row !== undefined) setOpenRows(new Set([...openRows, row]))
    })
    if (row !== undefined && focusElement(fieldElementId(field, row, column))) return
    if (!focusElement(fieldElementId(field))) focusElement(`add-${field}`)
  }

  useImperativeHandle(ref, () => ({ reveal: (field) => reveal(field) }))

  function goTo(each: Missing): void {
    if (each.kind === 'section') onGoToSection(each.section)
    else reveal(each.field, each.row, each.column)
  }

  const rows = (field: RowsName, firstColumn: string): RowsPanelProps => ({
    session,
    finding,
    openRows,
    onToggleRow: (row) => setOpenRows(toggled(openRows, row)),
    onAddRow: () => {
      const row = session.addRow(finding.id, field)
      reveal(field, row, firstColumn)
    },
  })

  const areAllOpen = fieldGroups.every(({ group }) => openGroups.has(group))
  return (
    <div className="properties">
      <Completeness finding={finding} missing={missing} isTextKnown={sectionHasText !== undefined} onGoTo={goTo} />
      {fieldGroups.map(({ group, fields }) => (
        <Group
          key={group}
          title={group === 'needed' ? words.finding.needed : groupLabel(group, lang)}
          isOpen={openGroups.has(group)}
          onToggle={() => showGroups(toggled(openGroups, group))}
          filled={words.finding.groupFilled(countFilled(finding.fields, fields), fields.length)}
          missing={countMissing(missing, fields)}
        >
          {fields.map((name) => (
            <div key={name} className="property">
              <Property
                session={session}
                finding={finding.id}
                name={name}
                value={finding.fields[name]}
                lang={finding.lang}
                error={fieldError(name, missing, words, textLength(finding.fields[name]))}
              />
              {name === 'metrics' && <Metrics {...rows('metrics', 'name')} />}
              {name === 'validityChecks' && <ValidityChecks {...rows('validityChecks', 'kind')} />}
              {name === 'recommendations' && <Recommendations {...rows('recommendations', 'text')} />}
              {name === 'impact' && <RiskTable finding={finding} />}
            </div>
          ))}
        </Group>
      ))}
      <Button
        kind="quiet"
        onPress={() => showGroups(new Set(areAllOpen ? ['needed'] : fieldGroups.map(({ group }) => group)))}
      >
        {areAllOpen ? words.finding.closeAllGroups : words.finding.openAllGroups}
      </Button>
    </div>
  )
}

interface GroupProps {
  title: string
  isOpen: boolean
  onToggle: () => void
  filled: string
  missing: number
  children: ReactNode
}

function Group({ title, isOpen, onToggle, filled, missing, children }: GroupProps) {
  const words = useText().finding
  const headingId = useId()
  return (
    <section className="group" aria-labelledby={headingId}>
      <h3 id={headingId}>
        <button type="button" className="group-toggle" aria-expanded={isOpen} onClick={onToggle}>
          <Icon name={isOpen ? 'chevronDown' : 'chevronRight'} size={14} />
          <span>{title}</span>
          <span className="group-note">
            {missing > 0 && <span className="group-missing">{words.groupMissing(missing)}</span>}
            <span className="tabular">{filled}</span>
          </span>
        </button>
      </h3>
      {isOpen && <div className="group-body">{children}</div>}
    </section>
  )
}

function toggled<T>(set: ReadonlySet<T>, member: T): ReadonlySet<T> {
  const next = new Set(set)
  if (!next.delete(member)) next.add(member)
  return next
}

function textLength(value: unknown): number {
  return typeof value === 'string' ? value.length : 0
}
