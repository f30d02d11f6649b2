/** What should be done, and by whom. Each is a paragraph of its own, always open. */
import { useLabelLanguage, useText } from '../text/text.tsx'
import { Button, IconButton } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { CellField } from './CellField.tsx'
import { fieldElementId } from './missingWords.ts'
import type { RowsPanelProps } from './Metrics.tsx'
import { addRowId, removeRow } from './rowActs.ts'
import { vocabularyOptions } from './vocabularyOptions.ts'

export function Recommendations({ session, finding, onAddRow }: RowsPanelProps) {
  const words = useText()
  const { recommendations } = words.finding
  const lang = useLabelLanguage()
  const rows = finding.fields.recommendations
  return (
    <div className="rows-panel">
      {rows.length === 0 && <p className="muted">{recommendations.none}</p>}
      <ul>
        {rows.map((row, index) => (
          <li key={row.id} className="recommendation">
            <div className="recommendation-words">
              <CellField
                id={fieldElementId('recommendations', row.id, 'text')}
                label={recommendations.text(index + 1)}
                value={row.text}
                kind="paragraph"
                lang={finding.lang}
                onCommit={(value) => session.setCell(finding.id, 'recommendations', row.id, 'text', value)}
              />
              <Select
                id={fieldElementId('recommendations', row.id, 'addressee')}
                label={recommendations.addressee}
                value={row.addressee === '' ? undefined : row.addressee}
                options={vocabularyOptions('addressee', lang)}
                isInline
                onChange={(value) => session.setCell(finding.id, 'recommendations', row.id, 'addressee', value ?? '')}
              />
            </div>
            <IconButton
              icon="close"
              label={recommendations.remove(index + 1)}
              isSmall
              placement="left"
              onPress={() => removeRow(session, finding.id, 'recommendations', row.id, words)}
            />
          </li>
        ))}
      </ul>
      <Button kind="quiet" icon="plus" id={addRowId('recommendations')} onPress={onAddRow}>
        {recommendations.add}
      </Button>
    </div>
  )
}
