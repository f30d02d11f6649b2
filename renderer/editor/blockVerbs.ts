/** What a person does to blocks: kinds, levels, ticks. Each `$` function runs inside an update of the editor. */
import { $getSelection, $isTextNode } from 'lexical'
import type { BlockKind } from '../../shared/document/blocks.ts'
import { isListKind } from '../../shared/document/richText.ts'
import { $getIndent, $getKind, $isChecked, $setChecked, $setIndent, $setKind, type FindingBlock } from './blocks.ts'
import { $setTextLink } from './links.ts'
import { $selectedBlocks } from './positions.ts'

/** All of them become `kind`, or paragraphs when all are it already. */
export function $toggleKind(kind: BlockKind): void {
  const blocks = $selectedBlocks($getSelection())
  const next = blocks.every((block) => $getKind(block) === kind) ? 'p' : kind
  for (const block of blocks) $becomeKind(block, next)
}

export function $becomeKind(block: FindingBlock, kind: BlockKind): void {
  $setKind(block, kind)
  if (kind !== 'code') return
  // Code is plain text.
  for (const text of block.getChildren().filter($isTextNode)) {
    if (text.getFormat() !== 0) text.setFormat(0)
    $setTextLink(text, '')
  }
}

/** Moves the selected list items `by` levels; true when there was a list item at all. */
export function $shiftIndent(by: 1 | -1): boolean {
  const entries = $selectedBlocks($getSelection()).filter((block) => isListKind($getKind(block)))
  for (const block of entries) $setIndent(block, Math.max(0, $getIndent(block) + by))
  return entries.length > 0
}

/** Ticks the selected check items, or clears them when all are ticked; true when there was one. */
export function $toggleChecked(): boolean {
  const entries = $selectedBlocks($getSelection()).filter((block) => $getKind(block) === 'check')
  const isAllDone = entries.every($isChecked)
  for (const block of entries) $setChecked(block, !isAllDone)
  return entries.length > 0
}
