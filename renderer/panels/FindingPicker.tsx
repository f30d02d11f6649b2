/**
 * Findings of the same review, as chips; others are found by typing. A review may have thousands, so the list shows the
 * first few that match and never all.
 */
import { useId, useState } from 'react'
import type { Finding } from '../replica/shapes.ts'
import { useText } from '../text/text.tsx'
import { Button } from '../ui/Button.tsx'
import { Chips } from '../ui/Chips.tsx'
import { Popover } from '../ui/Popover.tsx'
import { SearchField } from '../ui/SearchField.tsx'

export interface FindingPickerProps {
  id: string
  label: string
  value: readonly string[]
  /** Called when something is looked for, so that nothing is listed before. */
  find: (search: string) => readonly Finding[]
  nameOf: (finding: string) => string
  onAdd: (finding: string) => void
  onRemove: (finding: string) => void
}

const mostShown = 20

export function FindingPicker({ id, label, value, find, nameOf, onAdd, onRemove }: FindingPickerProps) {
  const words = useText()
  const labelId = useId()
  const [search, setSearch] = useState('')
  const [isOpen, setOpen] = useState(false)
  const found = isOpen ? find(search).filter((finding) => !value.includes(finding.id)) : []
  const take = (finding: Finding) => {
    onAdd(finding.id)
    setSearch('')
    setOpen(false)
  }
  return (
    <div className="ui-field" role="group" aria-labelledby={labelId}>
      <span id={labelId} className="ui-label">
        {label}
      </span>
      <div className="ui-multi" id={id}>
        {value.length > 0 && (
          <Chips label={label} chips={value.map((each) => ({ id: each, label: nameOf(each) }))} onRemove={onRemove} />
        )}
        <Popover
          label={label}
          isOpen={isOpen}
          onOpenChange={setOpen}
          button={
            <Button kind="quiet" icon="plus" aria-label={words.app.ui.addTo(label)}>
              {words.app.ui.add}
            </Button>
          }
        >
          <SearchField
            label={words.findings.find}
            value={search}
            onChange={setSearch}
            onEnter={() => found[0] && take(found[0])}
            autoFocus
          />
          <ul className="picker-list">
            {found.slice(0, mostShown).map((finding) => (
              <li key={finding.id}>
                <Button kind="quiet" onPress={() => take(finding)}>
                  {`${finding.key} ${finding.fields.title || words.findings.untitled}`}
                </Button>
              </li>
            ))}
            {found.length === 0 && <li className="ui-nothing">{words.app.ui.nothingFound}</li>}
          </ul>
        </Popover>
      </div>
    </div>
  )
}
