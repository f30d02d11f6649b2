/** The input above a list inside an `Autocomplete`: focus stays here while arrows move in the list. {label}. */
import { Input, SearchField } from 'react-aria-components'
import { Icon } from './Icon.tsx'

export function FilterInput({ label }: { label: string }) {
  return (
    <SearchField aria-label={label} autoFocus className="ui-search ui-search-flat">
      <Icon name="search" />
      <Input className="ui-search-input" placeholder={label} autoComplete="off" />
    </SearchField>
  )
}
