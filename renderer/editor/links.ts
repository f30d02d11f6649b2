/**
 * Links as a state on text. A link that wraps its text is another element in the shared tree, and wrapping moves the words away from
 * under somebody who types in them; a state is a format like bold and loses nothing. The text stays Lexical's own class: the class of a
 * text is stored like a format too, and a merge can lose it. Addresses that are not http, https or mailto are not stored and not shown.
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
  DEFAULT_EDITOR_DOM_CONFIG,
  type EditorDOMRenderConfig,
  type LexicalEditor,
  type LexicalNode,
  TextNode,
} from 'lexical'
import { parseLink, stateNames } from '../../shared/document/richText.ts'

// A default is stored as nothing at all, so that two ways to the same text leave the same document.
const linkState = createState(stateNames.link, { parse: parseLink, unparse: (link) => (link === '' ? null : link) })

/** Draws links, and lets typing at the end of one go on outside of it. Call it before there is text; call the answer to stop. */
export function registerLinks(editor: LexicalEditor): () => void {
  const base = editor._config.dom ?? DEFAULT_EDITOR_DOM_CONFIG
  editor._config = { ...editor._config, dom: drawingLinks(base) }
  const stop = editor.registerNodeTransform(TextNode, (text) => $endLinkBeforeTyped(editor, text))
  return () => {
    stop()
    editor._config = { ...editor._config, dom: base }
  }
}

export function $getTextLink(node: LexicalNode): string {
  return $isTextNode(node) ? $getState(node, linkState) : ''
}

export function $setTextLink(node: TextNode, link: string): void {
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
  const texts = selection.extract().filter($isTextNode)
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
function $linkedNeighbours(node: LexicalNode): TextNode[] {
  if (!$isTextNode(node)) return []
  const link = $getTextLink(node)
  if (link === '') return []
  const texts = [node]
  for (let before = node.getPreviousSibling(); $isTextNode(before) && $getTextLink(before) === link; ) {
    texts.unshift(before)
    before = before.getPreviousSibling()
  }
  for (let after = node.getNextSibling(); $isTextNode(after) && $getTextLink(after) === link; ) {
    texts.push(after)
    after = after.getNextSibling()
  }
  return texts
}

function drawingLinks(base: EditorDOMRenderConfig): EditorDOMRenderConfig {
  return {
    ...base,
    $createDOM: (node, editor) => {
      const dom = base.$createDOM(node, editor)
      const link = linkOf(node)
      if (link === '') return dom
      // Not an anchor: a browser puts what is typed at the end of one behind it, where no text of the editor is.
      const outer = dom.ownerDocument.createElement('span')
      outer.className = 'text-link'
      outer.dataset['link'] = link
      outer.title = link
      outer.setAttribute('role', 'link')
      if (!editor.isEditable()) outer.tabIndex = 0
      outer.append(dom)
      return outer
    },
    $updateDOM: (next, previous, dom, editor) => {
      const link = linkOf(next)
      if (link !== linkOf(previous)) return true
      if (link === '') return base.$updateDOM(next, previous, dom, editor)
      const inner = dom.firstElementChild
      return !(inner instanceof HTMLElement) || base.$updateDOM(next, previous, inner, editor)
    },
  }
}

function linkOf(node: LexicalNode): string {
  return node instanceof TextNode ? $getState(node, linkState, 'direct') : ''
}

/** Text that grew at the end of a link where the caret stands was typed after the link, not into it. */
function $endLinkBeforeTyped(editor: LexicalEditor, text: TextNode): void {
  const link = $getTextLink(text)
  if (link === '' || text.isComposing()) return
  const before = editor.getEditorState()._nodeMap.get(text.getKey())
  const selection = $getSelection()
  if (!(before instanceof TextNode) || linkOf(before) !== link || !$isRangeSelection(selection)) return
  const { anchor } = selection
  const had = before.__text.length
  const isTypedAtEnd =
    selection.isCollapsed() &&
    anchor.key === text.getKey() &&
    anchor.offset === text.getTextContentSize() &&
    text.getTextContentSize() > had &&
    text.getTextContent().startsWith(before.__text)
  if (!isTypedAtEnd) return
  const typed = text.splitText(had)[1]
  if (typed !== undefined) $setState(typed, linkState, '').select()
}
