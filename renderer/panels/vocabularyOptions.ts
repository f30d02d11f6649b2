/** Controlled lists as choices of a field, in one language. */
import { entriesOf, type VocabularyName } from '../../shared/domain/vocabularies.ts'
import type { Option } from '../ui/options.tsx'

const optionLists = new Map<string, readonly Option[]>()

/** The entries of a list in one language. The same array each time. */
export function vocabularyOptions(vocabulary: VocabularyName, lang: 'en' | 'de'): readonly Option[] {
  const key = `${vocabulary} ${lang}`
  const known = optionLists.get(key)
  if (known) return known
  const hasCodes = vocabulary === 'mitreAtlas' || vocabulary === 'owaspLlm' || vocabulary === 'owaspAgentic'
  const made = entriesOf(vocabulary).map((entry) => ({
    id: entry.id,
    label: hasCodes ? `${entry.id} ${entry[lang]}` : entry[lang],
    ...(entry.note && vocabulary !== 'level' ? { description: entry.note[lang] } : {}),
  }))
  optionLists.set(key, made)
  return made
}
