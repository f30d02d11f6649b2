/** Plain text as blocks: every line its own paragraph. Empty lines only separate, paragraphs have their own distance. */
import type { Block } from '../../../shared/document/blocks.ts'
import { cleanText } from './cleanText.ts'
import { nothingLeftOut, pasteLimits, type PasteOutcome } from './pasteOutcome.ts'

export function blocksOfPlainText(raw: string): PasteOutcome {
  const isLong = raw.length > pasteLimits.text
  const { text, smuggled } = cleanText(isLong ? raw.slice(0, pasteLimits.text) : raw)
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const isCut = isLong || lines.length > pasteLimits.blocks
  const blocks = lines.slice(0, pasteLimits.blocks).map((line): Block => ({ kind: 'p', runs: [{ text: line }] }))
  const leftOut = { ...nothingLeftOut, hidden: smuggled }
  return isCut ? { blocks, leftOut, reduced: 'tooMany' } : { blocks, leftOut }
}
