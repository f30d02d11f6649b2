/**
 * What a block looks like in the page: real headings, quotes, code and lists, so that screen readers read them as such.
 * Each list item is a list of its own with its place told by `aria-posinset`, `aria-setsize` and `start`, because blocks are flat in
 * the document: nesting is a number, and moving an item never re-creates a neighbour that somebody else is typing in.
 * Must not know: Lexical's tree; it is given the values.
 */
import type { BlockKind } from '../../shared/document/blocks.ts'
import { isListKind } from '../../shared/document/richText.ts'

export interface BlockLook {
  readonly kind: BlockKind
  readonly indent: number
  readonly isChecked: boolean
}

/** Words that the DOM needs; given through the editor's theme as `blockWords`. */
export interface BlockWords {
  /** Name of the box of a check item. */
  readonly done: string
}

/** Marks the element inside a block that holds its text. */
const textMark = 'data-block-text'

export function createBlockDom(page: Document, look: BlockLook, words: BlockWords | undefined): HTMLElement {
  const outer = page.createElement(outerTag(look.kind))
  outer.className = `block block-${look.kind}`
  if (look.kind === 'code') {
    const code = page.createElement('code')
    code.setAttribute(textMark, '')
    outer.setAttribute('spellcheck', 'false')
    outer.append(code)
  } else if (isListKind(look.kind)) {
    const entry = page.createElement('li')
    if (look.kind === 'check') {
      const box = page.createElement('span')
      box.className = 'block-box'
      box.contentEditable = 'false'
      box.setAttribute('role', 'checkbox')
      box.setAttribute('aria-label', words?.done ?? 'Done')
      box.tabIndex = -1
      const text = page.createElement('div')
      text.setAttribute(textMark, '')
      entry.append(box, text)
    } else {
      entry.setAttribute(textMark, '')
    }
    outer.append(entry)
  }
  updateBlockDom(outer, look)
  return outer
}

/** What may change without a new element. */
export function updateBlockDom(outer: HTMLElement, look: BlockLook): void {
  const indent = isListKind(look.kind) ? look.indent : 0
  outer.dataset['indent'] = String(indent)
  if (!isListKind(look.kind)) return
  outer.firstElementChild?.setAttribute('aria-level', String(indent + 1))
  if (look.kind !== 'check') return
  outer.dataset['checked'] = String(look.isChecked)
  boxOf(outer)?.setAttribute('aria-checked', String(look.isChecked))
}

/** The element that holds the text of a block. */
export function textElementOf(outer: HTMLElement): HTMLElement {
  return outer.querySelector<HTMLElement>(`[${textMark}]`) ?? outer
}

export function boxOf(outer: HTMLElement): HTMLElement | null {
  return outer.querySelector<HTMLElement>(':scope > li > .block-box')
}

/** Tells a list item its place among its neighbours: `place` of `count`, both from 1. */
export function placeListDom(outer: HTMLElement, place: number, count: number): void {
  setOnce(outer.firstElementChild, 'aria-posinset', String(place))
  setOnce(outer.firstElementChild, 'aria-setsize', String(count))
  if (outer.tagName === 'OL') setOnce(outer, 'start', String(place))
}

function setOnce(element: Element | null, name: string, value: string): void {
  if (element !== null && element.getAttribute(name) !== value) element.setAttribute(name, value)
}

function outerTag(kind: BlockKind): string {
  switch (kind) {
    case 'h2':
    case 'h3':
    case 'p':
      return kind
    case 'quote':
      return 'blockquote'
    case 'code':
      return 'pre'
    case 'number':
      return 'ol'
    case 'bullet':
    case 'check':
      return 'ul'
  }
}
