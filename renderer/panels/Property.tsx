/**
 * One field of a finding with the control that its kind asks for. Rows (metrics, checks, recommendations) have panels of
 * their own. Drawn again only when its own value changed: a finding has more than forty fields.
 */
import { memo } from 'react'
import { type FieldName, fieldTable, type FieldSpec } from '../../shared/domain/fieldTable.ts'
import type { VocabularyName } from '../../shared/domain/vocabularies.ts'
import { useReadable } from '../replica/hooks.ts'
import type { ReviewSession, ScalarField, SetField } from '../replica/shapes.ts'
import { useLabelLanguage, useText } from '../text/text.tsx'
import { ComboBox } from '../ui/ComboBox.tsx'
import { MultiSelect } from '../ui/MultiSelect.tsx'
import type { Option } from '../ui/options.tsx'
import { Select } from '../ui/Select.tsx'
import { TagField } from '../ui/TagField.tsx'
import { CountField } from './CountField.tsx'
import { DateField } from './DateField.tsx'
import { FindingPicker } from './FindingPicker.tsx'
import { findFindings } from './findFindings.ts'
import { fieldElementId } from './missingWords.ts'
import { TextProperty } from './TextProperty.tsx'
import { vocabularyOptions } from './vocabularyOptions.ts'

export interface PropertyProps {
  session: ReviewSession
  finding: string
  name: FieldName
  value: unknown
  lang: string
  error: string | undefined
}

/** A list longer than this is searched by typing. */
const longList = 12

export const Property = memo(function Property({ session, finding, name, value, lang, error }: PropertyProps) {
  const words = useText().finding
  const { kind, needed }: FieldSpec = fieldTable[name]
  const options = useOptions(session, name)
  const { label, hint } = words.fields[name]
  const id = fieldElementId(name)
  const text = typeof value === 'string' ? value : ''
  const members = Array.isArray(value) ? (value as readonly string[]) : []
  const set = (next: string | number | undefined) => session.setField(finding, name as ScalarField, next)
  const memberActs = {
    onAdd: (member: string) => session.setMember(finding, name as SetField, member, true),
    onRemove: (member: string) => session.setMember(finding, name as SetField, member, false),
  }
  const notes = { description: hint === '' ? undefined : hint, errorMessage: error }

  switch (kind) {
    case 'line':
    case 'paragraph':
      return <TextProperty name={name} value={text} lang={lang} error={error} onCommit={set} />
    case 'count':
      return <CountField id={id} label={label} value={typeof value === 'number' ? value : undefined} onCommit={set} />
    case 'date':
      return <DateField id={id} label={label} value={text === '' ? undefined : text} onCommit={set} />
    case 'choice':
    case 'person': {
      const properties = {
        id,
        label,
        value: text === '' ? undefined : text,
        onChange: set,
        options: withUnknown(options, text === '' ? [] : [text]),
        ...notes,
      }
      if (options.length > longList) return <ComboBox {...properties} />
      return <Select {...properties} canClear={needed !== 'save'} />
    }
    case 'choices':
    case 'people':
      return (
        <MultiSelect
          id={id}
          label={label}
          value={members}
          options={withUnknown(options, members)}
          {...memberActs}
          {...notes}
        />
      )
    case 'tags':
      return <TagField id={id} label={label} value={members} {...memberActs} {...notes} />
    case 'findings':
      return (
        <FindingPicker
          id={id}
          label={label}
          value={members}
          find={(search) => findFindings(session.findings.get(), search).filter((other) => other.id !== finding)}
          nameOf={(other) => session.finding(other)?.key ?? other}
          {...memberActs}
        />
      )
    case 'rows':
      return null
  }
})

const none: readonly Option[] = []

function useOptions(session: ReviewSession, name: FieldName): readonly Option[] {
  const lang = useLabelLanguage()
  const people = useReadable(session.people)
  const snapshots = useReadable(session.snapshots)
  const { kind, vocabulary }: FieldSpec = fieldTable[name]
  if (kind === 'person' || kind === 'people')
    return people.map((person) => ({ id: person.id, label: person.name, description: person.organisation }))
  if (vocabulary === undefined) return none
  if (vocabulary === 'snapshots') return snapshots
  return vocabularyOptions(vocabulary as VocabularyName, lang)
}

/** What a newer version or another device chose is shown as it is stored, never dropped. */
function withUnknown(options: readonly Option[], chosen: readonly string[]): readonly Option[] {
  const unknown = chosen.filter((id) => !options.some((option) => option.id === id))
  return unknown.length === 0 ? options : [...options, ...unknown.map((id) => ({ id, label: id }))]
}
