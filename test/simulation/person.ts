/** One simulated person: a document, a headless editor bound to it by the product's own binding, and a note of everything that threw. */
import { createHeadlessEditor } from '@lexical/headless'
import type { LexicalEditor } from 'lexical'
import * as Y from 'yjs'
import { type BoundEditor, bindEditor } from '../../renderer/editor/binding.ts'
import { $readBlocks, editorNodes } from '../../renderer/editor/blocks.ts'
import { type Guards, guards as allGuards } from '../../renderer/editor/guards.ts'
import type { LiveDoc } from '../../renderer/replica/liveDoc.ts'
import type { Block } from '../../shared/document/blocks.ts'
import { type Fragment, watchSwallowed } from '../../shared/document/recovered.ts'
import { applySeed } from '../../shared/document/seed.ts'

export const remoteOrigin = 'remote'

export interface Person {
  readonly doc: Y.Doc
  readonly editor: LexicalEditor
  readonly bound: BoundEditor
  readonly errors: string[]
  /** Faults that the binding caught and mended by itself. */
  readonly mended: string[]
  /** Text that merges took away, as it would be offered back. */
  readonly recovered: Fragment[]
  isOffline: boolean
  readEditor(): Block[]
  leave(): void
}

export function makePerson(clientId: number, doc: Y.Doc, guards: Guards = allGuards): Person {
  doc.clientID = clientId
  applySeed(doc)
  const errors: string[] = []
  const mended: string[] = []
  const note = (error: unknown): void => void errors.push(String(error instanceof Error ? error.message : error))
  const editor = createHeadlessEditor({ namespace: 'simulation', nodes: editorNodes, onError: note })
  const bound = bindEditor(editor, memoryDoc(doc), {
    guards,
    joinUndoWithin: 0,
    quietAfter: 1_000_000,
    onFault: (what, error) =>
      void mended.push(error === undefined ? what : `${what} ${error instanceof Error ? error.message : ''}`),
  })
  const recovered: Fragment[] = []
  const stop = watchSwallowed(doc, {
    isRemote: (origin) => origin === remoteOrigin,
    onSwallowed: (fragments) => void recovered.push(...fragments),
  })
  return {
    doc,
    editor,
    bound,
    errors,
    mended,
    recovered,
    isOffline: false,
    readEditor: () => editor.read(() => $readBlocks()),
    leave: () => {
      stop()
      bound.dispose()
    },
  }
}

/** A document that lives in memory only. */
export function memoryDoc(doc: Y.Doc): LiveDoc {
  let isClaimed = false
  return {
    address: { review: 'simulation', name: 'body/simulation/institute' },
    doc,
    ready: Promise.resolve(),
    keepState: { get: () => ({ kind: 'kept' }), subscribe: () => () => {} },
    contents: { get: () => 'whole', subscribe: () => () => {} },
    swallowed: { get: () => [], subscribe: () => () => {} },
    forgetSwallowed: () => {},
    claimBinding: () => {
      if (isClaimed) throw new Error('Bound twice')
      isClaimed = true
      return () => {
        isClaimed = false
      }
    },
    close: () => {},
  }
}

/** Each gives the other what it lacks. */
export function exchange(one: Y.Doc, other: Y.Doc): void {
  const forOther = Y.encodeStateAsUpdate(one, Y.encodeStateVector(other))
  const forOne = Y.encodeStateAsUpdate(other, Y.encodeStateVector(one))
  Y.applyUpdate(one, forOne, remoteOrigin)
  Y.applyUpdate(other, forOther, remoteOrigin)
}
