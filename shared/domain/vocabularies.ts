/**
 * Looks entries and labels up in the controlled lists. Knows two languages, so that headings inside a text, which are stored, and
 * labels on a screen come from one place. Everything else that a person reads is the window's own.
 */
import type { BodySection, FieldGroup } from './fieldTable.ts'
import { mitreAtlas } from './mitreAtlas.ts'
import { type VocabularyEntry, vocabularyLists } from './vocabularyLists.ts'

export type { VocabularyEntry } from './vocabularyLists.ts'

export type LabelLanguage = 'en' | 'de'

export type VocabularyName = keyof typeof vocabularyLists | 'mitreAtlas'

/** Ids of one short list, as a union. */
export type IdOf<V extends keyof typeof vocabularyLists> = (typeof vocabularyLists)[V][number]['id']

export type Level = IdOf<'level'>
export type Confidence = IdOf<'confidence'>
export type Domain = IdOf<'domain'>
export type FindingType = IdOf<'findingType'>
export type Handling = IdOf<'handling'>
export type Role = IdOf<'role'>

/** All entries, in the order in which they are offered. The same array each time. */
export function entriesOf(vocabulary: VocabularyName): readonly VocabularyEntry[] {
  return vocabulary === 'mitreAtlas' ? atlasEntries : vocabularyLists[vocabulary]
}

export function entryOf(vocabulary: VocabularyName, id: string): VocabularyEntry | undefined {
  return index(vocabulary).get(id)
}

/** The label, or the id itself when the list does not know it: a newer version of the app may have written it. */
export function labelOf(vocabulary: VocabularyName, id: string, lang: LabelLanguage): string {
  return index(vocabulary).get(id)?.[lang] ?? id
}

export function isIdOf<V extends keyof typeof vocabularyLists>(vocabulary: V, id: unknown): id is IdOf<V>
export function isIdOf(vocabulary: VocabularyName, id: unknown): id is string
export function isIdOf(vocabulary: VocabularyName, id: unknown): boolean {
  return typeof id === 'string' && index(vocabulary).has(id)
}

/** The heading of a section of a finding's text, in the language of the text. Other languages get English. */
export function sectionLabel(section: BodySection, lang: string): string {
  return sectionLabels[section][labelLanguage(lang)]
}

export function groupLabel(group: FieldGroup, lang: string): string {
  return groupLabels[group][labelLanguage(lang)]
}

/** The language in which labels exist that is nearest to a BCP 47 tag. */
export function labelLanguage(lang: string): LabelLanguage {
  return /^de(-|$)/i.test(lang) ? 'de' : 'en'
}

const sectionLabels: Readonly<Record<BodySection, Readonly<Record<LabelLanguage, string>>>> = {
  observation: { en: 'Observation', de: 'Beobachtung' },
  impact: { en: 'Impact', de: 'Auswirkung' },
  limitations: { en: 'Limitations', de: 'Grenzen' },
  reproduction: { en: 'Reproduction', de: 'Reproduktion' },
  dissent: { en: 'Dissent', de: 'Abweichende Meinung' },
}

const groupLabels: Readonly<Record<FieldGroup, Readonly<Record<LabelLanguage, string>>>> = {
  identity: { en: 'Finding', de: 'Befund' },
  classification: { en: 'Classification', de: 'Einordnung' },
  scope: { en: 'Scope', de: 'Umfang' },
  threatModel: { en: 'Threat model', de: 'Bedrohungsmodell' },
  method: { en: 'Method', de: 'Methode' },
  results: { en: 'Results', de: 'Ergebnisse' },
  validity: { en: 'Validity', de: 'Gültigkeit' },
  assessment: { en: 'Assessment', de: 'Bewertung' },
  action: { en: 'Recommendations', de: 'Empfehlungen' },
  handling: { en: 'Handling', de: 'Vertraulichkeit' },
  disclosure: { en: 'Disclosure', de: 'Vorlage beim Labor' },
}

const atlasNames = new Map<string, string>(mitreAtlas.techniques.map(([id, name]) => [id, name]))

/** A sub-technique alone says little ("Direct"), so it is shown after its parent, as MITRE does. */
const atlasEntries: readonly VocabularyEntry[] = mitreAtlas.techniques.map(([id, name]) => {
  const parent = /^(AML\.T\d+)\.\d+$/.exec(id)?.[1]
  const label = parent === undefined ? name : `${atlasNames.get(parent) ?? parent}: ${name}`
  return { id, en: label, de: label }
})

const indexes = new Map<VocabularyName, ReadonlyMap<string, VocabularyEntry>>()

function index(vocabulary: VocabularyName): ReadonlyMap<string, VocabularyEntry> {
  const known = indexes.get(vocabulary)
  if (known !== undefined) return known
  const made = new Map(entriesOf(vocabulary).map((entry) => [entry.id, entry]))
  indexes.set(vocabulary, made)
  return made
}
