/** One of a few, all in sight: field props of a string + {options: {id, label, description?}[], isHorizontal?}. */
import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components'
import { type FieldProps, FieldLabel, FieldNotes } from './Field.tsx'
import { given } from './given.ts'

export interface RadioGroupProps<T extends string> extends FieldProps<T> {
  options: readonly { id: T; label: string }[]
  isHorizontal?: boolean
}

export function RadioGroup<T extends string>(props: RadioGroupProps<T>) {
  const {
    label,
    description,
    errorMessage,
    isLabelHidden,
    options,
    isHorizontal = false,
    onChange,
    value,
    isRequired,
    isDisabled,
  } = props
  return (
    <AriaRadioGroup
      value={value}
      onChange={(next) => onChange(next as T)}
      {...given({ isRequired, isDisabled })}
      isInvalid={errorMessage !== undefined}
      orientation={isHorizontal ? 'horizontal' : 'vertical'}
      className="ui-field ui-radio-group"
    >
      <FieldLabel label={label} isHidden={isLabelHidden} isRequired={isRequired} />
      <div className="ui-radios">
        {options.map((option) => (
          <Radio key={option.id} value={option.id} className="ui-radio">
            <span className="ui-radio-dot" />
            {option.label}
          </Radio>
        ))}
      </div>
      <FieldNotes description={description} errorMessage={errorMessage} />
    </AriaRadioGroup>
  )
}
