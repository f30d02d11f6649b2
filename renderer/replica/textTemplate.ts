/** What the text of a new finding starts with: the headings every finding answers, each with room below it. */
import { equalBytes } from '../../shared/base/bytes.ts'
import * as Y from 'yjs'
import type { Block } from '../../shared/document/blocks.ts'
import { applySeed } from '../../shared/document/seed.ts'
import { writeBlocks } from '../../shared/document/writeBlocks.ts'
import type { BodySection } from '../../shared/domain/fieldTable.ts'
import { sectionLabel } from '../../shared/domain/vocabularies.ts'

const sections: readonly BodySection[] = ['observation', 'impact', 'limitations', 'reproduction']

/** Into a seeded document that nobody wrote into yet. */
export function writeTemplate(doc: Y.Doc, lang: string): void {
  writeBlocks(doc, templateBlocks(lang))
}

export function templateBlocks(lang: string): readonly Block[] {
  return sections.flatMap((section): Block[] => [
    { kind: 'h2', section, runs: [{ text: sectionLabel(section, lang) }] },
    { kind: 'p', runs: [] },
  ])
}

/** Whether the document holds the seed and nothing else. */
export function isUntouched(doc: Y.Doc): boolean {
  const seeded = new Y.Doc()
  applySeed(seeded)
  return equalBytes(Y.encodeStateVector(doc), Y.encodeStateVector(seeded))
}
