/** Free short words as chips: {label, value: string[], onAdd(word), onRemove(word), description?, errorMessage?, id?}. Enter or a comma adds. */
import { useState } from 'react'
import { Input, TextField as AriaTextField } from 'react-aria-components'
import { useText } from '../text/text.tsx'
import { Chips } from './Chips.tsx'
import { FieldLabel, FieldNotes } from './Field.tsx'
import { given } from './given.ts'

export interface TagFieldProps {
  label: string
  value: readonly string[]
  onAdd: (word: string) => void
  onRemove: (word: string) => void
  description?: string | undefined
  errorMessage?: string | undefined
  isDisabled?: boolean | undefined
  placeholder?: string | undefined
  id?: string | undefined
}

export function TagField({
  label,
  value,
  onAdd,
  onRemove,
  description,
  errorMessage,
  isDisabled,
  placeholder,
  id,
}: TagFieldProps) {
  const words = useText().app.ui
  const [typed, setTyped] = useState('')
  const add = (text: string) => {
    for (const word of text.split(',').map((part) => part.trim())) if (word !== '' && !value.includes(word)) onAdd(word)
    setTyped('')
  }
  return (
    <AriaTextField
      value={typed}
      onChange={(text) => (text.includes(',') ? add(text) : setTyped(text))}
      onBlur={() => add(typed)}
      isInvalid={errorMessage !== undefined}
      validationBehavior="aria"
      {...given({ isDisabled, id })}
      className="ui-field"
    >
      <FieldLabel label={label} />
      <div className="ui-multi">
        {value.length > 0 && (
          <Chips
            label={label}
            chips={value.map((word) => ({ id: word, label: word }))}
            {...(isDisabled ? {} : { onRemove })}
          />
        )}
        <Input
          className="ui-input ui-tag-input"
          placeholder={placeholder ?? words.addTag}
          autoComplete="off"
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
              event.preventDefault()
              add(typed)
            } else if (event.key === 'Backspace' && typed === '') {
              const last = value.at(-1)
              if (last !== undefined) onRemove(last)
            }
          }}
        />
      </div>
      <FieldNotes description={description} errorMessage={errorMessage} />
    </AriaTextField>
  )
}
