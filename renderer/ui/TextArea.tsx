/** Several lines, as high as its text: field props + {onBlur?, minRows?, lang?}. `field-sizing: content` gives the height without script. */
import { TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components'
import { type FieldProps, FieldLabel, FieldNotes } from './Field.tsx'
import { given } from './given.ts'

export interface TextAreaProps extends FieldProps<string> {
  onBlur?: () => void
  minRows?: number
  lang?: string
}

export function TextArea(props: TextAreaProps) {
  const { label, description, errorMessage, isLabelHidden, placeholder, minRows = 2, lang, ...rest } = props
  return (
    <AriaTextField
      {...given(rest)}
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
      className="ui-field"
    >
      <FieldLabel label={label} isHidden={isLabelHidden} isRequired={rest.isRequired} />
      <AriaTextArea className="ui-input ui-textarea" rows={minRows} {...given({ placeholder, lang })} />
      <FieldNotes description={description} errorMessage={errorMessage} />
    </AriaTextField>
  )
}
