/** Which threats to validity were looked at and what came of it, one row each. */
import type { RowColumn } from '../../shared/domain/fieldTable.ts'
import { labelOf } from '../../shared/domain/vocabularies.ts'
import { useLabelLanguage, useText } from '../text/text.tsx'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { CellField } from './CellField.tsx'
import { fieldElementId } from './missingWords.ts'
import type { RowsPanelProps } from './Metrics.tsx'
import { addRowId, removeRow } from './rowActs.ts'
import { RowFrame } from './RowFrame.tsx'
import { vocabularyOptions } from './vocabularyOptions.ts'

export function ValidityChecks({ session, finding, openRows, onToggleRow, onAddRow }: RowsPanelProps) {
  const words = useText()
  const { checks } = words.finding
  const lang = useLabelLanguage()
  const rows = finding.fields.validityChecks
  const set = (row: string, column: RowColumn<'validityChecks'>, value: string) =>
    session.setCell(finding.id, 'validityChecks', row, column, value)
  const idOf = (row: string, column: string) => fieldElementId('validityChecks', row, column)
  return (
    <div className="rows-panel">
      {rows.length === 0 && <p className="muted">{checks.none}</p>}
      <ul>
        {rows.map((row) => {
          const name = row.kind === '' ? checks.kind : labelOf('validityCheck', row.kind, lang)
          const outcome = row.outcome === '' ? '' : labelOf('validityOutcome', row.outcome, lang)
          return (
            <li key={row.id}>
              <RowFrame
                title={name}
                line={[outcome, row.note].filter(Boolean).join(' · ')}
                isOpen={openRows.has(row.id)}
                onToggle={() => onToggleRow(row.id)}
                removeLabel={checks.remove(name)}
                onRemove={() => removeRow(session, finding.id, 'validityChecks', row.id, words)}
              >
                <div className="metric-form">
                  <div className="metric-half">
                    <Select
                      id={idOf(row.id, 'kind')}
                      label={checks.kind}
                      value={row.kind === '' ? undefined : row.kind}
                      options={vocabularyOptions('validityCheck', lang)}
                      onChange={(value) => set(row.id, 'kind', value ?? '')}
                    />
                  </div>
                  <div className="metric-half">
                    <Select
                      id={idOf(row.id, 'outcome')}
                      label={checks.outcome}
                      value={row.outcome === '' ? undefined : row.outcome}
                      options={vocabularyOptions('validityOutcome', lang)}
                      onChange={(value) => set(row.id, 'outcome', value ?? '')}
                    />
                  </div>
                  <div className="metric-wide">
                    <CellField
                      id={idOf(row.id, 'note')}
                      label={checks.note}
                      value={row.note}
                      kind="paragraph"
                      lang={finding.lang}
                      onCommit={(value) => set(row.id, 'note', value)}
                    />
                  </div>
                </div>
              </RowFrame>
            </li>
          )
        })}
      </ul>
      <Button kind="quiet" icon="plus" id={addRowId('validityChecks')} onPress={onAddRow}>
        {checks.add}
      </Button>
    </div>
  )
}
