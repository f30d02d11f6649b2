/**
 * What keeps the way between Lexical and Yjs honest. Each guard answers one fault that was measured; the simulation fails without any
 * of them. They are handed to `bindEditor` as an object, so that a test can take one away.
 * A further guard is no code of ours: the repair of Yjs's undo in `build/patchYjs.mjs`.
 */
import type * as Y from 'yjs'
import type { Block } from '../../shared/document/blocks.ts'
import { type TextRules, textRules } from '../../shared/document/blockText.ts'
import { noteMoves, settleDoubles } from '../../shared/document/movedText.ts'
import { readBlocks } from '../../shared/document/writeBlocks.ts'

export interface Guards extends TextRules {
  /** Every line owns a text from birth, so two people who begin to type in the same empty place share one. */
  readonly ensureTexts: TextRules['ensureTexts']
  /** A character of two code units is never cut: Yjs stores halves as U+FFFD for everyone else. */
  readonly wholeCharacter: TextRules['wholeCharacter']
  /** Says whether editor and document tell the same; if not, the document is drawn anew. */
  isDrawnRight(drawn: readonly Block[], doc: Y.Doc): boolean
  /** Notes what a change moved, and takes one copy away where two people moved the same text at once. */
  noteMoves(transaction: Y.Transaction): void
  settleDoubles(doc: Y.Doc): void
}

export const guards: Guards = {
  ...textRules,
  isDrawnRight: (drawn, doc) => JSON.stringify(drawn) === JSON.stringify(readBlocks(doc)),
  noteMoves,
  settleDoubles,
}
