/** The lists of the code against the lists as agreed on, which are a file of their own. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fieldTable, type FieldSpec, bodySections, rowTable } from '../../shared/domain/fieldTable.ts'
import { mitreAtlas } from '../../shared/domain/mitreAtlas.ts'
import {
  entriesOf,
  groupLabel,
  isIdOf,
  labelOf,
  sectionLabel,
  type VocabularyName,
} from '../../shared/domain/vocabularies.ts'
import { handlingMarks, vocabularyLists, vocabularyVersions } from '../../shared/domain/vocabularyLists.ts'

interface AgreedEntry {
  id: string
  en?: string
  de?: string
  note?: string
  name?: string
  rank?: number
  colour?: string
  stix?: string
}
const agreed = JSON.parse(readFileSync(new URL('../fixtures/vocabularies.json', import.meta.url), 'utf8')) as Record<
  string,
  unknown
> & {
  mitreAtlas: {
    version: string
    tactics: AgreedEntry[]
    techniques: { id: string; name: string; tactics: string[] | null; parent: string | null }[]
  }
  handling: AgreedEntry[]
  nistAi600_1: { version: string; items: string[] }
  owaspLlm: { version: string; items: AgreedEntry[] }
  owaspAgentic: { version: string; items: AgreedEntry[] }
}
const shortLists = Object.entries(agreed).filter(
  (entry): entry is [VocabularyName, AgreedEntry[]] => Array.isArray(entry[1]) && entry[0] !== 'handling',
)

describe('controlled lists', () => {
  it('[FI1] every agreed list is here with the same ids, in order, and the same labels in both languages', () => {
    expect(shortLists.length).toBe(28)
    for (const [name, entries] of shortLists) {
      expect(
        entriesOf(name).map(({ id, en, de, note }) => ({ id, en, de, note: note?.en })),
        name,
      ).toEqual(entries.map(({ id, en, de, note }) => ({ id, en, de, note: note === '' ? undefined : note })))
    }
  })

  it('[FI1] lists from outside keep their published names and versions', () => {
    expect(entriesOf('nistAi600_1').map(({ id }) => id)).toEqual(agreed.nistAi600_1.items)
    expect(entriesOf('owaspLlm').map(({ id, en }) => ({ id, name: en }))).toEqual(agreed.owaspLlm.items)
    expect(entriesOf('owaspAgentic').map(({ id, en }) => ({ id, name: en }))).toEqual(agreed.owaspAgentic.items)
    expect(vocabularyVersions.owaspLlm).toBe(agreed.owaspLlm.version)
    expect(vocabularyVersions.owaspAgentic).toBe(agreed.owaspAgentic.version)
    expect(vocabularyVersions.nistAi600_1).toBe(agreed.nistAi600_1.version)
    expect(mitreAtlas.version).toBe(agreed.mitreAtlas.version)
    expect(mitreAtlas.licence).toContain('Copyright 2021-2025 MITRE')
    expect(mitreAtlas.tactics.map(([id, name]) => ({ id, name }))).toEqual(agreed.mitreAtlas.tactics)
    expect(mitreAtlas.techniques.map(([id, name, tactics]) => [id, name, [...tactics]])).toEqual(
      agreed.mitreAtlas.techniques.map(({ id, name, tactics }) => [id, name, tactics ?? []]),
    )
  })

  it('[FI1] a sub-technique is shown after its parent', () => {
    expect(labelOf('mitreAtlas', 'AML.T0051.001', 'en')).toBe('LLM Prompt Injection: Indirect')
    expect(labelOf('mitreAtlas', 'AML.T0051', 'de')).toBe('LLM Prompt Injection')
  })

  it('[FI1] handling labels are the same in every language and keep rank and colour of the standard', () => {
    for (const { id, rank, colour, stix, note: _, ...rest } of agreed.handling) {
      expect(rest).toBeDefined()
      expect(labelOf('handling', id, 'en')).toBe(id)
      expect(labelOf('handling', id, 'de')).toBe(id)
      expect(handlingMarks[id as keyof typeof handlingMarks]).toEqual({ rank, colour, stix })
    }
    expect(entriesOf('handling')).toHaveLength(agreed.handling.length)
  })

  it('[FI1] no id appears twice in a list', () => {
    for (const name of [...Object.keys(vocabularyLists), 'mitreAtlas'] as VocabularyName[]) {
      const ids = entriesOf(name).map(({ id }) => id)
      expect(new Set(ids).size, name).toBe(ids.length)
    }
  })

  it('[FI2] an id that no list knows is shown as it is, and is not taken for a known one', () => {
    expect(labelOf('domain', 'space_weather', 'de')).toBe('space_weather')
    expect(isIdOf('domain', 'space_weather')).toBe(false)
    expect(isIdOf('domain', 'constructor')).toBe(false)
    expect(isIdOf('domain', 7)).toBe(false)
    expect(isIdOf('domain', 'cyber')).toBe(true)
  })

  it('[FI1] every field that names a list names one that exists', () => {
    const known = new Set<string>([...Object.keys(vocabularyLists), 'mitreAtlas', 'snapshots'])
    for (const [name, spec] of Object.entries(fieldTable) as [string, FieldSpec][]) {
      const isChoice = spec.kind === 'choice' || spec.kind === 'choices'
      expect(spec.vocabulary !== undefined, name).toBe(isChoice)
      if (spec.vocabulary !== undefined) expect(known, name).toContain(spec.vocabulary)
    }
    for (const kind of Object.values(rowTable).flatMap((columns) => Object.values(columns))) {
      if (kind.startsWith('choice:')) expect(known).toContain(kind.slice('choice:'.length))
    }
  })

  it('[FI3] sections and groups have a heading in both languages', () => {
    expect(bodySections.map((section) => sectionLabel(section, 'en'))).toEqual([
      'Observation',
      'Impact',
      'Limitations',
      'Reproduction',
      'Dissent',
    ])
    expect(sectionLabel('observation', 'de-CH')).toBe('Beobachtung')
    expect(sectionLabel('observation', 'den')).toBe('Observation')
    const groups = new Set((Object.values(fieldTable) as FieldSpec[]).map(({ group }) => group))
    for (const group of groups) expect(groupLabel(group, 'de')).not.toBe('')
  })
})
