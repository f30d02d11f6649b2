/**
 * Binds one editor to one Yjs document: what is typed goes into the document, what arrives is drawn. Lexical's collaboration V2 does the
 * translating; this is our own glue around it, with the guards of `guards.ts`.
 *
 * Holds at all times:
 * - one binding per document; every transaction has an origin, and only this person's own changes can be undone here
 * - a document that is there already is drawn once, when bound, and not rewritten by that
 * - what arrives never moves the caret, the scroll or the focus
 * - once it is quiet, editor and document tell the same; if not, the document wins and is drawn anew
 * Must not know: network, storage, page. Runs in Node too, with a headless editor.
 */
import {
  type BindingV2,
  $getAnchorAndFocusForUserState,
  createBindingV2__EXPERIMENTAL as createBindingV2,
  initLocalState,
  type Provider,
  type ProviderAwareness,
  syncLexicalUpdateToYjsV2__EXPERIMENTAL as writeUpdate,
  syncYjsChangesToLexicalV2__EXPERIMENTAL as drawChanges,
  syncYjsStateToLexicalV2__EXPERIMENTAL as drawAll,
  type UserState,
} from '@lexical/yjs'
import { TableCellNode, TableNode, TableRowNode } from '@lexical/table'
import {
  $createRangeSelection,
  $getNodeByKey,
  $isTextNode,
  $setSelection,
  CAN_REDO_COMMAND,
  CAN_UNDO_COMMAND,
  COLLABORATION_TAG,
  COMMAND_PRIORITY_EDITOR,
  type EditorUpdateOptions,
  type Klass,
  type LexicalEditor,
  type LexicalNode,
  REDO_COMMAND,
  SKIP_COLLAB_TAG,
  TextNode,
  UNDO_COMMAND,
  type UpdateListenerPayload,
} from 'lexical'
import * as Y from 'yjs'
import type { LiveDoc } from '../replica/liveDoc.ts'
import type { Readable } from '../replica/shapes.ts'
import { $readBlocks, FindingBlock } from './blocks.ts'
import { type Guards, guards as allGuards } from './guards.ts'

export interface BindOptions {
  /** Who else is here, and where their carets are; later. Without it the caret of this person still stays where it is. */
  readonly awareness?: ProviderAwareness
  /** Milliseconds without a change after which editor and document are compared. */
  readonly quietAfter?: number
  /** Milliseconds within which changes are one step of undo. */
  readonly joinUndoWithin?: number
  readonly guards?: Guards
  /** Told of each heal and of each fault that was caught; never of content. */
  readonly onFault?: (what: string, error?: unknown) => void
}

export interface BoundEditor {
  undo(): void
  redo(): void
  readonly canUndo: Readable<boolean>
  readonly canRedo: Readable<boolean>
  /** How often the document had to be drawn anew. */
  heals(): number
  /** Compares now instead of when quiet; true when editor and document told the same. */
  check(): boolean
  dispose(): void
}

export function bindEditor(editor: LexicalEditor, live: LiveDoc, options: BindOptions = {}): BoundEditor {
  const { quietAfter = 400, joinUndoWithin = 500, guards = allGuards, onFault = () => {} } = options
  const release = live.claimBinding()
  const { doc } = live
  const provider = localProvider(options.awareness ?? localAwareness())
  const binding = createBindingV2(editor, 'text', doc, new Map([['text', doc]]), { excludedProperties: notStored })
  initLocalState(provider, '', '', false, {})
  const undoManager = new Y.UndoManager(binding.root, {
    // Not null: whatever arrives without an origin is not this person's change.
    trackedOrigins: new Set([binding]),
    captureTimeout: joinUndoWithin,
  })
  let heals = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const heal = (): void => {
    heals += 1
    drawAll(binding, provider)
    restoreCaret(editor, binding, provider)
  }

  const check = (): boolean => {
    clearTimeout(timer)
    const isRight = guards.isDrawnRight(
      editor.read(() => $readBlocks()),
      doc,
    )
    if (!isRight) {
      onFault('The editor showed something else than the document holds; drawn anew.')
      heal()
      clearTimeout(timer)
    }
    return isRight
  }

  const checkWhenQuiet = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => (editor.isComposing() ? checkWhenQuiet() : check()), quietAfter)
  }

  const onDocument = (events: Y.YEvent<Y.XmlElement | Y.XmlText>[], transaction: Y.Transaction): void => {
    if (transaction.origin === binding) return
    try {
      drawChanges(binding, provider, events, transaction, transaction.origin === undoManager)
    } catch (error) {
      onFault('A change could not be drawn; the document is drawn anew.', error)
      heal()
    }
    checkWhenQuiet()
  }

  const onEditor = (update: UpdateListenerPayload): void => {
    if (update.tags.has(SKIP_COLLAB_TAG)) return
    doc.transact((transaction) => {
      write(update)
      if (update.dirtyElements.size === 0) return
      forgetRemoved(binding, update)
      guards.slots(binding.root, transaction)
      guards.surrogates(binding, transaction)
    }, binding)
    if (update.dirtyElements.size > 0) checkWhenQuiet()
  }

  const write = (update: UpdateListenerPayload): void => {
    const { prevEditorState, editorState, dirtyElements, dirtyLeaves, normalizedNodes, tags } = update
    const again = (): void =>
      writeUpdate(binding, provider, prevEditorState, editorState, dirtyElements, dirtyLeaves, normalizedNodes, tags)
    try {
      again()
    } catch (error) {
      // Without its memory of which text belongs to which node, the binding compares everything and finds the change.
      onFault('A change was written by comparing the whole text.', error)
      binding.mapping.clear()
      again()
    }
  }

  // Lexical types the callback for any shared type; below a V2 root there are only these two.
  const observer = onDocument as Parameters<typeof binding.root.observeDeep>[0]
  binding.root.observeDeep(observer)
  const steps = undoSteps(undoManager)
  const removers = [
    editor.registerUpdateListener(onEditor),
    editor.registerCommand(UNDO_COMMAND, () => (undoManager.undo(), true), COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(REDO_COMMAND, () => (undoManager.redo(), true), COMMAND_PRIORITY_EDITOR),
    steps.canUndo.subscribe(() => editor.dispatchCommand(CAN_UNDO_COMMAND, steps.canUndo.get())),
    steps.canRedo.subscribe(() => editor.dispatchCommand(CAN_REDO_COMMAND, steps.canRedo.get())),
  ]
  // Nothing else draws what is there already (facebook/lexical#4999).
  drawAll(binding, provider)

  return {
    undo: () => void undoManager.undo(),
    redo: () => void undoManager.redo(),
    canUndo: steps.canUndo,
    canRedo: steps.canRedo,
    heals: () => heals,
    check,
    dispose: () => {
      clearTimeout(timer)
      binding.root.unobserveDeep(observer)
      for (const remove of removers) remove()
      undoManager.destroy()
      release()
    },
  }
}

/** Properties of Lexical's nodes that are no part of a finding's text: looks belong to the reader, not to the document. */
const looks = ['__style', '__format', '__indent', '__dir', '__textFormat', '__textStyle']
const notStored = new Map<Klass<LexicalNode>, Set<string>>([
  [FindingBlock, new Set(looks)],
  [TextNode, new Set(['__style', '__detail', '__mode'])],
  [TableNode, new Set([...looks, '__colWidths', '__rowStriping', '__frozenColumnCount', '__frozenRowCount'])],
  [TableRowNode, new Set([...looks, '__height'])],
  [TableCellNode, new Set([...looks, '__colSpan', '__rowSpan', '__width', '__backgroundColor', '__verticalAlign'])],
])

/** Lexical asks for a provider; ours never goes anywhere. */
function localProvider(awareness: ProviderAwareness): Provider {
  const nothing = (): void => {}
  return { awareness, connect: nothing, disconnect: nothing, on: nothing, off: nothing }
}

/** Remembers this person's caret relative to the text, which is how it stays put when something arrives. */
function localAwareness(): ProviderAwareness {
  let state: UserState | null = null
  return {
    getLocalState: () => state,
    getStates: () => new Map(),
    setLocalState: (next) => {
      state = next
    },
    setLocalStateField: (field, value) => {
      if (state !== null) state = { ...state, [field]: value }
    },
    on: () => {},
    off: () => {},
  }
}

/** The binding remembers some nodes, line breaks above all, that are gone; drawing with one of those fails. */
function forgetRemoved(binding: BindingV2, update: UpdateListenerPayload): void {
  const { _nodeMap: nodes } = update.editorState
  for (const key of update.dirtyLeaves) if (!nodes.has(key)) binding.mapping.deleteNode(key)
  for (const key of update.dirtyElements.keys()) if (!nodes.has(key)) binding.mapping.deleteNode(key)
}

/** Drawing everything anew loses the selection; the remembered place brings it back. */
function restoreCaret(editor: LexicalEditor, binding: BindingV2, provider: Provider): void {
  const state = provider.awareness.getLocalState()
  if (state === null || state.anchorPos === null) return
  const quietly: EditorUpdateOptions = { tag: COLLABORATION_TAG, discrete: true }
  editor.update(() => {
    const { anchorKey, anchorOffset, focusKey, focusOffset } = $getAnchorAndFocusForUserState(binding, state)
    if (anchorKey === null || focusKey === null) return
    const selection = $createRangeSelection()
    const typeOf = (key: string) => ($isTextNode($getNodeByKey(key)) ? 'text' : 'element')
    selection.anchor.set(anchorKey, anchorOffset, typeOf(anchorKey))
    selection.focus.set(focusKey, focusOffset, typeOf(focusKey))
    $setSelection(selection)
  }, quietly)
}

function undoSteps(undoManager: Y.UndoManager): { canUndo: Readable<boolean>; canRedo: Readable<boolean> } {
  const readable = (get: () => boolean): Readable<boolean> => ({
    get,
    subscribe: (listener) => {
      let last = get()
      const onChange = (): void => {
        if (get() === last) return
        last = get()
        listener()
      }
      const events = ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const
      for (const event of events) undoManager.on(event, onChange)
      return () => {
        for (const event of events) undoManager.off(event, onChange)
      }
    },
  })
  return { canUndo: readable(() => undoManager.canUndo()), canRedo: readable(() => undoManager.canRedo()) }
}
