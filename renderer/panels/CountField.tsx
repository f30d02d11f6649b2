/** A whole number. What is no number stays in the field with a word about it and is not committed. */
import { readCount } from '../../shared/domain/metrics.ts'
import { useText } from '../text/text.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useDraft } from './useDraft.ts'

export interface CountFieldProps {
  id: string
  label: string
  value: number | undefined
  onCommit: (count: number | undefined) => void
}

export function CountField({ id, label, value, onCommit }: CountFieldProps) {
  const words = useText().finding
  const shown = value === undefined ? '' : String(value)
  const draft = useDraft(shown, (text) => {
    if (text.trim() === '') onCommit(undefined)
    const read = readCount(text)
    if (read.ok) onCommit(read.value)
  })
  const isWrong = draft.text.trim() !== '' && !readCount(draft.text).ok
  return (
    <TextField
      id={id}
      label={label}
      value={draft.text}
      onChange={draft.onChange}
      onBlur={() => (isWrong ? draft.flush() : draft.onBlur())}
      onEnter={draft.flush}
      inputMode="numeric"
      errorMessage={isWrong ? words.why.notCount : undefined}
    />
  )
}
