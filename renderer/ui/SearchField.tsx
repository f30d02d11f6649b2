/** A search box with an icon and a clear button: {label, value, onChange, placeholder?, onEnter?, autoFocus?}. Esc clears, then leaves. */
import { Button as AriaButton, Input, SearchField as AriaSearchField } from 'react-aria-components'
import { useText } from '../text/text.tsx'
import { given } from './given.ts'
import { Icon } from './Icon.tsx'

export interface SearchFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
  onEnter?: () => void
  autoFocus?: boolean
  id?: string
}

export function SearchField({ label, placeholder, onEnter, ...rest }: SearchFieldProps) {
  const words = useText().app.ui
  return (
    <AriaSearchField {...given(rest)} aria-label={label} className="ui-search" {...given({ onSubmit: onEnter })}>
      <Icon name="search" />
      <Input className="ui-search-input" placeholder={placeholder ?? label} autoComplete="off" />
      <AriaButton className="ui-button ui-icon-button ui-icon-button-small" aria-label={words.clear}>
        <Icon name="close" size={14} />
      </AriaButton>
    </AriaSearchField>
  )
}
