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
import { TableCellNode, TableNode, TableRowNode } from '@lexical/table'
import {
  type BindingV2,
  createBindingV2__EXPERIMENTAL as createBindingV2,
  type Provider,
  type ProviderAwareness,
  syncLexicalUpdateToYjsV2__EXPERIMENTAL as writeUpdate,
  syncYjsChangesToLexicalV2__EXPERIMENTAL as drawChanges,
  syncYjsStateToLexicalV2__EXPERIMENTAL as drawAll,
} from '@lexical/yjs'
import {
  $getNodeByKey,
  $getSelection,
  $isLineBreakNode,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  CAN_REDO_COMMAND,
  CAN_UNDO_COMMAND,
  COLLABORATION_TAG,
  COMMAND_PRIORITY_EDITOR,
  HISTORIC_TAG,
  HISTORY_PUSH_TAG,
  type Klass,
  type LexicalEditor,
  type LexicalNode,
  REDO_COMMAND,
  SKIP_COLLAB_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  TextNode,
  UNDO_COMMAND,
  type UpdateListenerPayload,
} from 'lexical'
import * as Y from 'yjs'
import { findPlace, isAlive, placeAt, plainOf, rewriteText } from '../../shared/document/blockText.ts'
import { movesIn } from '../../shared/document/movedText.ts'
import { nodeTypes } from '../../shared/document/richText.ts'
import type { LiveDoc } from '../replica/liveDoc.ts'
import type { Readable } from '../replica/shapes.ts'
import { $linesOf, $offsetOf, $selectionBetween } from './blockLines.ts'
import { $isFindingBlock, $readBlocks, $storedStates, FindingBlock } from './blocks.ts'
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
  const provider = localProvider(options.awareness ?? nobody)
  const binding = createBindingV2(editor, 'text', doc, new Map([['text', doc]]), { excludedProperties: notStored })
  const undoManager = new Y.UndoManager(binding.root, {
    // Not null: whatever arrives without an origin is not this person's change.
    trackedOrigins: new Set([binding]),
    captureTimeout: joinUndoWithin,
  })
  let heals = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let caret: Caret | null = null

  const heal = (): void => {
    heals += 1
    drawAll(binding, provider)
    restoreCaret(editor, binding, caret)
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
    const isUndo = transaction.origin === undoManager
    try {
      drawChanges(binding, provider, events, transaction, isUndo)
      if (!isUndo) restoreCaret(editor, binding, caret)
    } catch (error) {
      onFault('A change could not be drawn; the document is drawn anew.', error)
      heal()
    }
    checkWhenQuiet()
  }

  const onEditor = (update: UpdateListenerPayload): void => {
    if (update.tags.has(SKIP_COLLAB_TAG)) return
    const isDrawn = update.tags.has(COLLABORATION_TAG) || update.tags.has(HISTORIC_TAG)
    if (update.dirtyElements.size > 0) {
      // A paste, a replacement, a change of kind: a step of undo of its own.
      if (update.tags.has(HISTORY_PUSH_TAG)) undoManager.stopCapturing()
      doc.transact((transaction) => {
        writeChange(binding, provider, update, isDrawn, guards, onFault)
        guards.noteMoves(transaction)
      }, binding)
      checkWhenQuiet()
    }
    if (!isDrawn) caret = update.editorState.read(() => $readCaret(binding))
  }

  const onTransaction = (transaction: Y.Transaction): void => {
    if (transaction.origin === undoManager) doc.transact(() => settleUndo(transaction, guards), undoneOrigin)
    else if (!transaction.local && transaction.changed.has(moves)) guards.settleDoubles(doc)
  }

  const moves = movesIn(doc) as Y.AbstractType<unknown> as Parameters<Y.Transaction['changed']['has']>[0]
  // Lexical types the callback for any shared type; below a V2 root there are only these two.
  const observer = onDocument as Parameters<typeof binding.root.observeDeep>[0]
  binding.root.observeDeep(observer)
  doc.on('afterTransaction', onTransaction)
  const steps = undoSteps(undoManager)
  const removers = [
    editor.registerUpdateListener(onEditor),
    editor.registerCommand(UNDO_COMMAND, () => (undoManager.undo(), true), COMMAND_PRIORITY_EDITOR),
    editor.registerCommand(REDO_COMMAND, () => (undoManager.redo(), true), COMMAND_PRIORITY_EDITOR),
    steps.canUndo.subscribe(() => editor.dispatchCommand(CAN_UNDO_COMMAND, steps.canUndo.get())),
    steps.canRedo.subscribe(() => editor.dispatchCommand(CAN_REDO_COMMAND, steps.canRedo.get())),
  ]
  guards.settleDoubles(doc)
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
      doc.off('afterTransaction', onTransaction)
      for (const remove of removers) remove()
      undoManager.destroy()
      release()
    },
  }
}

const undoneOrigin = 'after undo'

/** Undo takes away what was written, also a text that stood behind a break; and what it brings back was moved once more. */
function settleUndo(transaction: Y.Transaction, guards: Guards): void {
  for (const type of transaction.changed.keys()) {
    if (type instanceof Y.XmlElement && type.nodeName === nodeTypes.block && isAlive(type)) guards.ensureTexts(type)
  }
  guards.noteMoves(transaction)
}

/**
 * Writes one change of the editor. Text of blocks that are there already goes through our own `rewriteText`; Lexical's binding does the
 * rest: new and removed blocks, tables. What was only drawn is written back just where drawing joined texts.
 */
function writeChange(
  binding: BindingV2,
  provider: Provider,
  update: UpdateListenerPayload,
  isDrawn: boolean,
  guards: Guards,
  onFault: (what: string, error?: unknown) => void,
): void {
  const { prevEditorState, editorState, dirtyLeaves, normalizedNodes, tags } = update
  for (const key of normalizedNodes) binding.mapping.deleteNode(key)
  forgetRemoved(binding, update)
  remember(binding, update)
  const dirtyElements = new Map(update.dirtyElements)
  if (isDrawn && normalizedNodes.size === 0) return
  const fresh: FindingBlock[] = []
  editorState.read(() => {
    const caretAt = $caretOf()
    for (const key of update.dirtyElements.keys()) {
      const block = $getNodeByKey(key)
      if (!$isFindingBlock(block)) continue
      const element = binding.mapping.getSharedType(block)
      if (!(element instanceof Y.XmlElement) || !isAlive(element)) {
        fresh.push(block)
        continue
      }
      writeBlock(binding, element, block, caretAt?.block.is(block) === true ? caretAt.offset : undefined, guards)
      dirtyElements.delete(key)
    }
  })
  if (isDrawn) return
  const write = (): void =>
    writeUpdate(binding, provider, prevEditorState, editorState, dirtyElements, dirtyLeaves, new Set(), tags)
  try {
    write()
  } catch (error) {
    // Without its memory of which text belongs to which node, the binding compares everything and finds the change.
    onFault('A change was written by comparing the whole text.', error)
    binding.mapping.clear()
    write()
  }
  editorState.read(() => {
    for (const block of fresh) {
      const element = binding.mapping.getSharedType(block)
      if (element instanceof Y.XmlElement) writeBlock(binding, element, block, undefined, guards)
    }
  })
}

function writeBlock(
  binding: BindingV2,
  element: Y.XmlElement,
  block: FindingBlock,
  caret: number | undefined,
  guards: Guards,
): void {
  const held = element.getAttributes() as Record<string, unknown>
  for (const [name, value] of Object.entries($storedStates(block))) {
    if ((held[name] ?? null) === value) continue
    if (value === null) element.removeAttribute(name)
    else element.setAttribute(name, value as string)
  }
  rewriteText(element, $linesOf(block), caret, guards)
  binding.mapping.set(element, block)
  rememberTexts(binding, element, block)
}

/** Tells the binding which nodes stand for which text, so that drawing a change later keeps the nodes that are there. */
function rememberTexts(binding: BindingV2, element: Y.XmlElement, block: FindingBlock): void {
  const nodes = block.getChildren()
  let at = 0
  for (const child of element.toArray()) {
    if (child instanceof Y.XmlText) {
      const own: TextNode[] = []
      for (let left = plainOf(child).length; left > 0; ) {
        const node = nodes[at]
        if (!$isTextNode(node) || node.getTextContentSize() > left) break
        own.push(node)
        left -= node.getTextContentSize()
        at++
      }
      binding.mapping.set(child, own)
      // A node that reaches over a seam belongs to no single text: the next draw makes new ones.
    } else if (child instanceof Y.XmlElement) {
      while ($isTextNode(nodes[at])) at++
      const node = nodes[at]
      if ($isLineBreakNode(node)) binding.mapping.set(child, node)
      at++
    }
  }
}

/** Where this person's caret is, relative to the text: it stays there whatever arrives. */
interface Caret {
  readonly anchor: Y.RelativePosition
  readonly focus: Y.RelativePosition
}

function $caretOf(): { block: FindingBlock; offset: number } | null {
  const selection = $getSelection()
  return $isRangeSelection(selection) && selection.isCollapsed() ? $offsetOf(selection.anchor) : null
}

function $readCaret(binding: BindingV2): Caret | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return null
  const [anchor, focus] = [selection.anchor, selection.focus].map((point) => {
    const place = $offsetOf(point)
    const element = place === null ? undefined : binding.mapping.getSharedType(place.block)
    return place !== null && element instanceof Y.XmlElement ? placeAt(element, place.offset) : null
  })
  return anchor && focus ? { anchor, focus } : null
}

function restoreCaret(editor: LexicalEditor, binding: BindingV2, caret: Caret | null): void {
  if (caret === null) return
  const resolve = (place: Y.RelativePosition) => {
    const found = findPlace(binding.doc, place)
    const block = found === null ? undefined : binding.mapping.get(found.block)
    return found !== null && $isFindingBlock(block) && block.isAttached() ? { block, offset: found.offset } : null
  }
  editor.update(
    () => {
      const anchor = resolve(caret.anchor)
      const focus = resolve(caret.focus)
      if (anchor === null || focus === null) return
      const selection = $selectionBetween(anchor, focus)
      if ($getSelection()?.is(selection) !== true) $setSelection(selection)
    },
    { discrete: true, skipTransforms: true, tag: [COLLABORATION_TAG, SKIP_SCROLL_INTO_VIEW_TAG] },
  )
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

/**
 * The binding knows a node by the very object, and whatever moves or redraws a node makes a new one. Told of the newest, it finds each
 * node's element at once; otherwise it takes to guessing which block is which, and writes one over another.
 */
function remember(binding: BindingV2, update: UpdateListenerPayload): void {
  update.editorState.read(() => {
    for (const key of update.dirtyElements.keys()) {
      const node = $getNodeByKey(key)
      const element = node === null ? undefined : binding.mapping.getSharedType(node)
      if (node === null || !(element instanceof Y.XmlElement)) continue
      binding.mapping.set(element, node)
      if ($isFindingBlock(node)) rememberTexts(binding, element, node)
    }
  })
}

/** Nobody else is here. */
const nobody: ProviderAwareness = {
  getLocalState: () => null,
  getStates: () => new Map(),
  setLocalState: () => {},
  setLocalStateField: () => {},
  on: () => {},
  off: () => {},
}

/** The binding remembers some nodes, line breaks above all, that are gone; drawing with one of those fails. */
function forgetRemoved(binding: BindingV2, update: UpdateListenerPayload): void {
  const { _nodeMap: nodes } = update.editorState
  for (const key of update.dirtyLeaves) if (!nodes.has(key)) binding.mapping.deleteNode(key)
  for (const key of update.dirtyElements.keys()) if (!nodes.has(key)) binding.mapping.deleteNode(key)
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
