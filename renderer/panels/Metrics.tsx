/** Numbers of a result, one row each: folded to a line that reads like the report, open to a small form. */
import { missingInMetric } from '../../shared/domain/completeness.ts'
import type { RowColumn } from '../../shared/domain/fieldTable.ts'
import { useReadable } from '../replica/hooks.ts'
import type { Finding, ReviewSession } from '../replica/shapes.ts'
import { useText } from '../text/text.tsx'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { CellField } from './CellField.tsx'
import { type MetricRow, metricLine, valueFromCounts, wilsonCells } from './metricRow.ts'
import { cellError, fieldElementId } from './missingWords.ts'
import { addRowId, removeRow } from './rowActs.ts'
import { RowFrame } from './RowFrame.tsx'
import { SnapshotCell } from './SnapshotCell.tsx'

export interface RowsPanelProps {
  session: ReviewSession
  finding: Finding
  openRows: ReadonlySet<string>
  onToggleRow: (row: string) => void
  /** Opens a new row and puts the focus into its first cell. */
  onAddRow: () => void
}

type MetricColumn = RowColumn<'metrics'>

export function Metrics({ session, finding, openRows, onToggleRow, onAddRow }: RowsPanelProps) {
  const words = useText()
  const { metrics } = words.finding
  const rows = finding.fields.metrics
  return (
    <div className="rows-panel">
      {rows.length === 0 && <p className="muted">{metrics.none}</p>}
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <RowFrame
              title={metrics.one(row.name)}
              line={metricLine(row, metrics.interval)}
              note={row.isReference === 'yes' ? metrics.reference : undefined}
              isOpen={openRows.has(row.id)}
              onToggle={() => onToggleRow(row.id)}
              removeLabel={metrics.remove(row.name)}
              onRemove={() => removeRow(session, finding.id, 'metrics', row.id, words)}
            >
              <MetricForm session={session} finding={finding} row={row} />
            </RowFrame>
          </li>
        ))}
      </ul>
      <Button kind="quiet" icon="plus" id={addRowId('metrics')} onPress={onAddRow}>
        {metrics.add}
      </Button>
    </div>
  )
}

function MetricForm({ session, finding, row }: { session: ReviewSession; finding: Finding; row: MetricRow }) {
  const words = useText()
  const { metrics } = words.finding
  const snapshots = useReadable(session.snapshots)
  const wrong = missingInMetric(row).filter((each) => !emptiness.has(each.why))
  const set = (column: MetricColumn, value: string) => session.setCell(finding.id, 'metrics', row.id, column, value)
  const computed = valueFromCounts(row)
  const wilson = wilsonCells(row)
  const cell = (column: MetricColumn, kind: 'line' | 'count' | 'decimal' | 'paragraph', place: string) => (
    <div className={place}>
      <CellField
        id={fieldElementId('metrics', row.id, column)}
        label={metrics[column]}
        value={row[column]}
        kind={kind}
        onCommit={(value) => set(column, value)}
        error={cellError(wrong, row.id, column, words)}
        lang={finding.lang}
      />
    </div>
  )
  const offersValue = computed !== undefined && row.value !== computed && row.value === ''
  return (
    <div className="metric-form">
      {cell('name', 'line', 'metric-wide')}
      <div className="metric-wide">
        <SnapshotCell
          id={fieldElementId('metrics', row.id, 'snapshot')}
          value={row.snapshot}
          snapshots={snapshots}
          references={finding.fields.referenceModels}
          onCommit={(value) => set('snapshot', value)}
        />
      </div>
      {cell('numerator', 'count', 'metric-3')}
      {cell('denominator', 'count', 'metric-2')}
      {cell('value', 'decimal', 'metric-3')}
      {cell('unit', 'line', 'metric-4')}
      {offersValue && (
        <p className="metric-wide metric-offer">
          <span className="muted">{metrics.valueFromCounts(computed)}</span>
          <Button kind="quiet" onPress={() => set('value', computed)}>
            {metrics.useComputed}
          </Button>
        </p>
      )}
      {cell('ciLow', 'decimal', 'metric-4')}
      {cell('ciHigh', 'decimal', 'metric-3')}
      {cell('ciMethod', 'line', 'metric-5')}
      <div className="metric-wide">
        <Button
          isDisabled={wilson === undefined}
          onPress={() => {
            if (!wilson) return
            session.asOneStep(words.finding.step.fillInterval, () => {
              for (const [column, value] of Object.entries(wilson)) set(column as MetricColumn, value)
            })
          }}
        >
          {metrics.fillWilson}
        </Button>
        {wilson === undefined && <span className="muted metric-hint">{metrics.fillWilsonNeeds}</span>}
      </div>
      {cell('runs', 'count', 'metric-4')}
      <div className="metric-check">
        <Checkbox
          isSelected={row.isReference === 'yes'}
          onChange={(isSelected) => set('isReference', isSelected ? 'yes' : '')}
        >
          {metrics.isReference}
        </Checkbox>
      </div>
      {cell('note', 'paragraph', 'metric-wide')}
    </div>
  )
}

/** A row that somebody is still filling in is not wrong; the list "before sharing" names these. */
const emptiness: ReadonlySet<string> = new Set([
  'metricWithoutName',
  'metricWithoutSnapshot',
  'metricWithoutResult',
  'intervalWithoutMethod',
])
