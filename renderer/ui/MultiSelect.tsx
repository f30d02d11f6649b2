/**
 * Several of a list, as chips with a list behind "Add": {label, value: string[], options: Option[], onAdd(id), onRemove(id), description?, errorMessage?}.
 * One call per member, because every member is stored by itself.
 */
import { useId, useMemo } from 'react'
import { Autocomplete, Button as AriaButton, DialogTrigger, ListBox, Popover, useFilter } from 'react-aria-components'
import { useText } from '../text/text.tsx'
import { Chips } from './Chips.tsx'
import { Icon } from './Icon.tsx'
import { type Option, renderOption } from './options.tsx'
import { FilterInput } from './FilterInput.tsx'

export interface MultiSelectProps {
  label: string
  value: readonly string[]
  options: readonly Option[]
  onAdd: (id: string) => void
  onRemove: (id: string) => void
  description?: string | undefined
  errorMessage?: string | undefined
  isLabelHidden?: boolean | undefined
  isRequired?: boolean | undefined
  isDisabled?: boolean | undefined
  /** For jump links: the id of the button that opens the list. */
  id?: string | undefined
}

export function MultiSelect(props: MultiSelectProps) {
  const {
    label,
    value,
    options,
    onAdd,
    onRemove,
    description,
    errorMessage,
    isLabelHidden = false,
    isRequired = false,
    isDisabled = false,
    id,
  } = props
  const words = useText().app.ui
  const labelId = useId()
  const notesId = useId()
  const { contains } = useFilter({ sensitivity: 'base' })
  const selected = useMemo(() => new Set(value), [value])
  const chips = value.map((member) => options.find((option) => option.id === member) ?? { id: member, label: member })

  return (
    <div className="ui-field">
      <span id={labelId} className={isLabelHidden ? 'visually-hidden' : 'ui-label'}>
        {label}
        {isRequired && <span className="ui-required"> {words.required}</span>}
      </span>
      <div className="ui-multi">
        {chips.length > 0 && <Chips label={label} chips={chips} {...(isDisabled ? {} : { onRemove })} />}
        <DialogTrigger>
          <AriaButton
            className="ui-button ui-button-quiet ui-add"
            isDisabled={isDisabled}
            aria-label={words.addTo(label)}
            aria-describedby={notesId}
            {...(id !== undefined ? { id } : {})}
          >
            <Icon name="plus" size={14} />
            {words.add}
          </AriaButton>
          <Popover aria-label={label} className="ui-popover ui-list-popover" placement="bottom start" offset={4}>
            <div className="ui-popover-body ui-popover-scroll">
              <Autocomplete filter={contains}>
                {options.length > 8 && <FilterInput label={words.filterList} />}
                <ListBox
                  aria-label={label}
                  items={options}
                  selectionMode="multiple"
                  escapeKeyBehavior="none"
                  selectedKeys={selected}
                  className="ui-listbox"
                  autoFocus={options.length > 8 ? false : 'first'}
                  renderEmptyState={() => <p className="ui-nothing">{words.nothingFound}</p>}
                  onSelectionChange={(keys) => {
                    const next =
                      keys === 'all' ? new Set(options.map((option) => option.id)) : new Set([...keys].map(String))
                    for (const member of next) if (!selected.has(member)) onAdd(member)
                    for (const member of selected)
                      if (!next.has(member) && options.some((option) => option.id === member)) onRemove(member)
                  }}
                >
                  {renderOption}
                </ListBox>
              </Autocomplete>
            </div>
          </Popover>
        </DialogTrigger>
      </div>
      <div id={notesId}>
        {description !== undefined && <span className="ui-description">{description}</span>}
        {errorMessage !== undefined && <span className="ui-error">{errorMessage}</span>}
      </div>
    </div>
  )
}
