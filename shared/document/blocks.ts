/**
 * The text of a finding as plain values: what paste produces, templates write, diff and export read.
 * No Yjs, no Lexical. Everything allowed in a text is listed here; what is not listed does not get in.
 */
import type { BodySection } from '../domain/fieldTable.ts'

export const blockKinds = ['p', 'h2', 'h3', 'quote', 'bullet', 'number', 'check', 'code'] as const
export type BlockKind = (typeof blockKinds)[number]

export const marks = ['bold', 'italic', 'code', 'strikethrough'] as const
export type Mark = (typeof marks)[number]

/** A stretch of text with the same marks. `text` may hold `\n`, a line break inside the block. */
export interface Run {
  readonly text: string
  readonly marks?: readonly Mark[]
  /** Absolute http(s) or mailto address. */
  readonly link?: string
}

export interface TextBlock {
  readonly kind: BlockKind
  readonly runs: readonly Run[]
  /** Nesting of list items, 0 to 8. */
  readonly indent?: number
  /** For `check`. */
  readonly isChecked?: boolean
  /** This heading opens a section of the finding. */
  readonly section?: BodySection
}

export interface TableBlock {
  readonly kind: 'table'
  /** Rows of cells of blocks. All rows have the same number of cells. */
  readonly rows: readonly (readonly TableCell[])[]
}

export interface TableCell {
  readonly isHeader?: boolean
  readonly blocks: readonly TextBlock[]
}

export type Block = TextBlock | TableBlock

export function plainText(block: Block): string {
  if (block.kind !== 'table') return block.runs.map((run) => run.text).join('')
  return block.rows.map((row) => row.map((cell) => cell.blocks.map(plainText).join('\n')).join('\t')).join('\n')
}
