/** What all fields share: label, description, error. Each field is `{label, description?, errorMessage?, value, onChange, isRequired?}`. */
import type { ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'
import { useText } from '../text/text.tsx'

export interface FieldProps<T> {
  label: string
  value: T
  onChange: (value: T) => void
  description?: string | undefined
  /** Shown and read out instead of nothing; the value stays as typed. */
  errorMessage?: string | undefined
  isRequired?: boolean | undefined
  isDisabled?: boolean | undefined
  isReadOnly?: boolean | undefined
  /** The label is for assistive technology only, as in a table cell. */
  isLabelHidden?: boolean | undefined
  placeholder?: string | undefined
  autoFocus?: boolean | undefined
  /** For jump links: the id of the element that takes the focus. */
  id?: string | undefined
}

export function FieldLabel({
  label,
  isHidden,
  isRequired,
}: {
  label: string
  isHidden?: boolean | undefined
  isRequired?: boolean | undefined
}) {
  const words = useText().app.ui
  return (
    <Label className={isHidden ? 'visually-hidden' : 'ui-label'}>
      {label}
      {isRequired && <span className="ui-required"> {words.required}</span>}
    </Label>
  )
}

export function FieldNotes({
  description,
  errorMessage,
}: {
  description?: string | undefined
  errorMessage?: string | undefined
}): ReactNode {
  return (
    <>
      {description !== undefined && (
        <Text slot="description" className="ui-description">
          {description}
        </Text>
      )}
      <FieldError className="ui-error">{errorMessage}</FieldError>
    </>
  )
}
