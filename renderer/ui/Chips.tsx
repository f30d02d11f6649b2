/** A row of small words: {label (name of the row), chips: {id, label, mark?}[], onRemove?(id)}. Arrows move, Delete removes. */
import type { ReactNode } from 'react'
import { Button as AriaButton, Tag, TagGroup, TagList } from 'react-aria-components'
import { useText } from '../text/text.tsx'
import { Icon } from './Icon.tsx'

export interface Chip {
  readonly id: string
  readonly label: string
  readonly mark?: ReactNode
}

export interface ChipsProps {
  label: string
  chips: readonly Chip[]
  onRemove?: (id: string) => void
}

export function Chips({ label, chips, onRemove }: ChipsProps) {
  const words = useText().app.ui
  return (
    <TagGroup
      aria-label={label}
      className="ui-chips"
      {...(onRemove ? { onRemove: (keys) => [...keys].forEach((key) => onRemove(String(key))) } : {})}
    >
      <TagList items={chips} className="ui-chip-list">
        {(chip) => (
          <Tag id={chip.id} textValue={chip.label} className="ui-chip">
            {chip.mark}
            <span className="ui-chip-words">{chip.label}</span>
            {onRemove && (
              <AriaButton slot="remove" className="ui-chip-remove" aria-label={words.remove(chip.label)}>
                <Icon name="close" size={12} />
              </AriaButton>
            )}
          </Tag>
        )}
      </TagList>
    </TagGroup>
  )
}
