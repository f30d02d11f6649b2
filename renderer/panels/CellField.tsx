/**
 * One cell of a row as a field. Numbers are committed when they are numbers (a comma is read as a decimal point); anything
 * else stays in the field with a word about it.
 */
import { readCount, readDecimal } from '../../shared/domain/metrics.ts'
import { useText } from '../text/text.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useDraft } from './useDraft.ts'

export interface CellFieldProps {
  id: string
  label: string
  value: string
  kind: 'line' | 'paragraph' | 'count' | 'decimal'
  onCommit: (value: string) => void
  error?: string | undefined
  description?: string | undefined
  lang?: string
}

export function CellField({ id, label, value, kind, onCommit, error, description, lang }: CellFieldProps) {
  const why = useText().finding.why
  const draft = useDraft(value, (text) => {
    const read = readCellText(kind, text)
    if (read !== undefined) onCommit(read)
  })
  const isWrong = readCellText(kind, draft.text) === undefined
  const wrong = isWrong ? (kind === 'count' ? why.notCount : why.notNumber) : undefined
  const properties = {
    id,
    label,
    value: draft.text,
    onChange: draft.onChange,
    onBlur: isWrong ? draft.flush : draft.onBlur,
    errorMessage: wrong ?? error,
    description,
    ...(lang === undefined ? {} : { lang }),
  }
  if (kind === 'paragraph') return <TextArea {...properties} minRows={1} />
  return (
    <TextField
      {...properties}
      onEnter={draft.flush}
      inputMode={kind === 'count' ? 'numeric' : kind === 'decimal' ? 'decimal' : 'text'}
    />
  )
}

/** The text to keep; undefined when it is not what the cell holds. */
function readCellText(kind: CellFieldProps['kind'], text: string): string | undefined {
  if (kind === 'line' || kind === 'paragraph') return text
  const trimmed = text.trim()
  if (trimmed === '') return ''
  if (kind === 'count') return readCount(trimmed).ok ? trimmed : undefined
  const read = readDecimal(trimmed)
  return read.ok ? read.value : undefined
}
