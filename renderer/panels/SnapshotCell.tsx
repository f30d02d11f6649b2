/** What a number belongs to: a model snapshot of the review, a reference model of the finding, or own words, as "human baseline". */
import { useState } from 'react'
import type { Snapshot } from '../replica/shapes.ts'
import { useText } from '../text/text.tsx'
import { Select } from '../ui/Select.tsx'
import { CellField } from './CellField.tsx'

export interface SnapshotCellProps {
  id: string
  value: string
  snapshots: readonly Snapshot[]
  references: readonly string[]
  onCommit: (value: string) => void
}

/** Cannot be the id of a snapshot: ids have no spaces. */
const other = 'own words'

export function SnapshotCell({ id, value, snapshots, references, onCommit }: SnapshotCellProps) {
  const words = useText().finding.metrics
  const [isFree, setFree] = useState(false)
  const known = [
    ...snapshots,
    ...references
      .filter((name) => !snapshots.some((snapshot) => snapshot.id === name))
      .map((name) => ({ id: name, label: name })),
  ]
  const options =
    known.some((option) => option.id === value) || value === '' ? known : [...known, { id: value, label: value }]
  if (isFree) return <CellField id={id} label={words.snapshotFree} value={value} kind="line" onCommit={onCommit} />
  return (
    <Select
      id={id}
      label={words.snapshot}
      value={value === '' ? undefined : value}
      options={[...options, { id: other, label: words.snapshotOther }]}
      onChange={(next) => (next === other ? setFree(true) : onCommit(next ?? ''))}
    />
  )
}
