/**
 * Links as a state on text. A link that wraps its text is another element in the shared tree, and wrapping moves the words away from
 * under somebody who types in them; a state is a format like bold and loses nothing.
 * `FindingText` is the only text class of the editor. Addresses that are not http, https or mailto are not stored and not shown.
 */
import {
  $createRangeSelection,
  $getSelection,
  $getState,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  $setState,
  createState,
  type EditorConfig,
  type LexicalEditor,
  type LexicalNode,
  TextNode,
} from 'lexical'
import { nodeTypes, parseLink, stateNames } from '../../shared/document/richText.ts'

const linkState = createState(stateNames.link, { parse: parseLink })

export class FindingText extends TextNode {
  override $config() {
    return this.config(nodeTypes.run, { extends: TextNode, stateConfigs: [linkState] })
  }

  /** Lexical joins neighbouring texts only where this says yes, and by default that is its own class alone. */
  override isSimpleText(): boolean {
    return this.getLatest().__mode === 0
  }

  override canInsertTextBefore(): boolean {
    return $getState(this, linkState) === ''
  }

  /** Typing at the end of a link goes on outside of it. */
  override canInsertTextAfter(): boolean {
    return $getState(this, linkState) === ''
  }

  override createDOM(config: EditorConfig, editor?: LexicalEditor): HTMLElement {
    const inner = super.createDOM(config, editor)
    const link = $getState(this, linkState, 'direct')
    if (link === '') return inner
    const anchor = inner.ownerDocument.createElement('a')
    anchor.href = link
    anchor.rel = 'noopener noreferrer'
    anchor.append(inner)
    return anchor
  }

  override updateDOM(previous: this, dom: HTMLElement, config: EditorConfig): boolean {
    const link = $getState(this, linkState, 'direct')
    if (link !== $getState(previous, linkState, 'direct')) return true
    if (link === '') return super.updateDOM(previous, dom, config)
    const inner = dom.firstElementChild
    return !(inner instanceof HTMLElement) || super.updateDOM(previous, inner, config)
  }
}

export function $isFindingText(node: LexicalNode | null | undefined): node is FindingText {
  return node instanceof FindingText
}

export function $getTextLink(node: LexicalNode): string {
  return $isFindingText(node) ? $getState(node, linkState) : ''
}

export function $setTextLink(node: FindingText, link: string): void {
  $setState(node, linkState, parseLink(link))
}

/** The link at the selection: the one that all of its text carries, or around the caret, else null. */
export function $getLink(): string | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return null
  const links = new Set(selection.getNodes().filter($isTextNode).map($getTextLink))
  const [only] = links
  return links.size === 1 && only !== undefined && only !== '' ? only : null
}

/**
 * Links the selected text, or with null takes the link away. With a caret inside a link the whole link is meant; with a caret elsewhere
 * nothing happens. Answers whether anything changed; false also for an address that is not allowed.
 */
export function $setLink(url: string | null): boolean {
  const link = url === null ? '' : parseLink(url)
  if (url !== null && link === '') return false
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return false
  if (selection.isCollapsed()) return $setLinkAround(selection.anchor.getNode(), link)
  const texts = selection.extract().filter($isFindingText)
  for (const text of texts) $setState(text, linkState, link)
  return texts.length > 0
}

/** Selects the whole link around the caret, so that a dialog can show what it is about to change. */
export function $selectLink(): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return false
  const texts = $linkedNeighbours(selection.anchor.getNode())
  const first = texts[0]
  const last = texts.at(-1)
  if (first === undefined || last === undefined) return false
  const range = $createRangeSelection()
  range.setTextNodeRange(first, 0, last, last.getTextContentSize())
  $setSelection(range)
  return true
}

function $setLinkAround(node: LexicalNode, link: string): boolean {
  const texts = $linkedNeighbours(node)
  for (const text of texts) $setState(text, linkState, link)
  return texts.length > 0
}

/** The texts of one link: it may be cut into several by formats. */
function $linkedNeighbours(node: LexicalNode): FindingText[] {
  if (!$isFindingText(node)) return []
  const link = $getTextLink(node)
  if (link === '') return []
  const texts = [node]
  for (let before = node.getPreviousSibling(); $isFindingText(before) && $getTextLink(before) === link; ) {
    texts.unshift(before)
    before = before.getPreviousSibling()
  }
  for (let after = node.getNextSibling(); $isFindingText(after) && $getTextLink(after) === link; ) {
    texts.push(after)
    after = after.getNextSibling()
  }
  return texts
}
