/** A block of the editor as lines of stored runs, and places in it as plain offsets: the Lexical side of `shared/document/blockText.ts`. */
import {
  $createRangeSelection,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type LexicalNode,
  type PointType,
  type RangeSelection,
} from 'lexical'
import type { StoredRun } from '../../shared/document/blockText.ts'
import { attributeNames, nodeTypes } from '../../shared/document/richText.ts'
import { $blockAround, type FindingBlock } from './blocks.ts'
import { $getTextLink } from './links.ts'

/** A line break of the editor with the nodes of each line. */
export function $linesOf(block: FindingBlock): StoredRun[][] {
  const lines: StoredRun[][] = [[]]
  for (const child of block.getChildren()) {
    if ($isLineBreakNode(child)) lines.push([])
    else if ($isTextNode(child)) lines.at(-1)?.push($runOf(child))
  }
  return lines
}

function $runOf(node: LexicalNode): StoredRun {
  const format = $isTextNode(node) ? node.getFormat() : 0
  const link = $getTextLink(node)
  const type = node.getType()
  return {
    text: node.getTextContent(),
    attributes: {
      ...(type === nodeTypes.text ? {} : { [attributeNames.type]: type }),
      ...(format === 0 ? {} : { [attributeNames.properties]: { __format: format } }),
      ...(link === '' ? {} : { [attributeNames.link]: link }),
    },
  }
}

/** Characters of its block before a point; a line break is one. */
export function $offsetOf(point: PointType): { block: FindingBlock; offset: number } | null {
  const node = point.getNode()
  const block = $blockAround(node)
  if (block === null) return null
  let offset = 0
  for (const [index, child] of block.getChildren().entries()) {
    if (block.is(node) && index === point.offset) return { block, offset }
    if (child.is(node)) return { block, offset: offset + point.offset }
    offset += sizeOf(child)
  }
  return { block, offset }
}

export function $selectionBetween(
  anchor: { block: FindingBlock; offset: number },
  focus: { block: FindingBlock; offset: number },
): RangeSelection {
  const selection = $createRangeSelection()
  $setPoint(selection.anchor, anchor.block, anchor.offset)
  $setPoint(selection.focus, focus.block, focus.offset)
  return selection
}

function $setPoint(point: PointType, block: FindingBlock, offset: number): void {
  let left = offset
  const children = block.getChildren()
  for (const [index, child] of children.entries()) {
    if ($isTextNode(child) && left <= child.getTextContentSize()) {
      point.set(child.getKey(), left, 'text')
      return
    }
    if (left === 0) {
      point.set(block.getKey(), index, 'element')
      return
    }
    left -= sizeOf(child)
  }
  point.set(block.getKey(), children.length, 'element')
}

function sizeOf(node: LexicalNode): number {
  return $isElementNode(node) || $isLineBreakNode(node) ? 1 : node.getTextContentSize()
}
