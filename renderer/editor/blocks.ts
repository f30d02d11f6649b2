/**
 * The one block of a finding's text. What kind it is (paragraph, heading, list item, …) is a state, not a class: making a paragraph a
 * heading changes one attribute and never re-creates the text that somebody else is typing in. Lists are flat: every item is a block.
 * Also here: what Enter and Backspace do to a block, and the way from and to the plain values of `shared/document/blocks.ts`.
 */
import {
  $createTableCellNode,
  $createTableNode,
  $createTableRowNode,
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  TableCellHeaderStates,
  TableCellNode,
  TableNode,
  TableRowNode,
} from '@lexical/table'
import {
  $create,
  $createLineBreakNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $getState,
  $isElementNode,
  $isLineBreakNode,
  $isRangeSelection,
  $isTextNode,
  $setState,
  type BaseSelection,
  createState,
  type DOMExportOutput,
  type EditorConfig,
  type ElementDOMSlot,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  ParagraphNode,
  type RangeSelection,
} from 'lexical'
import type { Block, BlockKind, Run, TableBlock, TableCell, TextBlock } from '../../shared/document/blocks.ts'
import {
  attributeNames,
  deepestIndent,
  formatOf,
  isHeadingKind,
  isListKind,
  nodeTypes,
  parseIndent,
  parseKind,
  parseSection,
  runsOf,
  type Stretch,
  stateNames,
} from '../../shared/document/richText.ts'
import type { BodySection } from '../../shared/domain/fieldTable.ts'
import { type BlockLook, createBlockDom, textElementOf, updateBlockDom } from './blockDom.ts'
import { $getTextLink, $setTextLink } from './links.ts'

// A default is stored as nothing at all, so that two ways to the same text leave the same document.
const kindState = createState(stateNames.kind, { parse: parseKind, unparse: (kind) => (kind === 'p' ? null : kind) })
const indentState = createState(stateNames.indent, { parse: parseIndent, unparse: (indent) => indent || null })
const checkedState = createState(stateNames.isChecked, {
  parse: (value) => value === true,
  unparse: (isChecked) => isChecked || null,
})
const sectionState = createState(stateNames.section, { parse: parseSection, unparse: (section) => section ?? null })

/** It extends the paragraph so that whatever treats paragraphs well (paste, tables, find) treats it well too. */
export class FindingBlock extends ParagraphNode {
  override $config() {
    return this.config(nodeTypes.block, {
      extends: ParagraphNode,
      stateConfigs: [kindState, indentState, checkedState, sectionState],
    })
  }

  override createDOM(config: EditorConfig, _editor?: LexicalEditor): HTMLElement {
    return createBlockDom(document, lookOf(this), config.theme['blockWords'])
  }

  override updateDOM(previous: FindingBlock, dom: HTMLElement, _config: EditorConfig): boolean {
    const look = lookOf(this)
    if (look.kind !== lookOf(previous).kind) return true
    updateBlockDom(dom, look)
    return false
  }

  override getDOMSlot(element: HTMLElement): ElementDOMSlot<HTMLElement> {
    return super.getDOMSlot(element).withElement(textElementOf(element))
  }

  /** Copied text carries plain elements: the box of a check item is not part of the text. */
  override exportDOM(_editor: LexicalEditor): DOMExportOutput {
    const look = lookOf(this.getLatest())
    const element = createBlockDom(document, look.kind === 'check' ? { ...look, kind: 'bullet' } : look, undefined)
    return { element, append: (children) => textElementOf(element).append(children) }
  }

  override getIndent(): number {
    return $getIndent(this)
  }

  override setIndent(indent: number): this {
    return $setState(this, indentState, parseIndent(indent))
  }

  override canIndent(): boolean {
    return isListKind($getKind(this)) && $getIndent(this) < deepestIndent
  }

  /** A whole heading or list item is copied as a block, not as loose text. */
  override extractWithChild(
    child: LexicalNode,
    selection: BaseSelection | null,
    destination: 'clone' | 'html',
  ): boolean {
    if ($getKind(this) === 'p') return super.extractWithChild(child, selection, destination)
    return $isRangeSelection(selection) && selection.getTextContent() === this.getTextContent()
  }

  override canMergeWhenEmpty(): true {
    return true
  }

  /** Enter. Lexical then moves what stands after the caret into the answered block. Enter in code: see `blockPlugin.ts`. */
  override insertNewAfter(selection: RangeSelection, restoreSelection = true): ParagraphNode {
    const kind = $getKind(this)
    if (this.isEmpty() && kind !== 'p') {
      this.collapseAtStart()
      return this
    }
    // At the start the text stays where others may be typing in it, and an empty block goes before it.
    if (!this.isEmpty() && isAtStart(this, selection)) {
      this.insertBefore($createFindingBlock(isHeadingKind(kind) ? 'p' : kind).setIndent($getIndent(this)))
      return this
    }
    const isLeavingHeading = isHeadingKind(kind) && isAtEnd(this, selection)
    const next = $createFindingBlock(isLeavingHeading ? 'p' : kind)
    if (isListKind(kind)) next.setIndent($getIndent(this))
    next.setDirection(this.getDirection())
    this.insertAfter(next, restoreSelection)
    return next
  }

  /** Backspace at the start: one level out, then a paragraph, then what Lexical does with paragraphs. */
  override collapseAtStart(): boolean {
    if ($getKind(this) === 'p') return super.collapseAtStart()
    const indent = $getIndent(this)
    if (indent > 0) this.setIndent(indent - 1)
    else $setKind(this, 'p')
    return true
  }
}

/** The node classes of every editor of a finding. Paragraphs made by anyone become blocks. */
export const editorNodes = [
  FindingBlock,
  { replace: ParagraphNode, with: () => new FindingBlock(), withKlass: FindingBlock },
  TableNode,
  TableRowNode,
  TableCellNode,
]

export function $createFindingBlock(kind: BlockKind = 'p'): FindingBlock {
  const block = $create(FindingBlock)
  return kind === 'p' ? block : $setState(block, kindState, kind)
}

export function $isFindingBlock(node: LexicalNode | null | undefined): node is FindingBlock {
  return node instanceof FindingBlock
}

export function $getKind(block: FindingBlock): BlockKind {
  return $getState(block, kindState)
}

export function $setKind(block: FindingBlock, kind: BlockKind): void {
  if ($getKind(block) !== kind) $setState(block, kindState, kind)
}

/** 0 for what is not a list item. */
export function $getIndent(block: FindingBlock): number {
  return isListKind($getKind(block)) ? $getState(block, indentState) : 0
}

export function $setIndent(block: FindingBlock, indent: number): void {
  block.setIndent(indent)
}

export function $isChecked(block: FindingBlock): boolean {
  return $getKind(block) === 'check' && $getState(block, checkedState)
}

export function $setChecked(block: FindingBlock, isChecked: boolean): void {
  $setState(block, checkedState, isChecked)
}

/** The section that this heading opens. Kept, though not shown, while the block is no heading. */
export function $getSection(block: FindingBlock): BodySection | undefined {
  return isHeadingKind($getKind(block)) ? $getState(block, sectionState) : undefined
}

export function $setSection(block: FindingBlock, section: BodySection | undefined): void {
  $setState(block, sectionState, section)
}

/** The states of a block as they are stored; null is the default, which is not stored. */
export function $storedStates(block: FindingBlock): Record<string, string | number | boolean | null> {
  const kind = $getState(block, kindState)
  return {
    [attributeNames.kind]: kind === 'p' ? null : kind,
    [attributeNames.indent]: $getState(block, indentState) || null,
    [attributeNames.isChecked]: $getState(block, checkedState) || null,
    [attributeNames.section]: $getState(block, sectionState) ?? null,
  }
}

/** The block around a node, or null. */
export function $blockAround(node: LexicalNode): FindingBlock | null {
  for (let at: LexicalNode | null = node; at !== null; at = at.getParent()) if ($isFindingBlock(at)) return at
  return null
}

/** For Backspace: when the caret stands at the start of a block that is more than a paragraph, makes it less. True when it did. */
export function $collapseAtBlockStart(): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false
  const block = $blockAround(selection.anchor.getNode())
  if (block === null || $getKind(block) === 'p' || !isAtStart(block, selection)) return false
  return block.collapseAtStart()
}

export function $nodesFromBlocks(blocks: readonly Block[]): LexicalNode[] {
  return blocks.map((block) => (block.kind === 'table' ? $tableFrom(block) : $blockFrom(block)))
}

/** The text of the current editor as plain values. */
export function $readBlocks(): Block[] {
  return $getRoot().getChildren().flatMap($readNode)
}

function lookOf(block: FindingBlock): BlockLook {
  return {
    kind: $getState(block, kindState, 'direct'),
    indent: $getState(block, indentState, 'direct'),
    isChecked: $getState(block, checkedState, 'direct'),
  }
}

function isAtStart(block: ElementNode, selection: RangeSelection): boolean {
  if (!selection.isCollapsed() || selection.anchor.offset !== 0) return false
  const node = selection.anchor.getNode()
  return block.is(node) || block.getFirstDescendant()?.is(node) === true
}

function isAtEnd(block: ElementNode, selection: RangeSelection): boolean {
  const { anchor } = selection
  const node = anchor.getNode()
  if (block.is(node)) return anchor.offset === block.getChildrenSize()
  return block.getLastDescendant()?.is(node) === true && anchor.offset === node.getTextContentSize()
}

function $blockFrom(block: TextBlock): FindingBlock {
  const node = $createFindingBlock(block.kind)
  if (block.indent !== undefined && block.indent !== 0) $setIndent(node, block.indent)
  if (block.isChecked === true) $setChecked(node, true)
  if (block.section !== undefined) $setSection(node, block.section)
  return node.append(...block.runs.flatMap($textsFrom))
}

function $textsFrom(run: Run): LexicalNode[] {
  const nodes: LexicalNode[] = []
  run.text.split('\n').forEach((line, index) => {
    if (index > 0) nodes.push($createLineBreakNode())
    if (line === '') return
    const text = $createTextNode(line).setFormat(formatOf(run))
    if (run.link !== undefined) $setTextLink(text, run.link)
    nodes.push(text)
  })
  return nodes
}

function $tableFrom(table: TableBlock): TableNode {
  const width = Math.max(1, ...table.rows.map((row) => row.length))
  return $createTableNode().append(
    ...table.rows.map((row) =>
      $createTableRowNode().append(
        ...Array.from({ length: width }, (_, column) => $cellFrom(row[column] ?? { blocks: [] })),
      ),
    ),
  )
}

function $cellFrom(cell: TableCell): TableCellNode {
  const state = cell.isHeader === true ? TableCellHeaderStates.ROW : TableCellHeaderStates.NO_STATUS
  const blocks = cell.blocks.length === 0 ? [$createFindingBlock()] : cell.blocks.map($blockFrom)
  return $createTableCellNode(state).append(...blocks)
}

function $readNode(node: LexicalNode): Block[] {
  if ($isFindingBlock(node)) return [$readBlock(node)]
  if (!$isTableNode(node)) return []
  const rows = node.getChildren().filter($isTableRowNode)
  return [{ kind: 'table', rows: rows.map((row) => row.getChildren().filter($isTableCellNode).map($readCell)) }]
}

function $readCell(cell: TableCellNode): TableCell {
  const blocks = $blocksIn(cell).map($readBlock)
  return cell.getHeaderStyles() === TableCellHeaderStates.NO_STATUS ? { blocks } : { isHeader: true, blocks }
}

/** All blocks below, also those of a table inside of a cell: such a table is not allowed, but its words are not dropped. */
function $blocksIn(element: ElementNode): FindingBlock[] {
  return element
    .getChildren()
    .flatMap((child) => ($isFindingBlock(child) ? [child] : $isElementNode(child) ? $blocksIn(child) : []))
}

function $readBlock(block: FindingBlock): TextBlock {
  const indent = $getIndent(block)
  const section = $getSection(block)
  return {
    kind: $getKind(block),
    runs: runsOf($stretches(block)),
    ...(indent === 0 ? {} : { indent }),
    ...($isChecked(block) ? { isChecked: true } : {}),
    ...(section === undefined ? {} : { section }),
  }
}

function* $stretches(element: ElementNode): Iterable<Stretch> {
  for (const child of element.getChildren()) {
    if ($isLineBreakNode(child)) yield { text: '\n', format: 'break', link: '' }
    else if ($isTextNode(child))
      yield { text: child.getTextContent(), format: child.getFormat(), link: $getTextLink(child) }
    else if ($isElementNode(child)) yield* $stretches(child)
  }
}
