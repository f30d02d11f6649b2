/** Simple tables: insert, rows, columns, remove. No merged cells, no tables in tables. */
import {
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
  $isTableNode,
  $isTableCellNode,
  $isTableRowNode,
  $setTableRowIsHeader,
  type TableNode,
} from '@lexical/table'
import { $getSelection, type LexicalNode } from 'lexical'
import type { TableBlock } from '../../shared/document/blocks.ts'
import { $createFindingBlock } from './blocks.ts'
import type { TableChange } from './editorApi.ts'

const most = { rows: 100, columns: 20 }

/** `rows` × `columns` empty cells; the first row is its head. */
export function emptyTable(rows: number, columns: number): TableBlock {
  const width = Math.max(1, Math.min(columns, most.columns))
  return {
    kind: 'table',
    rows: Array.from({ length: Math.max(1, Math.min(rows, most.rows)) }, (_, row) =>
      Array.from({ length: width }, () => (row === 0 ? { isHeader: true, blocks: [] } : { blocks: [] })),
    ),
  }
}

export function $tableAround(node: LexicalNode | null | undefined): TableNode | null {
  for (let at = node ?? null; at !== null; at = at.getParent()) if ($isTableNode(at)) return at
  return null
}

export function $changeTable(change: TableChange): void {
  const table = $tableAround($getSelection()?.getNodes()[0])
  if (table === null) return
  switch (change) {
    case 'rowAbove':
    case 'rowBelow':
      $insertTableRowAtSelection(change === 'rowBelow')
      return
    case 'columnBefore':
    case 'columnAfter':
      $insertTableColumnAtSelection(change === 'columnAfter')
      return
    case 'headerRow':
      $setTableRowIsHeader(table, 0, !$hasHeaderRow(table))
      return
    case 'removeRow':
      if (table.getChildrenSize() <= 1) $removeTable(table)
      else $deleteTableRowAtSelection()
      return
    case 'removeColumn': {
      const row = table.getFirstChild()
      if ($isTableRowNode(row) && row.getChildrenSize() <= 1) $removeTable(table)
      else $deleteTableColumnAtSelection()
      return
    }
    case 'removeTable':
      $removeTable(table)
  }
}

function $hasHeaderRow(table: TableNode): boolean {
  const row = table.getFirstChild()
  return $isTableRowNode(row) && row.getChildren().some((cell) => $isTableCellNode(cell) && cell.hasHeader())
}

function $removeTable(table: TableNode): void {
  const next = $createFindingBlock()
  table.insertAfter(next)
  table.remove()
  next.select()
}
