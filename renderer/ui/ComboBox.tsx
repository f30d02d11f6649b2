/**
 * One of a long list, found by typing: field props of `string | undefined` + {options: Option[], canClear?}. A button shows the choice; the list
 * behind it has a box to filter by.
 */
import { useContext, useId } from 'react'
import {
  Autocomplete,
  Button as AriaButton,
  DialogTrigger,
  ListBox,
  OverlayTriggerStateContext,
  Popover,
  useFilter,
} from 'react-aria-components'
import { useText } from '../text/text.tsx'
import type { FieldProps } from './Field.tsx'
import { FilterInput } from './FilterInput.tsx'
import { given } from './given.ts'
import { Icon } from './Icon.tsx'
import { type Option, renderOption } from './options.tsx'

const none = ' none'
/** Choosing what is chosen already closes the list too. The list's state knows this property, its types do not. */
const choosesTheSameAgain = { allowDuplicateSelectionEvents: true }

export interface ComboBoxProps extends FieldProps<string | undefined> {
  options: readonly Option[]
  canClear?: boolean
}

export function ComboBox(props: ComboBoxProps) {
  const { label, value, onChange, description, errorMessage, isLabelHidden = false, placeholder, options } = props
  const { canClear = false, isRequired = false, isDisabled, isReadOnly = false, autoFocus, id } = props
  const words = useText().app.ui
  const own = useId()
  const chosen = options.find((option) => option.id === value)
  const all = canClear ? [{ id: none, label: words.noChoice }, ...options] : options
  return (
    <div className="ui-field">
      <span id={`${own}label`} className={isLabelHidden ? 'visually-hidden' : 'ui-label'}>
        {label}
        {isRequired && <span className="ui-required"> {words.required}</span>}
      </span>
      <DialogTrigger>
        <AriaButton
          className="ui-input ui-select-button"
          aria-labelledby={`${own}value ${own}label`}
          aria-describedby={`${own}notes`}
          {...given({ isDisabled: isDisabled || isReadOnly, autoFocus, id })}
        >
          <span id={`${own}value`} className="ui-select-value">
            {chosen?.mark}
            <span className={chosen ? 'truncate' : 'truncate ui-placeholder'}>
              {chosen?.label ?? value ?? placeholder ?? words.choose}
            </span>
          </span>
          <Icon name="chevronDown" size={14} />
        </AriaButton>
        <Popover aria-label={label} className="ui-popover ui-list-popover" placement="bottom start" offset={4}>
          <Choices
            label={label}
            options={all}
            value={value}
            onChoose={(chosenId) => onChange(chosenId === none ? undefined : chosenId)}
          />
        </Popover>
      </DialogTrigger>
      <div id={`${own}notes`}>
        {description !== undefined && <span className="ui-description">{description}</span>}
        {errorMessage !== undefined && <span className="ui-error">{errorMessage}</span>}
      </div>
    </div>
  )
}

interface ChoicesProps {
  label: string
  options: readonly Option[]
  value: string | undefined
  onChoose: (id: string) => void
}

function Choices({ label, options, value, onChoose }: ChoicesProps) {
  const words = useText().app.ui
  const { contains } = useFilter({ sensitivity: 'base' })
  const overlay = useContext(OverlayTriggerStateContext)
  return (
    <div className="ui-popover-body ui-popover-scroll">
      <Autocomplete filter={contains}>
        <FilterInput label={words.filterList} />
        <ListBox
          aria-label={label}
          items={options}
          selectionMode="single"
          disallowEmptySelection
          escapeKeyBehavior="none"
          selectedKeys={value === undefined ? [] : [value]}
          className="ui-listbox"
          renderEmptyState={() => <p className="ui-nothing">{words.nothingFound}</p>}
          {...choosesTheSameAgain}
          onSelectionChange={(keys) => {
            const [key] = keys
            if (key !== undefined) onChoose(String(key))
            overlay?.close()
          }}
        >
          {renderOption}
        </ListBox>
      </Autocomplete>
    </div>
  )
}
