/** Places inside a block, counted in characters of its text. A line break counts as one. */
import {
  $createRangeSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  type BaseSelection,
  type LexicalNode,
  type PointType,
  type RangeSelection,
} from 'lexical'
import { $blockAround, type FindingBlock } from './blocks.ts'

export function $offsetInBlock(block: FindingBlock, point: PointType): number {
  const node = point.getNode()
  if (block.is(node)) return sizeOf(block.getChildren().slice(0, point.offset))
  const child = block.getChildren().find((candidate) => candidate.is(node) || $isParentOf(candidate, node))
  if (child === undefined) return 0
  const before = sizeOf(child.getPreviousSiblings())
  return $isTextNode(node) ? before + point.offset : before
}

/** The text of the block before the caret, when there is only a caret. */
export function $textBeforeCaret(selection: BaseSelection | null): { block: FindingBlock; text: string } | undefined {
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return undefined
  const block = $blockAround(selection.anchor.getNode())
  if (block === null) return undefined
  return { block, text: block.getTextContent().slice(0, $offsetInBlock(block, selection.anchor)) }
}

/** A selection from one character of a block to another. */
export function $rangeInBlock(block: FindingBlock, start: number, end: number): RangeSelection {
  const range = $createRangeSelection()
  setPoint(range.anchor, block, start, true)
  setPoint(range.focus, block, end, false)
  return range
}

/** All blocks that the selection touches, in order. */
export function $selectedBlocks(selection: BaseSelection | null): FindingBlock[] {
  const blocks = new Set<FindingBlock>()
  if (selection === null) return []
  for (const node of selection.getNodes()) {
    const block = $blockAround(node)
    if (block !== null) blocks.add(block)
  }
  return [...blocks]
}

function setPoint(point: PointType, block: FindingBlock, offset: number, isStart: boolean): void {
  let left = offset
  for (const [place, child] of block.getChildren().entries()) {
    const size = child.getTextContentSize()
    // At a border the start belongs to the text after it, the end to the text before it.
    if (left < size || (left === size && !isStart)) {
      if ($isTextNode(child)) point.set(child.getKey(), left, 'text')
      else point.set(block.getKey(), place + (left > 0 ? 1 : 0), 'element')
      return
    }
    left -= size
  }
  const last = block.getLastChild()
  if ($isTextNode(last)) point.set(last.getKey(), last.getTextContentSize(), 'text')
  else point.set(block.getKey(), block.getChildrenSize(), 'element')
}

function sizeOf(nodes: readonly LexicalNode[]): number {
  return nodes.reduce((sum, node) => sum + node.getTextContentSize(), 0)
}

function $isParentOf(candidate: LexicalNode, node: LexicalNode): boolean {
  return $isElementNode(candidate) && candidate.isParentOf(node)
}
