/**
 * Pasted HTML as blocks. Only what the block model names gets in; everything else is dropped or becomes plain text. Knows nothing of
 * the editor. The HTML is parsed into an inert document, walked once, and never put on a page.
 */
import type { Block, BlockKind, Mark, TableCell, TextBlock } from '../../../shared/document/blocks.ts'
import { safeAddress } from '../linkAddress.ts'
import { BlockBuilder, plainPlace, sortedMarks, type Place } from './blockBuilder.ts'
import { cleanText } from './cleanText.ts'
import { gridOf, isLayoutTable, rowsOf } from './pasteTable.ts'
import { isReadable, plainAppearance, readStyle, type Appearance } from './pasteStyle.ts'
import { listParagraph, officeKind } from './pasteOffice.ts'
import { blocksOfPlainText } from './pastePlain.ts'
import { pasteLimits, type PasteOutcome } from './pasteOutcome.ts'
import { parseInert } from './parseInert.ts'
import { sheetStyles } from './sheetStyles.ts'

/** `plain` is the text that came with the HTML; it is used when the HTML is refused. */
export function blocksOfHtml(html: string, plain: string): PasteOutcome {
  if (html.length > pasteLimits.html) return { ...blocksOfPlainText(plain), reduced: 'tooLarge' }
  const parsed = parseInert(html)
  if (parsed === undefined) return { ...blocksOfPlainText(plain), reduced: 'notReadable' }
  if (!isBounded(parsed)) return { ...blocksOfPlainText(plain), reduced: 'tooComplex' }
  const walk = new PasteWalk(sheetStyles(parsed))
  walk.children(parsed.body, outermost)
  return walk.outcome()
}

interface Scope {
  readonly place: Place
  readonly marks: ReadonlySet<Mark>
  readonly link: string | undefined
  readonly appearance: Appearance
  readonly listKind: BlockKind
  /** Lists around this point. */
  readonly depth: number
  /** Inside a list item or a code block: inner paragraphs are lines of it. */
  readonly isOneBlock: boolean
  readonly isInCell: boolean
}

const outermost: Scope = {
  place: plainPlace,
  marks: new Set(),
  link: undefined,
  appearance: plainAppearance,
  listKind: 'bullet',
  depth: 0,
  isOneBlock: false,
  isInCell: false,
}

const droppedTags = new Set(
  (
    'SCRIPT STYLE TITLE HEAD META LINK BASE TEMPLATE NOSCRIPT IFRAME FRAME FRAMESET OBJECT EMBED APPLET VIDEO AUDIO CANVAS SVG MAP ' +
    'NOEMBED NOFRAMES INPUT BUTTON SELECT TEXTAREA OPTION DATALIST PROGRESS METER DIALOG XML ANNOTATION ANNOTATION-XML RP'
  ).split(' '),
)
const blockTags = new Set(
  (
    'P DIV H1 H2 H3 H4 H5 H6 UL OL LI DL DT DD PRE LISTING BLOCKQUOTE SECTION ARTICLE ASIDE HEADER FOOTER NAV MAIN FIGURE FIGCAPTION ' +
    'ADDRESS FORM FIELDSET LEGEND DETAILS SUMMARY HR CENTER HGROUP SEARCH TABLE CAPTION THEAD TBODY TFOOT TR TD TH'
  ).split(' '),
)
const kindByTag: Record<string, BlockKind> = {
  H1: 'h2',
  H2: 'h2',
  H3: 'h3',
  H4: 'h3',
  H5: 'h3',
  H6: 'h3',
  PRE: 'code',
  LISTING: 'code',
  BLOCKQUOTE: 'quote',
}
const codeTags = new Set(['CODE', 'KBD', 'SAMP', 'TT'])

class PasteWalk {
  readonly #styles: ReadonlyMap<Element, string>
  readonly #blocks: Block[] = []
  readonly #leftOut = { images: 0, hidden: 0, links: 0 }
  #builder = new BlockBuilder()
  #isFull = false

  constructor(styles: ReadonlyMap<Element, string>) {
    this.#styles = styles
  }

  outcome(): PasteOutcome {
    this.#flush()
    const blocks = this.#blocks.slice(0, pasteLimits.blocks)
    const isCut = this.#isFull || this.#blocks.length > pasteLimits.blocks
    return isCut ? { blocks, leftOut: this.#leftOut, reduced: 'tooMany' } : { blocks, leftOut: this.#leftOut }
  }

  children(node: Node, scope: Scope): void {
    for (const child of node.childNodes) {
      if (this.#blocks.length + this.#builder.blocks.length > pasteLimits.blocks) {
        this.#isFull = true
        return
      }
      if (child.nodeType === Node.TEXT_NODE) this.#text(child.nodeValue ?? '', scope)
      else if (child instanceof Element || child.nodeType === Node.ELEMENT_NODE) this.#element(child as Element, scope)
    }
  }

  #text(raw: string, scope: Scope): void {
    const { text, smuggled } = cleanText(raw)
    this.#leftOut.hidden += smuggled
    if (isReadable(scope.appearance))
      this.#builder.add(text, scope.place, this.#marksOf(scope), scope.link, scope.appearance.isPre)
    else if (text.trim() !== '') this.#leftOut.hidden++
  }

  #marksOf(scope: Scope): readonly Mark[] {
    const set = new Set(scope.marks)
    const isHeading = scope.place.kind === 'h2' || scope.place.kind === 'h3'
    if (scope.appearance.isBold && !isHeading) set.add('bold')
    if (scope.appearance.isItalic) set.add('italic')
    if (scope.appearance.isStruck) set.add('strikethrough')
    return sortedMarks(set)
  }

  #element(element: Element, scope: Scope): void {
    const tag = element.tagName.toUpperCase()
    if (tag === 'IMG' || tag === 'PICTURE' || tag === 'V:IMAGEDATA') {
      this.#leftOut.images++
      return
    }
    if (droppedTags.has(tag) || /^[VWM]:/.test(tag)) return
    if (tag === 'BR') {
      if (!element.classList.contains('Apple-interchange-newline')) this.#builder.addLineBreak(scope.place)
      return
    }
    const raw = element.getAttribute('style') ?? ''
    if (/mso-list\s*:\s*ignore|mso-element\s*:\s*comment/i.test(raw) || /MsoCommentReference/i.test(element.className))
      return
    const style = readStyle(element, `${this.#styles.get(element) ?? ''};${raw}`, scope.appearance)
    if (style.isGone) {
      if (element.textContent.trim() !== '') this.#leftOut.hidden++
      return
    }
    const inner: Scope = { ...scope, appearance: style.appearance }
    if (tag === 'TABLE') this.#table(element, inner)
    else if (tag === 'UL' || tag === 'OL' || tag === 'MENU') this.#list(element, tag, inner)
    else if (tag === 'LI') this.#listEntry(element, inner)
    else if (blockTags.has(tag) || style.isBlock) this.#block(element, tag, raw, inner)
    else this.#inline(element, tag, inner)
  }

  #inline(element: Element, tag: string, scope: Scope): void {
    const marks = codeTags.has(tag) ? new Set([...scope.marks, 'code' as const]) : scope.marks
    let link = scope.link
    const target = tag === 'A' ? element.getAttribute('href') : null
    if (target !== null && !target.startsWith('#')) {
      link = safeAddress(target)
      if (link === undefined) this.#leftOut.links++
    }
    // Safari and Chrome mark the spaces that only they needed.
    if (element.classList.contains('Apple-converted-space')) this.#text(' ', scope)
    else this.children(element, { ...scope, marks, link })
  }

  #block(element: Element, tag: string, raw: string, scope: Scope): void {
    const office = listParagraph(element, raw)
    if (office !== undefined) {
      this.#builder.end()
      this.children(element, { ...scope, place: { ...office, isChecked: false }, isOneBlock: true })
      this.#builder.end()
      return
    }
    if (scope.isOneBlock) {
      this.#builder.softEnd()
      this.children(element, scope)
      this.#builder.softEnd()
      return
    }
    const isEditorCode = scope.appearance.isPre && scope.appearance.isMonospaced
    const kind = kindByTag[tag] ?? officeKind(element) ?? (isEditorCode ? 'code' : scope.place.kind)
    this.#builder.end()
    this.children(element, {
      ...scope,
      place: { ...plainPlace, kind: scope.place.kind === 'quote' && kind === 'p' ? 'quote' : kind },
      isOneBlock: kind === 'code',
    })
    this.#builder.end()
  }

  #list(element: Element, tag: string, scope: Scope): void {
    this.#builder.end()
    const listKind = tag === 'OL' ? 'number' : 'bullet'
    this.children(element, { ...scope, listKind, depth: scope.depth + 1, isOneBlock: false })
    this.#builder.end()
  }

  #listEntry(element: Element, scope: Scope): void {
    const level = Number(element.getAttribute('aria-level') ?? element.getAttribute('data-aria-level') ?? 1)
    const indent = Math.max(scope.depth, Number.isInteger(level) ? level : 1) - 1
    const box = element.querySelector(
      ':scope > input[type=checkbox], :scope > p > input[type=checkbox], :scope > label > input[type=checkbox]',
    )
    const isCheck = box !== null || element.getAttribute('role') === 'checkbox'
    const isChecked = box?.hasAttribute('checked') === true || element.getAttribute('aria-checked') === 'true'
    this.#builder.end()
    this.children(element, {
      ...scope,
      depth: Math.max(scope.depth, 1),
      place: { kind: isCheck ? 'check' : scope.listKind, indent: Math.max(indent, 0), isChecked },
      isOneBlock: true,
    })
    this.#builder.end()
  }

  #table(element: Element, scope: Scope): void {
    const grid = gridOf(element)
    // Inside something else, larger than a table may be, or only arranging a page: its cells as paragraphs.
    if (scope.isOneBlock || scope.isInCell || grid === undefined || isLayoutTable(element, grid)) {
      for (const row of rowsOf(element)) this.#block(row, 'TR', '', scope)
      return
    }
    this.#flush()
    const rows = grid.map((row) => row.map((cell) => this.#cell(cell, scope)))
    if (rows.some((row) => row.some((cell) => cell.blocks.length > 0))) this.#blocks.push({ kind: 'table', rows })
  }

  #cell(element: Element | undefined, scope: Scope): TableCell {
    if (element === undefined) return { blocks: [] }
    const outer = this.#builder
    this.#builder = new BlockBuilder()
    const isHeader = element.tagName === 'TH' || element.closest('thead') !== null
    const appearance = {
      ...readStyle(
        element,
        `${this.#styles.get(element) ?? ''};${element.getAttribute('style') ?? ''}`,
        scope.appearance,
      ).appearance,
    }
    // A header cell is bold by being one.
    this.children(element, {
      ...scope,
      place: plainPlace,
      isInCell: true,
      appearance: isHeader ? { ...appearance, isBold: false } : appearance,
    })
    this.#builder.end()
    const blocks: TextBlock[] = this.#builder.blocks
    this.#builder = outer
    return isHeader ? { isHeader, blocks } : { blocks }
  }

  /** Moves finished text blocks to the result, before something that is not one. */
  #flush(): void {
    this.#builder.end()
    this.#blocks.push(...this.#builder.blocks.splice(0))
  }
}

function isBounded(parsed: Document): boolean {
  if (parsed.getElementsByTagName('*').length > pasteLimits.elements) return false
  const walker = parsed.createTreeWalker(parsed.documentElement, NodeFilter.SHOW_ELEMENT)
  let depth = 0
  for (let node: Node | null = walker.currentNode; node !== null; ) {
    if (depth > pasteLimits.depth) return false
    if (walker.firstChild() !== null) depth++
    else {
      while (walker.nextSibling() === null) {
        if (walker.parentNode() === null) return true
        depth--
      }
    }
    node = walker.currentNode
  }
  return true
}
