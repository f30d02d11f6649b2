/**
 * One line of text: field props + {onBlur?, onEnter?, inputMode?: 'text'|'decimal'|'numeric', isCode?, lang?, maxLength?}.
 * `onChange` fires on every keystroke; whether to write then, later or on blur is the caller's choice.
 */
import { Input, TextField as AriaTextField } from 'react-aria-components'
import { type FieldProps, FieldLabel, FieldNotes } from './Field.tsx'
import { given } from './given.ts'

export interface TextFieldProps extends FieldProps<string> {
  onBlur?: () => void
  onEnter?: () => void
  /** `decimal` and `numeric` align to the end with tabular figures; the text stays exactly as typed. */
  inputMode?: 'text' | 'decimal' | 'numeric'
  isCode?: boolean
  lang?: string
  maxLength?: number
}

export function TextField(props: TextFieldProps) {
  const { label, description, errorMessage, isLabelHidden, placeholder, onEnter, inputMode, isCode, lang, ...rest } =
    props
  return (
    <AriaTextField
      {...given(rest)}
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
      className="ui-field"
      {...given({ inputMode })}
    >
      <FieldLabel label={label} isHidden={isLabelHidden} isRequired={rest.isRequired} />
      <Input
        className={`ui-input${isCode ? ' ui-code' : ''}${inputMode === 'decimal' || inputMode === 'numeric' ? ' ui-figures' : ''}`}
        autoComplete="off"
        {...given({ placeholder, lang })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && onEnter && !event.nativeEvent.isComposing) {
            event.preventDefault()
            onEnter()
          }
        }}
      />
      <FieldNotes description={description} errorMessage={errorMessage} />
    </AriaTextField>
  )
}
