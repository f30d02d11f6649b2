/**
 * Writes the text of one block into its Yjs element, changing as little as possible, so that what others type meanwhile stays.
 *
 * A block holds lines: one or more Y.XmlText each, with a line-break element between lines.
 * - A text is never removed while its block lives: joining two lines removes the break and leaves both texts standing side by side,
 *   and splitting a block leaves empty ones behind. So nobody's typing lands in something dead.
 * - The one thing that is copied is the rest of a line behind a new break; see `movedText.ts` for two people who do that at once.
 * - A character of two code units is never cut.
 * Must not know: Lexical.
 */
import * as Y from 'yjs'
import { movedTo } from './movedText.ts'
import { attributeNames, nodeTypes } from './richText.ts'

/** A stretch of text with what Yjs stores for it, besides its position among its neighbours. */
export interface StoredRun {
  readonly text: string
  readonly attributes: Readonly<Record<string, unknown>>
}

export type Line = readonly StoredRun[]

export interface TextRules {
  /** Moves an index of `text` off the middle of a character. */
  wholeCharacter(text: string, index: number): number
  /** Gives every line of a block a text. */
  ensureTexts(block: Y.XmlElement): void
}

export const textRules: TextRules = { wholeCharacter, ensureTexts }

/** Makes `block`, which is part of a document, hold `lines`. `caret` says where somebody just typed: it settles which of two "a"s is new. */
export function rewriteText(
  block: Y.XmlElement,
  lines: readonly Line[],
  caret?: number,
  rules: TextRules = textRules,
): void {
  rules.ensureTexts(block)
  const wanted = lines.map((line) => line.map((run) => run.text).join(''))
  const held = linesIn(block).map((texts) => texts.map(plainOf).join(''))
  if (wanted.length === held.length) {
    let start = 0
    wanted.forEach((text, index) => {
      if (text !== held[index]) {
        const at = caret === undefined ? undefined : caret - start
        const change = diff(held[index] ?? '', text, at, rules)
        // Lines before this one hold what is wanted by now.
        edit(block, { ...change, index: change.index + start })
      }
      start += text.length + 1
    })
  } else {
    edit(block, diff(held.join('\n'), wanted.join('\n'), caret, rules))
  }
  rules.ensureTexts(block)
  linesIn(block).forEach((texts, index) => {
    formatLine(texts, lines[index] ?? [])
  })
}

/** The texts of each line, in order. */
export function linesIn(block: Y.XmlElement): Y.XmlText[][] {
  const lines: Y.XmlText[][] = [[]]
  for (const child of block.toArray()) {
    if (child instanceof Y.XmlText) lines.at(-1)?.push(child)
    else if (isBreak(child)) lines.push([])
  }
  return lines
}

export function plainOf(text: Y.XmlText): string {
  let plain = ''
  for (let item = text._start; item !== null; item = item.right) {
    if (!item.deleted && item.content instanceof Y.ContentString) plain += item.content.str
  }
  return plain
}

/** A place in a block that stays with the text around it. `offset` counts characters, a line break as one. */
export function placeAt(block: Y.XmlElement, offset: number): Y.RelativePosition | null {
  let left = offset
  let last: Y.XmlText | null = null
  for (const child of block.toArray()) {
    if (child instanceof Y.XmlText) {
      const size = plainOf(child).length
      if (left <= size) return Y.createRelativePositionFromTypeIndex(child, left, left === 0 ? 0 : -1)
      left -= size
      last = child
    } else if (isBreak(child)) {
      left -= 1
    }
  }
  return last === null ? null : Y.createRelativePositionFromTypeIndex(last, plainOf(last).length, -1)
}

/** Where a place is now, also when its text was moved; null when its block is gone. */
export function findPlace(doc: Y.Doc, place: Y.RelativePosition): { block: Y.XmlElement; offset: number } | null {
  const moved = place.item === null ? null : movedTo(doc, place.item)
  const now = moved === null ? place : new Y.RelativePosition(null, null, moved, place.assoc)
  const found = Y.createAbsolutePositionFromRelativePosition(now, doc)
  if (found === null || !(found.type instanceof Y.XmlText) || !isAlive(found.type)) return null
  const block = found.type.parent
  if (!(block instanceof Y.XmlElement)) return null
  let offset = 0
  for (const child of block.toArray()) {
    if (child === found.type) return { block, offset: offset + found.index }
    offset += child instanceof Y.XmlText ? plainOf(child).length : 1
  }
  return null
}

/** Whether a type and everything around it is still in the document. */
export function isAlive(type: Y.XmlText | Y.XmlElement): boolean {
  for (let item = type._item; item !== null; item = (item.parent as Y.XmlElement)._item) if (item.deleted) return false
  return true
}

interface Change {
  readonly index: number
  readonly remove: number
  readonly insert: string
}

/**
 * The one stretch that differs. Where letters repeat it could lie in several places, and a wrong one lets another person's words land in
 * the middle of a word. What was typed ends at the caret; what was joined begins there; without a caret it lies as late as it can.
 */
function diff(before: string, after: string, caret: number | undefined, rules: TextRules): Change {
  const most = Math.min(before.length, after.length)
  const sameFromStart = (limit: number): number => {
    let count = 0
    while (count < limit && before[count] === after[count]) count++
    return count
  }
  const sameFromEnd = (limit: number): number => {
    let count = 0
    while (count < limit && before[before.length - 1 - count] === after[after.length - 1 - count]) count++
    return count
  }
  const isInside = caret !== undefined && caret >= 0 && caret <= after.length
  const behindCaret = isInside ? Math.min(most, after.length - caret) : 0
  let end = isInside ? sameFromEnd(behindCaret) : 0
  let start = 0
  if (isInside && end === after.length - caret) {
    start = sameFromStart(most - end)
    end = sameFromEnd(most - start)
  } else {
    start = sameFromStart(isInside ? Math.min(most, caret) : most)
    end = sameFromEnd(most - start)
    start = sameFromStart(most - end)
  }
  start = Math.min(rules.wholeCharacter(before, start), rules.wholeCharacter(after, start))
  // Seen from the end, a cut character moves the border the other way.
  const isCut = (text: string): boolean => rules.wholeCharacter(text, text.length - end) !== text.length - end
  if (end > 0 && (isCut(before) || isCut(after))) end--
  return { index: start, remove: before.length - start - end, insert: after.slice(start, after.length - end) }
}

function edit(block: Y.XmlElement, change: Change): void {
  if (change.remove > 0) removeRange(block, change.index, change.remove)
  if (change.insert !== '') insertAt(block, change.index, change.insert.split('\n'))
}

function removeRange(block: Y.XmlElement, index: number, length: number): void {
  let at = 0
  const end = index + length
  block.toArray().forEach((child) => {
    if (at >= end) return
    if (child instanceof Y.XmlText) {
      const size = plainOf(child).length
      const from = Math.max(index, at) - at
      const to = Math.min(end, at + size) - at
      if (from < to) child.delete(from, to - from)
      at += size
    } else {
      if (at >= index) block.delete(indexOf(block, child), 1)
      at += 1
    }
  })
}

/** Puts lines in: the first joins the text at the place, each further one stands behind a new break. */
function insertAt(block: Y.XmlElement, index: number, lines: readonly string[]): void {
  const { text, offset, isFirst } = textAt(block, index)
  const [first = '', ...rest] = lines
  const last = rest.at(-1)
  if (last === undefined) {
    insertText(text, offset, first)
    return
  }
  if (offset === 0 && isFirst && plainOf(text) !== '') {
    // At the start of a line nothing has to move: the new lines come before it.
    insertText(text, 0, last)
    let at = indexOf(block, text)
    for (const line of lines.slice(0, -1)) {
      const before = new Y.XmlText()
      block.insert(at, [before, new Y.XmlElement(nodeTypes.lineBreak)])
      insertText(before, 0, line)
      at += 2
    }
    return
  }
  const tail = plainOf(text).slice(offset)
  if (tail !== '') text.delete(offset, tail.length)
  insertText(text, offset, first)
  let at = indexOf(block, text) + 1
  for (const [number, line] of rest.entries()) {
    const next = new Y.XmlText()
    block.insert(at, [new Y.XmlElement(nodeTypes.lineBreak), next])
    insertText(next, 0, line)
    if (number === rest.length - 1) insertText(next, line.length, tail)
    at += 2
  }
}

/** Where text goes in at an index of the block: at a seam between two texts, into the left one. */
function textAt(block: Y.XmlElement, index: number): { text: Y.XmlText; offset: number; isFirst: boolean } {
  let left = index
  let isFirst = true
  for (const child of block.toArray()) {
    if (child instanceof Y.XmlText) {
      const size = plainOf(child).length
      if (left <= size) return { text: child, offset: left, isFirst }
      left -= size
      isFirst = false
    } else {
      // A line without a text: only where the rules give it none.
      if (left === 0) return { text: addText(block, indexOf(block, child)), offset: 0, isFirst: false }
      left -= 1
      isFirst = true
    }
  }
  return { text: addText(block, block.length), offset: 0, isFirst: false }
}

function addText(block: Y.XmlElement, at: number): Y.XmlText {
  const text = new Y.XmlText()
  block.insert(at, [text])
  return text
}

function insertText(text: Y.XmlText, index: number, words: string): void {
  if (words !== '') text.insert(index, words)
}

/** Gives each stretch its formats, where they differ. A run that crosses a seam is written in both texts. */
function formatLine(texts: readonly Y.XmlText[], line: Line): void {
  const runs = line.filter((run) => run.text !== '')
  let number = 0
  let used = 0
  for (const text of texts) {
    let left = plainOf(text).length
    const wanted: { insert: string; attributes: Record<string, unknown> }[] = []
    while (left > 0) {
      const run = runs[number]
      if (run === undefined) break
      const take = Math.min(left, run.text.length - used)
      const position = wanted.length === 0 ? {} : { [attributeNames.position]: wanted.length }
      wanted.push({ insert: run.text.slice(used, used + take), attributes: { ...run.attributes, ...position } })
      left -= take
      used += take
      if (used === run.text.length) {
        number++
        used = 0
      }
    }
    formatText(text, wanted)
  }
}

function formatText(text: Y.XmlText, wanted: readonly { insert: string; attributes: Record<string, unknown> }[]): void {
  const held = text.toDelta() as { insert: string; attributes?: Record<string, unknown> }[]
  const isSame =
    held.length === wanted.length &&
    held.every((part, index) => {
      const want = wanted[index]
      return part.insert === want?.insert && isSameFormat(part.attributes ?? {}, want.attributes)
    })
  if (isSame) return
  const cleared: Record<string, null> = {}
  for (const part of held) for (const name of Object.keys(part.attributes ?? {})) cleared[name] = null
  text.applyDelta(
    wanted.map(({ insert, attributes }) => ({ retain: insert.length, attributes: { ...cleared, ...attributes } })),
  )
}

function isSameFormat(one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  for (const name of names) if (JSON.stringify(one[name] ?? null) !== JSON.stringify(other[name] ?? null)) return false
  return true
}

function wholeCharacter(text: string, index: number): number {
  const isCut = /[\ud800-\udbff]/.test(text[index - 1] ?? '') && /[\udc00-\udfff]/.test(text[index] ?? '')
  return isCut ? index - 1 : index
}

/** Two people who begin to type in the same empty place have to share one text, so every line owns one from birth. */
function ensureTexts(block: Y.XmlElement): void {
  let hasText = false
  let at = 0
  for (const child of block.toArray()) {
    if (isBreak(child) && !hasText) {
      addText(block, at)
      at++
    }
    hasText = child instanceof Y.XmlText
    at++
  }
  if (!hasText) addText(block, at)
}

function isBreak(child: unknown): child is Y.XmlElement {
  return child instanceof Y.XmlElement && child.nodeName === nodeTypes.lineBreak
}

function indexOf(block: Y.XmlElement, child: unknown): number {
  return block.toArray().indexOf(child as Y.XmlElement)
}
