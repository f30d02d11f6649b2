/** What the toolbar shows, read from the selection. */
import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  type EditorState as TextState,
} from 'lexical'
import { type Mark, marks } from '../../shared/document/blocks.ts'
import { $getKind, $isFindingBlock } from './blocks.ts'
import type { EditorState } from './editorApi.ts'
import { $getLink } from './links.ts'
import { $selectedBlocks } from './positions.ts'
import { $tableAround } from './tables.ts'

export type SelectionState = Pick<EditorState, 'marks' | 'kind' | 'link' | 'hasSelection' | 'isInTable' | 'isEmpty'>

export const noSelection: SelectionState = {
  marks: [],
  kind: undefined,
  link: undefined,
  hasSelection: false,
  isInTable: false,
  isEmpty: true,
}

export function readSelectionState(text: TextState): SelectionState {
  return text.read(() => {
    const selection = $getSelection()
    const isEmpty = $isTextEmpty()
    if (selection === null) return { ...noSelection, isEmpty }
    const blocks = $selectedBlocks(selection)
    const kinds = new Set(blocks.map($getKind))
    const [kind] = kinds
    const isRange = $isRangeSelection(selection)
    return {
      marks: isRange ? marks.filter((mark: Mark) => selection.hasFormat(mark)) : [],
      kind: kinds.size === 1 ? kind : undefined,
      link: $getLink() ?? undefined,
      hasSelection: isRange && !selection.isCollapsed() && selection.getNodes().some($isTextNode),
      isInTable: $tableAround(blocks[0]) !== null,
      isEmpty,
    }
  })
}

export function looksSame(a: EditorState, b: EditorState): boolean {
  return (Object.keys(a) as (keyof EditorState)[]).every((name) =>
    name === 'marks' ? a.marks.join() === b.marks.join() : a[name] === b[name],
  )
}

function $isTextEmpty(): boolean {
  const children = $getRoot().getChildren()
  if (children.length > 1) return false
  const only = children[0]
  return (
    only === undefined || ($isFindingBlock(only) ? only.isEmpty() && $getKind(only) === 'p' : !$isElementNode(only))
  )
}
