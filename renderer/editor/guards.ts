/**
 * What keeps Lexical's binding honest. Each guard answers one fault that was measured; the simulation fails without any of them.
 * They are handed to `bindEditor` as an object, so a test can take one away.
 */
import type { BindingV2 } from '@lexical/yjs'
import * as Y from 'yjs'
import type { Block } from '../../shared/document/blocks.ts'
import { nodeTypes } from '../../shared/document/richText.ts'
import { readBlocks } from '../../shared/document/writeBlocks.ts'

export interface Guards {
  /** Runs inside the transaction of a local change, after the binding wrote it. */
  readonly slots: (root: Y.XmlElement, transaction: Y.Transaction) => void
  readonly surrogates: (binding: BindingV2, transaction: Y.Transaction) => void
  /** Says whether editor and document tell the same; if not, the document is drawn anew. */
  readonly isDrawnRight: (drawn: readonly Block[], doc: Y.Doc) => boolean
}

export const guards: Guards = {
  slots: ensureSlots,
  surrogates: repairSurrogates,
  isDrawnRight: (drawn, doc) => JSON.stringify(drawn) === JSON.stringify(readBlocks(doc)),
}

/** Two people who begin to type in the same empty block have to share one Y.XmlText, so every block owns one from birth. */
function ensureSlots(root: Y.XmlElement, transaction: Y.Transaction): void {
  if (transaction.changed.size === 0) return
  for (const child of root.toArray()) {
    if (!(child instanceof Y.XmlElement)) continue
    if (child.nodeName !== nodeTypes.block) ensureSlots(child, transaction)
    else if (child.length === 0) child.insert(0, [new Y.XmlText()])
  }
}

/** The binding's diff can cut a surrogate pair in two, and Yjs stores halves as U+FFFD for everyone else: write that text whole. */
function repairSurrogates(binding: BindingV2, transaction: Y.Transaction): void {
  for (const text of transaction.changed.keys()) {
    if (!(text instanceof Y.XmlText) || text._item === null || text._item.deleted) continue
    const nodes = binding.mapping.get(text)
    if (nodes === undefined) continue
    const wanted = nodes.map((node) => node.__text).join('')
    if (!/[\ud800-\udfff]/.test(wanted)) continue
    const delta = text.toDelta() as { insert: string; attributes?: Record<string, unknown> }[]
    if (delta.map((part) => part.insert).join('') === wanted) continue
    let at = 0
    const parts = delta.map((part) => {
      const insert = wanted.slice(at, at + part.insert.length)
      at += part.insert.length
      return { insert, attributes: part.attributes ?? {} }
    })
    text.delete(0, text.length)
    text.applyDelta(
      parts.filter((part) => part.insert !== ''),
      { sanitize: false },
    )
  }
}
