/** One of a long list, found by typing: field props of `string | undefined` + {options: Option[]}. Emptying the box answers undefined. */
import { Button as AriaButton, ComboBox as AriaComboBox, Input, ListBox, Popover } from 'react-aria-components'
import { useText } from '../text/text.tsx'
import { type FieldProps, FieldLabel, FieldNotes } from './Field.tsx'
import { given } from './given.ts'
import { Icon } from './Icon.tsx'
import { type Option, renderOption } from './options.tsx'

export interface ComboBoxProps extends FieldProps<string | undefined> {
  options: readonly Option[]
}

export function ComboBox(props: ComboBoxProps) {
  const {
    label,
    value,
    onChange,
    description,
    errorMessage,
    isLabelHidden,
    placeholder,
    options,
    isRequired,
    isDisabled,
    isReadOnly,
    autoFocus,
    id,
  } = props
  const words = useText().app.ui
  return (
    <AriaComboBox
      value={value ?? null}
      onChange={(key) => onChange(key === null ? undefined : String(key))}
      defaultItems={options}
      menuTrigger="focus"
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
      allowsEmptyCollection
      {...given({ isRequired, isDisabled, isReadOnly, autoFocus, id })}
      className="ui-field"
    >
      <FieldLabel label={label} isHidden={isLabelHidden} isRequired={isRequired} />
      <div className="ui-combo">
        <Input className="ui-input" placeholder={placeholder ?? words.choose} />
        <AriaButton className="ui-button ui-icon-button ui-icon-button-small">
          <Icon name="chevronDown" size={14} />
        </AriaButton>
      </div>
      <FieldNotes description={description} errorMessage={errorMessage} />
      <Popover className="ui-popover ui-list-popover" offset={4}>
        <ListBox<Option>
          className="ui-listbox"
          renderEmptyState={() => <p className="ui-nothing">{words.nothingFound}</p>}
        >
          {renderOption}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}
