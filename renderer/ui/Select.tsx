/**
 * One of a list: field props of `string | undefined` + {options: Option[], canClear?, isInline?}.
 * `canClear` puts an empty choice first that answers undefined; `isInline` shows it as quiet text until touched (property strips, table tools).
 */
import { Button as AriaButton, ListBox, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components'
import { useText } from '../text/text.tsx'
import { type FieldProps, FieldLabel, FieldNotes } from './Field.tsx'
import { given } from './given.ts'
import { Icon } from './Icon.tsx'
import { type Option, renderOption } from './options.tsx'

const none = ' none'

export interface SelectProps<T extends string = string> extends Omit<FieldProps<T | undefined>, 'isReadOnly'> {
  options: readonly (Option & { readonly id: T })[]
  canClear?: boolean
  isInline?: boolean
}

export function Select<T extends string = string>(props: SelectProps<T>) {
  const {
    label,
    value,
    onChange,
    description,
    errorMessage,
    isLabelHidden,
    placeholder,
    options,
    canClear = false,
    isInline = false,
    isRequired,
    isDisabled,
    autoFocus,
    id,
  } = props
  const words = useText().app.ui
  const all: readonly Option[] = canClear ? [{ id: none, label: words.noChoice }, ...options] : options
  const chosen = options.find((option) => option.id === value)
  return (
    <AriaSelect
      value={value ?? null}
      onChange={(key) => onChange(key === none || key === null ? undefined : (String(key) as T))}
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
      placeholder={placeholder ?? words.choose}
      {...given({ isRequired, isDisabled, autoFocus, id })}
      className={`ui-field${isInline ? ' ui-select-inline' : ''}`}
    >
      <FieldLabel label={label} isHidden={isLabelHidden} isRequired={isRequired} />
      <AriaButton className="ui-input ui-select-button">
        <SelectValue className="ui-select-value">
          {({ isPlaceholder, defaultChildren }) =>
            isPlaceholder || chosen === undefined ? (
              <span className="ui-placeholder">{isPlaceholder ? defaultChildren : (value ?? defaultChildren)}</span>
            ) : (
              <>
                {chosen.mark}
                <span className="truncate">{chosen.label}</span>
              </>
            )
          }
        </SelectValue>
        <Icon name="chevronDown" size={14} />
      </AriaButton>
      <FieldNotes description={description} errorMessage={errorMessage} />
      <Popover className="ui-popover ui-list-popover" offset={4}>
        <ListBox items={all} className="ui-listbox">
          {renderOption}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
