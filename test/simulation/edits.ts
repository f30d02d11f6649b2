/** Carries out one edit in an editor, the way keys and menus do. Answers whether it changed anything: not every edit fits every text. */
import {
  $createTableCellNode,
  $createTableNodeWithDimensions,
  $createTableRowNode,
  $isTableNode,
  type TableNode,
} from '@lexical/table'
import {
  $createRangeSelection,
  $createTextNode,
  $getRoot,
  $isElementNode,
  $isRootNode,
  $isTextNode,
  $setSelection,
  type ElementNode,
  type LexicalNode,
  type RangeSelection,
  type TextNode,
} from 'lexical'
import {
  $createFindingBlock,
  $isFindingBlock,
  $setChecked,
  $setIndent,
  $setKind,
  type FindingBlock,
} from '../../renderer/editor/blocks.ts'
import { $setLink } from '../../renderer/editor/links.ts'
import type { Person } from './person.ts'
import { type Edit, kindAt } from './plan.ts'

const emoji = ['👩', '👨', '👩‍🔬', '🧪', '🧫']

export function carryOut(person: Person, edit: Edit): boolean {
  if (edit.op === 'undo' || edit.op === 'redo') {
    const can = edit.op === 'undo' ? person.bound.canUndo : person.bound.canRedo
    const could = can.get()
    if (edit.op === 'undo') person.bound.undo()
    else person.bound.redo()
    return could
  }
  let did = false
  person.editor.update(
    () => {
      did = $carryOut(edit)
    },
    { discrete: true },
  )
  return did
}

function $carryOut(edit: Edit): boolean {
  const { block: number, place, reach, word } = edit
  const blocks = $blocksIn($getRoot())
  const block = blocks[number % Math.max(1, blocks.length)]
  if (block === undefined) return false
  switch (edit.op) {
    case 'text':
      $caretIn(block, place).insertText(`${word} `)
      return true
    case 'emoji':
      return $putEmoji(block, place, reach)
    case 'linebreak':
      $caretIn(block, place).insertLineBreak()
      return true
    case 'split':
      $caretIn(block, place).insertParagraph()
      return true
    case 'del':
      return $withRange(block, place, reach, (range) => range.removeText())
    case 'format':
      return $withWords(block, place, reach, (range) =>
        range.formatText((['bold', 'italic', 'code', 'strikethrough'] as const)[reach % 4] ?? 'bold'),
      )
    case 'link':
      return $withRange(
        block,
        place,
        reach,
        () => void $setLink(reach % 4 === 0 ? null : `https://example.org/${reach % 3}`),
      )
    case 'merge':
      return $joinWithPrevious(block)
    case 'kind':
      $setKind(block, kindAt(reach))
      if (reach % 5 === 0) $setIndent(block, reach % 9)
      if (reach % 7 === 0) $setChecked(block, reach % 2 === 0)
      return true
    case 'list':
      block.insertAfter($createFindingBlock(kindAt(4 + (reach % 3))).append($createTextNode(`${word} `)))
      return true
    case 'para':
      block.insertAfter($createFindingBlock().append($createTextNode(`${word} `)))
      return true
    case 'table':
      if (tablesIn().length > 1) return false
      $topOf(block).insertAfter($createTableNodeWithDimensions(2, 2, reach % 2 === 0))
      return true
    case 'row':
      return $addRow(place, word)
    case 'rm': {
      const top = $topOf(block)
      if ($getRoot().getChildrenSize() < 3) return false
      top.remove()
      return true
    }
    case 'undo':
    case 'redo':
      return false
  }
}

function $blocksIn(element: ElementNode): FindingBlock[] {
  return element
    .getChildren()
    .flatMap((child) => ($isFindingBlock(child) ? [child] : $isElementNode(child) ? $blocksIn(child) : []))
}

function $topOf(block: FindingBlock): LexicalNode {
  let top: LexicalNode = block
  for (let up = top.getParent(); up !== null && up.getParent() !== null; up = up.getParent()) top = up
  return $isRootNode(block.getParent()) ? block : top
}

/** A caret between two words of the block, or at one of its ends. */
function $caretIn(block: FindingBlock, place: number): RangeSelection {
  const spots = $spotsIn(block)
  const spot = spots[place % Math.max(1, spots.length)]
  if (spot === undefined) return block.select(place % (block.getChildrenSize() + 1))
  return $select(spot.text, spot.offset, spot.text, spot.offset)
}

interface Spot {
  readonly text: TextNode
  readonly offset: number
}

/** Where a word of the block begins or ends; formats may cut a word into several texts. */
function $spotsIn(block: FindingBlock): Spot[] {
  const spots: Spot[] = []
  for (const text of block.getAllTextNodes()) {
    const words = text.getTextContent()
    const before = text.getPreviousSibling()
    if (!$isTextNode(before)) spots.push({ text, offset: 0 })
    for (let at = 1; at <= words.length; at++) if (words[at - 1] === ' ') spots.push({ text, offset: at })
    if (!$isTextNode(text.getNextSibling()) && !words.endsWith(' ')) spots.push({ text, offset: words.length })
  }
  return spots
}

function $withRange(
  block: FindingBlock,
  place: number,
  reach: number,
  change: (range: RangeSelection) => void,
): boolean {
  const texts = block.getAllTextNodes()
  if (texts.length === 0) return false
  const from = place % texts.length
  const first = texts[from] as TextNode
  const last = texts[Math.min(texts.length - 1, from + (reach % 3 === 0 ? 1 : 0))] as TextNode
  const start = whole(first.getTextContent(), place % (first.getTextContentSize() + 1))
  const end = whole(last.getTextContent(), (first === last ? start : 0) + 1 + (reach % 9))
  if (first === last && end <= start) return false
  change($select(first, start, last, end))
  return true
}

/** Whole words, so that no later edit lands inside of one. */
function $withWords(
  block: FindingBlock,
  place: number,
  reach: number,
  change: (range: RangeSelection) => void,
): boolean {
  const spots = $spotsIn(block)
  if (spots.length < 2) return false
  const from = place % (spots.length - 1)
  const start = spots[from] as Spot
  const end = spots[Math.min(spots.length - 1, from + 1 + (reach % 3))] as Spot
  change($select(start.text, start.offset, end.text, end.offset))
  return true
}

/** Moves an offset out of the middle of a character. */
function whole(text: string, offset: number): number {
  let at = Math.min(offset, text.length)
  while (at > 0 && /[\udc00-\udfff]/.test(text[at] ?? '')) at--
  return at
}

function $select(first: TextNode, start: number, last: TextNode, end: number): RangeSelection {
  const selection = $createRangeSelection()
  selection.anchor.set(first.getKey(), start, 'text')
  selection.focus.set(last.getKey(), end, 'text')
  $setSelection(selection)
  return selection
}

/** Half of the time puts one in the place of another: they share half of their code units. */
function $putEmoji(block: FindingBlock, place: number, reach: number): boolean {
  const chosen = emoji[reach % emoji.length] ?? '🧪'
  if (reach % 2 === 0) {
    for (const text of block.getAllTextNodes()) {
      const at = text.getTextContent().search(/👩|👨|🧪|🧫/u)
      if (at < 0) continue
      $select(text, at, text, at + 2).insertText(chosen)
      return true
    }
  }
  $caretIn(block, place).insertText(chosen)
  return true
}

/** Backspace at the start of a block: its text goes to the end of the one before. */
function $joinWithPrevious(block: FindingBlock): boolean {
  const previous = block.getPreviousSibling()
  if (!$isFindingBlock(previous)) return false
  const end = previous.getLastDescendant()
  const start = block.getFirstDescendant()
  const selection = $createRangeSelection()
  if ($isTextNode(end)) selection.anchor.set(end.getKey(), end.getTextContentSize(), 'text')
  else selection.anchor.set(previous.getKey(), previous.getChildrenSize(), 'element')
  if ($isTextNode(start)) selection.focus.set(start.getKey(), 0, 'text')
  else selection.focus.set(block.getKey(), 0, 'element')
  $setSelection(selection)
  selection.removeText()
  return true
}

function tablesIn(): TableNode[] {
  return $getRoot().getChildren().filter($isTableNode)
}

function $addRow(place: number, word: string): boolean {
  const tables = tablesIn()
  const table = tables[place % Math.max(1, tables.length)]
  if (table === undefined) return false
  const row = $createTableRowNode()
  for (const column of [0, 1]) {
    const block = $createFindingBlock()
    if (column === 0) block.append($createTextNode(`${word} `))
    row.append($createTableCellNode(0).append(block))
  }
  table.append(row)
  return true
}
