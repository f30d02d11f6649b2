/** The filters in force as chips; each opens the values to choose from. "+ Filter" adds one. */
import { useId, useState } from 'react'
import { entriesOf, isIdOf, labelOf } from '../../shared/domain/vocabularies.ts'
import { focusIfLost } from '../panels/focusElement.ts'
import type { Person } from '../replica/shapes.ts'
import { useLabelLanguage, useText } from '../text/text.tsx'
import { Button, IconButton } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Menu } from '../ui/Menu.tsx'
import { Popover } from '../ui/Popover.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { audienceOrder, type Filters, statusOrder } from './findingsView.ts'

const names = ['status', 'riskAtLeast', 'domain', 'owner', 'audience', 'findingType'] as const
type FilterName = (typeof names)[number]
type ListName = Exclude<FilterName, 'riskAtLeast'>

export interface FindingsFiltersProps {
  filters: Filters
  people: readonly Person[]
  me: Person
  onChange: (filters: Filters) => void
}

export function FindingsFilters({ filters, people, me, onChange }: FindingsFiltersProps) {
  const words = useText().findings
  const [open, setOpen] = useState<FilterName | undefined>(undefined)
  const addId = useId()
  const options = useOptions(people, me)
  const shown = names.filter((name) => isActive(filters, name) || open === name)

  function close(): void {
    if (open !== undefined) focusBack(isActive(filters, open) ? `${addId}${open}` : addId)
    setOpen(undefined)
  }
  function remove(name: FilterName): void {
    onChange({ ...filters, [name]: name === 'riskAtLeast' ? undefined : [] })
    focusBack(addId)
  }

  return (
    <div className="filters" role="group" aria-label={words.filters}>
      {shown.map((name) => (
        <span key={name} className="filter">
          <Popover
            label={words.filterNames[name]}
            isOpen={open === name}
            onOpenChange={(isOpen) => (isOpen ? setOpen(name) : close())}
            button={
              <Button
                id={`${addId}${name}`}
                kind="quiet"
                aria-label={words.changeFilter(chipWords(name, filters, options, words))}
              >
                {chipWords(name, filters, options, words)}
              </Button>
            }
          >
            <FilterValues name={name} filters={filters} options={options[name]} onChange={onChange} />
          </Popover>
          <IconButton
            icon="close"
            label={words.removeFilter(words.filterNames[name])}
            isSmall
            onPress={() => remove(name)}
          />
        </span>
      ))}
      {filters.showsWithdrawn && (
        <span className="filter">
          <span className="filter-words">{words.withdrawnShown}</span>
          <IconButton
            icon="close"
            label={words.removeFilter(words.withdrawnShown)}
            isSmall
            onPress={() => {
              onChange({ ...filters, showsWithdrawn: false })
              focusBack(addId)
            }}
          />
        </span>
      )}
      <Menu
        label={words.filters}
        button={
          <Button id={addId} kind="quiet" icon="plus">
            {words.filter}
          </Button>
        }
        entries={[
          ...names.map((name) => ({
            id: name,
            label: words.filterNames[name],
            isSelected: isActive(filters, name),
            // The menu gives its focus back first; then the chip opens.
            run: () => requestAnimationFrame(() => setOpen(name)),
          })),
          'line' as const,
          {
            id: 'withdrawn',
            label: words.showWithdrawn,
            isSelected: filters.showsWithdrawn,
            run: () => onChange({ ...filters, showsWithdrawn: !filters.showsWithdrawn }),
          },
        ]}
      />
    </div>
  )
}

interface FilterOption {
  readonly id: string
  readonly label: string
}

interface FilterValuesProps {
  name: FilterName
  filters: Filters
  options: readonly FilterOption[]
  onChange: (filters: Filters) => void
}

function FilterValues({ name, filters, options, onChange }: FilterValuesProps) {
  const words = useText().findings
  if (name === 'riskAtLeast')
    return (
      <RadioGroup
        label={words.filterNames.riskAtLeast}
        value={filters.riskAtLeast ?? ''}
        options={options}
        onChange={(level) => onChange({ ...filters, riskAtLeast: isIdOf('level', level) ? level : undefined })}
      />
    )
  const chosen: readonly string[] = filters[name]
  return (
    <div role="group" aria-label={words.filterNames[name]} className="filter-values">
      {options.map((option) => (
        <Checkbox
          key={option.id}
          isSelected={chosen.includes(option.id)}
          onChange={(isIn) =>
            onChange({
              ...filters,
              [name]: isIn ? [...chosen, option.id] : chosen.filter((value) => value !== option.id),
            })
          }
        >
          {option.label}
        </Checkbox>
      ))}
    </div>
  )
}

function useOptions(people: readonly Person[], me: Person): Readonly<Record<FilterName, readonly FilterOption[]>> {
  const words = useText()
  const lang = useLabelLanguage()
  const entries = (list: 'domain' | 'findingType') =>
    entriesOf(list).map((entry) => ({ id: entry.id, label: entry[lang] }))
  return {
    status: statusOrder.map((id) => ({ id, label: labelOf('findingStatus', id, lang) })),
    riskAtLeast: [...entriesOf('level')].reverse().map((entry) => ({ id: entry.id, label: entry[lang] })),
    domain: entries('domain'),
    owner: [
      ...people.map(({ id, name }) => ({ id, label: id === me.id ? words.findings.me(name) : name })),
      { id: '', label: words.findings.noOwner },
    ],
    audience: audienceOrder.map((id) => ({ id, label: words.finding.audience[id] })),
    findingType: entries('findingType'),
  }
}

function isActive(filters: Filters, name: FilterName): boolean {
  return name === 'riskAtLeast' ? filters.riskAtLeast !== undefined : filters[name].length > 0
}

function chipWords(
  name: FilterName,
  filters: Filters,
  options: Readonly<Record<FilterName, readonly FilterOption[]>>,
  words: ReturnType<typeof useText>['findings'],
): string {
  const label = (id: string) => options[name].find((option) => option.id === id)?.label ?? id
  if (name === 'riskAtLeast')
    return filters.riskAtLeast === undefined ? words.filterNames[name] : words.riskChip(label(filters.riskAtLeast))
  const values = filters[name as ListName].map(label)
  return values.length === 0 ? words.filterNames[name] : words.chip(words.filterNames[name], values.join(', '))
}

/** A chip without values goes, and the focus with it unless it is taken somewhere. */
function focusBack(id: string): void {
  focusIfLost(() => document.getElementById(id))
}
