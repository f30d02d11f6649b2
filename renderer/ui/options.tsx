/** The choices of Select, ComboBox and MultiSelect, and how one of them looks in a list. */
import type { ReactNode } from 'react'
import { ListBoxItem, Text } from 'react-aria-components'
import { Icon } from './Icon.tsx'

export interface Option {
  readonly id: string
  readonly label: string
  readonly description?: string
  /** Shown before the label: an icon, a badge. */
  readonly mark?: ReactNode
  readonly isDisabled?: boolean
}

export function renderOption(option: Option) {
  return (
    <ListBoxItem id={option.id} textValue={option.label} className="ui-option" isDisabled={option.isDisabled ?? false}>
      {({ isSelected }) => (
        <>
          <span className="ui-option-tick">{isSelected && <Icon name="check" size={14} />}</span>
          {option.mark}
          <span className="ui-option-words">
            <Text slot="label">{option.label}</Text>
            {option.description !== undefined && (
              <Text slot="description" className="ui-description">
                {option.description}
              </Text>
            )}
          </span>
        </>
      )}
    </ListBoxItem>
  )
}
