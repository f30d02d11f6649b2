/**
 * Finds text that a merge swallowed: somebody joined or removed a block while somebody else, unseen, typed in it. Yjs drops such text
 * without a word; here it is found in the very transaction that dropped it, so that it can be offered back.
 *
 * Not reported: text that was moved elsewhere (a join moves what it saw), and text that the other side had seen before it removed it.
 * It is the writer's own device that finds it for sure; others find it only while they still hold what was removed (`isMine` is false).
 * Must not know: editor, screens. It offers, it never writes back by itself: two devices would write twice.
 */
import * as Y from 'yjs'
import { isAlive } from './blockText.ts'
import { makeMovedTest } from './movedText.ts'
import { nodeTypes } from './richText.ts'
import { textRoot } from './writeBlocks.ts'

export interface Fragment {
  readonly text: string
  /** Index of the top-level block that it stood in or behind; 0 when nothing is left before it. */
  readonly at: number
  /** It was in this document before; otherwise it arrived together with its loss. */
  readonly isMine: boolean
}

export interface RecoverOptions {
  /** Whether a transaction brought changes of others. */
  isRemote(origin: unknown): boolean
  /** What the other side had of this document, as a state vector, before the update came. Nothing, when left out. */
  knownToOthers?(): ReadonlyMap<number, number>
  onSwallowed(fragments: readonly Fragment[]): void
}

/** Watches until the answer is called. */
export function watchSwallowed(doc: Y.Doc, options: RecoverOptions): () => void {
  const onTransaction = (transaction: Y.Transaction): void => {
    if (!options.isRemote(transaction.origin) || transaction.deleteSet.clients.size === 0) return
    const fragments = swallowedBy(transaction, options.knownToOthers?.() ?? new Map())
    if (fragments.length > 0) options.onSwallowed(fragments)
  }
  doc.on('afterTransaction', onTransaction)
  return () => doc.off('afterTransaction', onTransaction)
}

function swallowedBy(transaction: Y.Transaction, known: ReadonlyMap<number, number>): Fragment[] {
  const { doc, beforeState } = transaction
  const dead = deadTexts(transaction)
  if (dead.size === 0) return []
  const isMoved = makeMovedTest(doc)
  const fragments: Fragment[] = []
  for (const [text, gone] of dead) {
    const isJoined = holdsMoved(text, isMoved)
    const at = blockIndexOf(doc, text)
    let open: { text: string; isMine: boolean } | undefined
    for (let item = text._start; item !== null; item = item.right) {
      if (!(item.content instanceof Y.ContentString) || !gone.has(item)) continue
      const { client } = item.id
      const isMine = item.id.clock < (beforeState.get(client) ?? 0)
      for (let offset = 0; offset < item.length; offset++) {
        const clock = item.id.clock + offset
        const isSeen = isMine && !isJoined && clock < (known.get(client) ?? 0)
        if (isSeen || isMoved(client, clock)) continue
        if (open === undefined || open.isMine !== isMine) {
          if (open !== undefined) fragments.push({ ...open, at })
          open = { text: '', isMine }
        }
        open.text += item.content.str[offset] ?? ''
      }
    }
    if (open !== undefined) fragments.push({ ...open, at })
  }
  return fragments.filter((fragment) => fragment.text.trim() !== '')
}

/** Texts whose block is gone, each with what was removed from it in this transaction. */
function deadTexts(transaction: Y.Transaction): Map<Y.XmlText, Set<Y.Item>> {
  const dead = new Map<Y.XmlText, Set<Y.Item>>()
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return
    const { parent } = struct
    if (!(parent instanceof Y.XmlText) || isAlive(parent)) return
    const gone = dead.get(parent)
    if (gone === undefined) dead.set(parent, new Set([struct]))
    else gone.add(struct)
  })
  return dead
}

/** A block from which text was moved was joined to another: what stayed behind was not seen by who joined. */
function holdsMoved(text: Y.XmlText, isMoved: (client: number, clock: number) => boolean): boolean {
  for (let item = text._start; item !== null; item = item.right) {
    for (let offset = 0; offset < item.length; offset++)
      if (isMoved(item.id.client, item.id.clock + offset)) return true
  }
  return false
}

function blockIndexOf(doc: Y.Doc, text: Y.XmlText): number {
  const root = textRoot(doc)
  let top = text._item
  while (top !== null && top.parent !== root) top = (top.parent as Y.XmlElement)._item
  let index = -1
  for (let item = root._start; item !== null && item !== top; item = item.right) {
    if (!item.deleted && item.content instanceof Y.ContentType && item.content.type instanceof Y.XmlElement) {
      if (item.content.type.nodeName === nodeTypes.block || item.content.type.nodeName === nodeTypes.table) index++
    }
  }
  return Math.max(0, index)
}
