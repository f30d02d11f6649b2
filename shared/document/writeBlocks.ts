/**
 * Reads and writes a finding's text straight in its Yjs tree, without an editor, exactly as the editor's binding stores it: templates,
 * the sample review, "share" copies, diff and export go through here. Written text is shown by the editor as it is and never rewritten.
 * Must not know: Lexical, the page.
 */
import * as Y from 'yjs'
import { type Line, rewriteText, type StoredRun } from './blockText.ts'
import type { Block, Run, TableBlock, TableCell, TextBlock } from './blocks.ts'
import {
  attributeNames,
  formatOf,
  isHeadingKind,
  isListKind,
  nodeTypes,
  parseIndent,
  parseKind,
  parseLink,
  parseSection,
  rootName,
  runsOf,
  type Stretch,
} from './richText.ts'

export const writeOrigin = 'writeBlocks'

/** Root of a finding's text. */
export function textRoot(doc: Y.Doc): Y.XmlElement {
  return doc.get(rootName, Y.XmlElement)
}

/**
 * Adds `blocks` to a seeded document as one transaction. They come before its last block; when that one is empty and the last of them is
 * no table, the last is written into it. So a fresh finding holds exactly `blocks`, and text of others typed meanwhile is kept.
 */
export function writeBlocks(doc: Y.Doc, blocks: readonly Block[]): void {
  const last = blocks.at(-1)
  if (last === undefined) return
  doc.transact(() => {
    const root = textRoot(doc)
    const end = root.length === 0 ? undefined : root.get(root.length - 1)
    const isInto = last.kind !== 'table' && isEmptyBlock(end)
    const added = isInto ? blocks.slice(0, -1) : blocks
    insertBlocks(root, isBlock(end) ? root.length - 1 : root.length, added)
    if (isInto) fill(end, last)
  }, writeOrigin)
}

export function readBlocks(doc: Y.Doc): Block[] {
  return textRoot(doc).toArray().flatMap(readElement)
}

type Child = Y.XmlElement | Y.XmlText | Y.XmlHook

function isBlock(node: Child | undefined): node is Y.XmlElement {
  return node instanceof Y.XmlElement && node.nodeName === nodeTypes.block
}

function isEmptyBlock(node: Child | undefined): node is Y.XmlElement {
  return isBlock(node) && node.toArray().every((child) => child instanceof Y.XmlText && child.length === 0)
}

/** Puts blocks into a parent that is part of a document, from `index` on. */
function insertBlocks(parent: Y.XmlElement, index: number, blocks: readonly Block[]): void {
  const elements = blocks.map((block) => new Y.XmlElement(block.kind === 'table' ? nodeTypes.table : nodeTypes.block))
  parent.insert(index, elements)
  blocks.forEach((block, at) => {
    const element = elements[at]
    if (element === undefined) return
    if (block.kind === 'table') fillTable(element, block)
    else fill(element, block)
  })
}

/** Attributes and text of a block that is part of a document. */
function fill(element: Y.XmlElement, block: TextBlock): void {
  if (block.kind !== 'p') set(element, attributeNames.kind, block.kind)
  if (block.indent !== undefined && block.indent !== 0) set(element, attributeNames.indent, parseIndent(block.indent))
  if (block.isChecked === true) set(element, attributeNames.isChecked, true)
  if (block.section !== undefined) set(element, attributeNames.section, block.section)
  rewriteText(element, linesOf(block.runs))
}

function linesOf(runs: readonly Run[]): Line[] {
  const lines: StoredRun[][] = [[]]
  for (const run of runs) {
    const format = formatOf(run)
    const link = parseLink(run.link)
    const attributes = {
      ...(format === 0 ? {} : { [attributeNames.properties]: { __format: format } }),
      ...(link === '' ? {} : { [attributeNames.link]: link }),
    }
    run.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([])
      const line = lines.at(-1) ?? []
      const last = line.at(-1)
      // The editor joins neighbours that look the same; two would be rewritten as soon as somebody opened the text.
      if (last !== undefined && JSON.stringify(last.attributes) === JSON.stringify(attributes)) {
        line[line.length - 1] = { text: last.text + text, attributes }
      } else if (text !== '') {
        line.push({ text, attributes })
      }
    })
  }
  return lines
}

function fillTable(element: Y.XmlElement, table: TableBlock): void {
  const width = Math.max(1, ...table.rows.map((row) => row.length))
  for (const row of table.rows) {
    const line = new Y.XmlElement(nodeTypes.tableRow)
    element.insert(element.length, [line])
    for (let column = 0; column < width; column++) {
      const cell = new Y.XmlElement(nodeTypes.tableCell)
      line.insert(column, [cell])
      const { isHeader = false, blocks } = row[column] ?? { blocks: [] }
      if (isHeader) set(cell, attributeNames.headerState, 1)
      insertBlocks(cell, 0, blocks.length === 0 ? [{ kind: 'p', runs: [] }] : blocks)
    }
  }
}

/** Yjs types attributes as text; the binding stores any JSON value. */
function set(element: Y.XmlElement, name: string, value: string | number | boolean): void {
  element.setAttribute(name, value as string)
}

function readElement(node: Child): Block[] {
  if (!(node instanceof Y.XmlElement)) return []
  if (node.nodeName === nodeTypes.block) return [readBlock(node)]
  if (node.nodeName !== nodeTypes.table) return []
  const rows = elementsIn(node, nodeTypes.tableRow)
  return [{ kind: 'table', rows: rows.map((row) => elementsIn(row, nodeTypes.tableCell).map(readCell)) }]
}

function readCell(cell: Y.XmlElement): TableCell {
  const blocks = blocksIn(cell).map(readBlock)
  return attributesOf(cell)[attributeNames.headerState] ? { isHeader: true, blocks } : { blocks }
}

/** All blocks below, also those of a table inside of a cell: such a table is not allowed, but its words are not dropped. */
function blocksIn(element: Y.XmlElement): Y.XmlElement[] {
  return element
    .toArray()
    .flatMap((child) => (isBlock(child) ? [child] : child instanceof Y.XmlElement ? blocksIn(child) : []))
}

function readBlock(block: Y.XmlElement): TextBlock {
  const attributes = attributesOf(block)
  const kind = parseKind(attributes[attributeNames.kind])
  const indent = isListKind(kind) ? parseIndent(attributes[attributeNames.indent]) : 0
  const isChecked = kind === 'check' && attributes[attributeNames.isChecked] === true
  const section = isHeadingKind(kind) ? parseSection(attributes[attributeNames.section]) : undefined
  return {
    kind,
    runs: runsOf(stretchesIn(block)),
    ...(indent === 0 ? {} : { indent }),
    ...(isChecked ? { isChecked } : {}),
    ...(section === undefined ? {} : { section }),
  }
}

function* stretchesIn(block: Y.XmlElement): Iterable<Stretch> {
  for (const child of block.toArray()) {
    if (child instanceof Y.XmlText) yield* stretchesOf(child)
    else if (child instanceof Y.XmlElement && child.nodeName === nodeTypes.lineBreak) {
      yield { text: '\n', format: 'break', link: '' }
    }
  }
}

/** One op of `Y.XmlText.toDelta()` as the binding writes it. */
interface StoredText {
  readonly insert: unknown
  readonly attributes?: Readonly<Record<string, unknown>>
}

function* stretchesOf(text: Y.XmlText): Iterable<Stretch> {
  for (const { insert, attributes = {} } of text.toDelta() as StoredText[]) {
    if (typeof insert !== 'string') continue
    const properties = attributes[attributeNames.properties] as { __format?: unknown } | null | undefined
    const format = properties?.__format
    yield {
      text: insert,
      format: typeof format === 'number' ? format : 0,
      link: parseLink(attributes[attributeNames.link]),
    }
  }
}

function elementsIn(parent: Y.XmlElement, type: string): Y.XmlElement[] {
  return parent.toArray().filter((child) => child instanceof Y.XmlElement && child.nodeName === type) as Y.XmlElement[]
}

function attributesOf(element: Y.XmlElement): Record<string, unknown> {
  return element.getAttributes()
}
