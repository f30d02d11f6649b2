/** What a paste brings, and what it left out, so that the screen can say so in words. */
import type { Block } from '../../../shared/document/blocks.ts'

export interface PasteOutcome {
  readonly blocks: readonly Block[]
  readonly leftOut: LeftOut
  /** Why the text came without its structure, or only in part. */
  readonly reduced?: 'tooLarge' | 'tooComplex' | 'tooMany' | 'notReadable'
}

export interface LeftOut {
  readonly images: number
  /** Passages that nobody could have seen where they came from. */
  readonly hidden: number
  /** Links whose address may not be opened; their text stays. */
  readonly links: number
}

export const nothingLeftOut: LeftOut = { images: 0, hidden: 0, links: 0 }

/** Bounds of one paste. Beyond them a paste falls back to plain text, or stops, and says so. */
export const pasteLimits = {
  /** Characters of HTML (UTF-16 code units). */
  html: 2 * 1024 * 1024,
  elements: 50_000,
  depth: 200,
  blocks: 5_000,
  /** Characters of plain text. */
  text: 1024 * 1024,
  rows: 500,
  columns: 40,
} as const
