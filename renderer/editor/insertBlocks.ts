/**
 * Puts blocks at the caret. Text that stands there is never re-created: what somebody else types in it meanwhile stays.
 * A single paragraph, or anything put inside a word, joins the line; more keeps its structure.
 */
import {
  $createLineBreakNode,
  $createTextNode,
  $getSelection,
  $isRangeSelection,
  type LexicalNode,
  type RangeSelection,
} from 'lexical'
import { $isTableSelection } from '@lexical/table'
import { plainText, type Block, type TextBlock } from '../../shared/document/blocks.ts'
import {
  $blockAround,
  $createFindingBlock,
  $getKind,
  $isFindingBlock,
  $nodesFromBlocks,
  $setChecked,
  $setIndent,
  $setKind,
  type FindingBlock,
} from './blocks.ts'
import { $offsetInBlock } from './positions.ts'
import { $tableAround } from './tables.ts'

export function $insertBlocks(blocks: readonly Block[]): void {
  let selection = $getSelection()
  if ($isTableSelection(selection)) {
    selection.getNodes().find($isFindingBlock)?.selectStart()
    selection = $getSelection()
  }
  if (!$isRangeSelection(selection) || blocks.length === 0) return
  if (!selection.isCollapsed()) selection.removeText()
  const block = $blockAround(selection.anchor.getNode())
  if (block === null) return
  if ($getKind(block) === 'code') {
    selection.insertNodes(plainNodes(blocks.map(plainText).join('\n')))
    return
  }
  const wanted = $tableAround(block) === null ? blocks : blocks.flatMap(flattened)
  const [first] = wanted
  if (first === undefined) return
  if (wanted.length === 1 && first.kind !== 'table' && (first.kind === 'p' || !block.isEmpty()))
    selection.insertNodes($inlineNodes(first))
  else $insertStructure(selection, block, wanted)
}

function $insertStructure(selection: RangeSelection, block: FindingBlock, blocks: readonly Block[]): void {
  const [first, ...others] = blocks
  let rest = blocks
  let after: LexicalNode = block
  const offset = $offsetInBlock(block, selection.anchor)
  if (block.isEmpty() && first !== undefined && first.kind !== 'table') {
    $takeShape(block, first)
    block.append(...$inlineNodes(first))
    rest = others
  } else if (offset === 0 && !block.isEmpty()) {
    for (const node of $nodesFromBlocks(blocks)) {
      block.insertBefore(node)
      after = node
    }
    rest = []
  } else if (first?.kind === 'p') {
    if (offset < block.getTextContentSize()) selection.insertParagraph()
    block.append(...$inlineNodes(first))
    rest = others
  } else if (offset < block.getTextContentSize()) {
    selection.insertParagraph()
  }
  for (const node of $nodesFromBlocks(rest)) {
    after.insertAfter(node)
    after = node
  }
  if (block.isEmpty() && !after.is(block)) block.remove()
  // Below a table at the end there must be a line to go on.
  if (!$isFindingBlock(after) && after.getNextSibling() === null) after.insertAfter($createFindingBlock())
  after.selectEnd()
}

function $takeShape(block: FindingBlock, shape: TextBlock): void {
  $setKind(block, shape.kind)
  if (shape.indent !== undefined) $setIndent(block, shape.indent)
  if (shape.isChecked === true) $setChecked(block, true)
}

function $inlineNodes(block: TextBlock): LexicalNode[] {
  const [made] = $nodesFromBlocks([block])
  if (!$isFindingBlock(made)) return []
  const nodes = made.getChildren()
  for (const node of nodes) node.remove()
  return nodes
}

function plainNodes(text: string): LexicalNode[] {
  return text
    .split('\n')
    .flatMap((line, place) => [
      ...(place > 0 ? [$createLineBreakNode()] : []),
      ...(line === '' ? [] : [$createTextNode(line)]),
    ])
}

/** A table inside a table becomes its rows as lines. */
function flattened(block: Block): TextBlock[] {
  if (block.kind !== 'table') return [block]
  return plainText(block)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((text) => ({ kind: 'p', runs: [{ text }] }))
}
