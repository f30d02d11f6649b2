/**
 * Reads and writes a finding's text straight in its Yjs tree, without an editor, exactly as the editor's binding stores it: templates,
 * the sample review, "share" copies, diff and export go through here. Written text is shown by the editor as it is and never rewritten.
 * Must not know: Lexical, the page.
 */
import * as Y from 'yjs'
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
  return doc.get(rootName, Y.XmlElement) as Y.XmlElement
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
    root.insert(isBlock(end) ? root.length - 1 : root.length, added.map(elementFrom))
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

function elementFrom(block: Block): Y.XmlElement {
  if (block.kind === 'table') return tableFrom(block)
  const element = new Y.XmlElement(nodeTypes.block)
  fill(element, block)
  return element
}

/** Attributes and texts of a block. `element` is new, or holds one empty text, which is used. */
function fill(element: Y.XmlElement, block: TextBlock): void {
  if (block.kind !== 'p') set(element, attributeNames.kind, block.kind)
  if (block.indent !== undefined && block.indent !== 0) set(element, attributeNames.indent, parseIndent(block.indent))
  if (block.isChecked === true) set(element, attributeNames.isChecked, true)
  if (block.section !== undefined) set(element, attributeNames.section, block.section)
  const kept = element.doc === null ? undefined : element.firstChild
  const parts = partsOf(block.runs)
  const [first = []] = parts
  const children: (Y.XmlText | Y.XmlElement)[] = []
  if (kept instanceof Y.XmlText && first !== 'break') {
    writeTexts(kept, first)
    parts.shift()
  }
  for (const part of parts) {
    if (part === 'break') {
      children.push(new Y.XmlElement(nodeTypes.lineBreak))
    } else {
      const text = new Y.XmlText()
      writeTexts(text, part)
      children.push(text)
    }
  }
  // Every block owns a text from birth, so two people who start typing in it share one.
  if (children.length === 0 && !(kept instanceof Y.XmlText)) children.push(new Y.XmlText())
  const kids = element.doc === null ? 0 : element.length
  element.insert(kids, children)
}

interface Piece {
  readonly text: string
  readonly run: Run
}

/** Texts between line breaks. */
function partsOf(runs: readonly Run[]): (Piece[] | 'break')[] {
  const parts: (Piece[] | 'break')[] = []
  for (const run of runs) {
    run.text.split('\n').forEach((text, index) => {
      if (index > 0) parts.push('break')
      if (text === '') return
      const open = parts.at(-1)
      if (Array.isArray(open)) open.push({ text, run })
      else parts.push([{ text, run }])
    })
  }
  return parts
}

function writeTexts(text: Y.XmlText, pieces: readonly Piece[]): void {
  const joined = joinAlike(pieces)
  text.insert(0, joined.map((piece) => piece.text).join(''))
  let at = 0
  joined.forEach(({ text: words, run }, index) => {
    const format = formatOf(run)
    const link = parseLink(run.link)
    text.format(at, words.length, {
      ...(format === 0 ? {} : { [attributeNames.properties]: { __format: format } }),
      ...(link === '' ? {} : { [attributeNames.link]: link }),
      ...(index === 0 ? {} : { [attributeNames.position]: index }),
    })
    at += words.length
  })
}

/** The editor joins neighbours that look the same; two would be rewritten as soon as somebody opened the text. */
function joinAlike(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    const isAlike =
      last !== undefined &&
      formatOf(last.run) === formatOf(piece.run) &&
      parseLink(last.run.link) === parseLink(piece.run.link)
    if (isAlike) joined[joined.length - 1] = { text: last.text + piece.text, run: last.run }
    else joined.push(piece)
  }
  return joined
}

function tableFrom(table: TableBlock): Y.XmlElement {
  const width = Math.max(1, ...table.rows.map((row) => row.length))
  const element = new Y.XmlElement(nodeTypes.table)
  element.insert(
    0,
    table.rows.map((row) => {
      const line = new Y.XmlElement(nodeTypes.tableRow)
      line.insert(
        0,
        Array.from({ length: width }, (_, column) => cellFrom(row[column] ?? { blocks: [] })),
      )
      return line
    }),
  )
  return element
}

function cellFrom(cell: TableCell): Y.XmlElement {
  const element = new Y.XmlElement(nodeTypes.tableCell)
  if (cell.isHeader === true) set(element, attributeNames.headerState, 1)
  element.insert(0, cell.blocks.length === 0 ? [elementFrom({ kind: 'p', runs: [] })] : cell.blocks.map(elementFrom))
  return element
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
  return element.getAttributes() as Record<string, unknown>
}
