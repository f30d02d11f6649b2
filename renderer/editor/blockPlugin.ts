/**
 * What blocks need while an editor is alive: numbers and places of list items, the box of check items, Backspace at a block's start,
 * Enter in code, and links.
 * Must not know: Yjs. Numbers are drawn, never stored, so they are right after any merge.
 */
import {
  $getNearestNodeFromDOMNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isLineBreakNode,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  DELETE_CHARACTER_COMMAND,
  type ElementNode,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
} from 'lexical'
import { isListKind } from '../../shared/document/richText.ts'
import { placeListDom } from './blockDom.ts'
import {
  $blockAround,
  $collapseAtBlockStart,
  $createFindingBlock,
  $getIndent,
  $getKind,
  $isChecked,
  $isFindingBlock,
  $setChecked,
} from './blocks.ts'
import { registerLinks } from './links.ts'

/** Registers all of it; call the answer to take it away. Needs a page. */
export function registerBlocks(editor: LexicalEditor): () => void {
  const undo = [
    registerLinks(editor),
    editor.registerCommand(
      DELETE_CHARACTER_COMMAND,
      (isBackward) => isBackward && $collapseAtBlockStart(),
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $breakCodeLine, COMMAND_PRIORITY_LOW),
    editor.registerRootListener((root, previous) => {
      previous?.removeEventListener('pointerdown', onPointerDown)
      root?.addEventListener('pointerdown', onPointerDown)
    }),
    editor.registerUpdateListener(({ dirtyElements, editorState }) => {
      if (dirtyElements.size > 0) editorState.read(() => $placeListItems(editor, $getRoot()), { editor })
    }),
  ]
  const onClick = (event: Event): void => {
    const box = event.target instanceof HTMLElement && event.target.closest('.block-box')
    if (!box) return
    event.preventDefault()
    editor.update(() => {
      const node = $getNearestNodeFromDOMNode(box)
      const block = node === null ? null : $blockAround(node)
      if (block !== null) $setChecked(block, !$isChecked(block))
    })
  }
  function onPointerDown(event: Event): void {
    if (editor.isEditable()) onClick(event)
  }
  return () => {
    editor.getRootElement()?.removeEventListener('pointerdown', onPointerDown)
    for (const step of undo) step()
  }
}

/** Enter in code begins a line; a second one on an empty last line leaves the code. */
function $breakCodeLine(): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return false
  const block = $blockAround(selection.anchor.getNode())
  if (block === null || $getKind(block) !== 'code') return false
  const last = block.getLastChild()
  const isOnEmptyLastLine =
    selection.isCollapsed() &&
    selection.anchor.getNode().is(block) &&
    selection.anchor.offset === block.getChildrenSize() &&
    $isLineBreakNode(last) &&
    $isLineBreakNode(last.getPreviousSibling())
  if (isOnEmptyLastLine) {
    // Both breaks: the code ends where its text ends.
    last.getPreviousSibling()?.remove()
    last.remove()
    const next = $createFindingBlock()
    block.insertAfter(next)
    next.select()
  } else {
    selection.insertLineBreak()
  }
  return true
}

/** Walks one level: items of one kind in a row count together, deeper ones between them do not interrupt. */
function $placeListItems(editor: LexicalEditor, parent: ElementNode): void {
  const open: { kind: string; keys: string[] }[] = []
  const close = (depth: number): void => {
    for (const list of open.splice(depth)) place(editor, list.keys)
  }
  for (const child of parent.getChildren()) {
    if (!$isFindingBlock(child)) {
      close(0)
      if ($isElementNode(child)) $placeListItems(editor, child)
      continue
    }
    const kind = $getKind(child)
    if (!isListKind(kind)) {
      close(0)
      continue
    }
    const depth = $getIndent(child)
    close(depth + 1)
    if (open[depth]?.kind !== kind) {
      close(depth)
      while (open.length < depth) open.push({ kind: '', keys: [] })
      open[depth] = { kind, keys: [] }
    }
    open[depth].keys.push(child.getKey())
  }
  close(0)
}

function place(editor: LexicalEditor, keys: readonly string[]): void {
  keys.forEach((key, index) => {
    const element = editor.getElementByKey(key)
    if (element !== null) placeListDom(element, index + 1, keys.length)
  })
}
