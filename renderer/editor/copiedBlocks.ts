/** The selected part of a text as blocks, for copying. A part of one block is a paragraph: it will join a line. */
import { $isTableCellNode, $isTableRowNode, $isTableSelection, type TableNode } from '@lexical/table'
import {
  $isElementNode,
  $isLineBreakNode,
  $isRangeSelection,
  $isTextNode,
  type BaseSelection,
  type RangeSelection,
} from 'lexical'
import type { Block, TextBlock } from '../../shared/document/blocks.ts'
import { runsOf, type Stretch } from '../../shared/document/richText.ts'
import { $getIndent, $getKind, $isChecked, $isFindingBlock, type FindingBlock } from './blocks.ts'
import { $getTextLink } from './links.ts'
import { $offsetInBlock, $selectedBlocks } from './positions.ts'
import { $tableAround } from './tables.ts'

export function $copiedBlocks(selection: BaseSelection | null): Block[] {
  if ($isTableSelection(selection)) {
    const keys = new Set(selection.getNodes().map((node) => node.getKey()))
    const table = $tableAround(selection.getNodes()[0])
    return table === null ? [] : [$tableBlock(table, (key) => keys.has(key))]
  }
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return []
  const blocks = $selectedBlocks(selection)
  const tables = new Set<string>()
  const isOneCell = blocks.length === 1
  return blocks.flatMap((block): Block[] => {
    const table = isOneCell ? null : $tableAround(block)
    if (table === null) return [$partOf(block, selection, isOneCell)]
    if (tables.has(table.getKey())) return []
    tables.add(table.getKey())
    return [$tableBlock(table, () => true)]
  })
}

function $tableBlock(table: TableNode, isTaken: (key: string) => boolean): Block {
  const rows = table
    .getChildren()
    .filter($isTableRowNode)
    .map((row) => row.getChildren().filter((cell) => $isTableCellNode(cell) && isTaken(cell.getKey())))
    .filter((row) => row.length > 0)
  return {
    kind: 'table',
    rows: rows.map((row) =>
      row.filter($isTableCellNode).map((cell) => {
        const blocks = cell
          .getChildren()
          .filter($isFindingBlock)
          .map((block) => $shape(block, $stretches(block)))
        return cell.hasHeader() ? { isHeader: true, blocks } : { blocks }
      }),
    ),
  }
}

function $partOf(block: FindingBlock, selection: RangeSelection, isAlone: boolean): TextBlock {
  const [start, end] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus]
  const from = isInside(block, start.key) ? $offsetInBlock(block, start) : 0
  const to = isInside(block, end.key) ? $offsetInBlock(block, end) : Number.POSITIVE_INFINITY
  const isWhole = from === 0 && to >= block.getTextContentSize()
  const stretches = $stretches(block, from, to)
  return isAlone && !isWhole ? { kind: 'p', runs: runsOf(stretches) } : $shape(block, stretches)
}

function isInside(block: FindingBlock, key: string): boolean {
  return block.getKey() === key || block.getChildren().some((child) => child.getKey() === key)
}

function $shape(block: FindingBlock, stretches: Iterable<Stretch>): TextBlock {
  const indent = $getIndent(block)
  return {
    kind: $getKind(block),
    runs: runsOf(stretches),
    ...(indent === 0 ? {} : { indent }),
    ...($isChecked(block) ? { isChecked: true } : {}),
  }
}

function* $stretches(block: FindingBlock, from = 0, to = Number.POSITIVE_INFINITY): Iterable<Stretch> {
  let at = 0
  for (const child of block.getChildren()) {
    const size = child.getTextContentSize()
    const start = Math.max(0, from - at)
    const end = Math.min(size, to - at)
    at += size
    if (end <= start || $isElementNode(child)) continue
    if ($isLineBreakNode(child)) yield { text: '\n', format: 'break', link: '' }
    else if ($isTextNode(child))
      yield { text: child.getTextContent().slice(start, end), format: child.getFormat(), link: $getTextLink(child) }
  }
}
