/** A field of one or several lines. Typing is committed by itself; the language of the text is the finding's. */
import { type FieldName, fieldTable, type FieldSpec } from '../../shared/domain/fieldTable.ts'
import { useText } from '../text/text.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { fieldElementId } from './missingWords.ts'
import { useDraft } from './useDraft.ts'

export interface TextPropertyProps {
  name: FieldName
  value: string
  lang: string
  error: string | undefined
  onCommit: (text: string) => void
}

export function TextProperty({ name, value, lang, error, onCommit }: TextPropertyProps) {
  const words = useText().finding
  const draft = useDraft(value, onCommit)
  const { kind, longest, needed }: FieldSpec = fieldTable[name]
  const { label, hint } = words.fields[name]
  const used = draft.text.length
  const isTooLong = longest !== undefined && used > longest
  // How much room is left matters only near its end.
  const showsLength = longest !== undefined && used > longest * 0.8
  const properties = {
    id: fieldElementId(name),
    label,
    value: draft.text,
    onChange: draft.onChange,
    onBlur: draft.onBlur,
    placeholder: hint,
    lang,
    isRequired: needed === 'save',
    description: showsLength && !isTooLong ? words.lengthOf(used, longest) : undefined,
    errorMessage: isTooLong ? words.tooLong(used - longest) : error,
  }
  if (kind === 'paragraph') return <TextArea {...properties} minRows={1} />
  return <TextField {...properties} onEnter={draft.flush} />
}
