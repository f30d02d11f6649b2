/**
 * `## ` at a line's start makes a heading, `**word**` makes it bold, and so on: while typing, never in what arrives or is pasted.
 * Each is a step of undo of its own, so one undo gives back what was typed.
 */
import {
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COLLABORATION_TAG,
  HISTORIC_TAG,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  PASTE_TAG,
  type TextFormatType,
} from 'lexical'
import type { BlockKind } from '../../shared/document/blocks.ts'
import type { markBits } from '../../shared/document/richText.ts'
import { $getKind, $setChecked, type FindingBlock } from './blocks.ts'
import { $becomeKind } from './blockVerbs.ts'
import { $textBeforeCaret } from './positions.ts'

const lineRules: readonly [pattern: RegExp, kind: BlockKind][] = [
  [/^# $/, 'h2'],
  [/^##+ $/, 'h3'],
  [/^[-*+] $/, 'bullet'],
  [/^\d{1,3}[.)] $/, 'number'],
  [/^\[[ xX]?\] $/, 'check'],
  [/^> $/, 'quote'],
  [/^``` $/, 'code'],
]

const wordRules: readonly [pattern: RegExp, mark: Extract<TextFormatType, keyof typeof markBits>][] = [
  [/(?<![*\w])\*\*(?=\S)([^*]*[^*\s])\*\*$/, 'bold'],
  [/(?<![*\w])\*(?=[^\s*])([^*]*[^*\s])\*$/, 'italic'],
  [/(?<![_\w])_(?=[^\s_])([^_]*[^_\s])_$/, 'italic'],
  [/(?<!`)`([^`]+)`$/, 'code'],
  [/(?<!~)~~(?=\S)([^~]*[^~\s])~~$/, 'strikethrough'],
]

export function registerMarkdownShortcuts(editor: LexicalEditor): () => void {
  return editor.registerUpdateListener(({ tags, dirtyLeaves, editorState, prevEditorState }) => {
    if (dirtyLeaves.size === 0 || editor.isComposing()) return
    if (tags.has(COLLABORATION_TAG) || tags.has(HISTORIC_TAG) || tags.has(PASTE_TAG) || tags.has(HISTORY_PUSH_TAG))
      return
    const typed = editorState.read(() => typedCharacter(prevEditorState.read(() => caret())))
    if (typed === ' ') editor.update($applyLineRule, { tag: HISTORY_PUSH_TAG })
    else if (typed !== undefined && '*_`~'.includes(typed)) editor.update($applyWordRule, { tag: HISTORY_PUSH_TAG })
  })
}

/** The character before the caret, when exactly one was typed. */
function typedCharacter(before: { key: string; offset: number } | undefined): string | undefined {
  const now = caret()
  if (now === undefined || before === undefined || now.key !== before.key || now.offset !== before.offset + 1)
    return undefined
  return now.text[now.offset - 1]
}

function caret(): { key: string; offset: number; text: string } | undefined {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return undefined
  const node = selection.anchor.getNode()
  return $isTextNode(node)
    ? { key: node.getKey(), offset: selection.anchor.offset, text: node.getTextContent() }
    : undefined
}

function $applyLineRule(): void {
  const place = $textBeforeCaret($getSelection())
  if (place === undefined) return
  const { block, text } = place
  const kindNow = $getKind(block)
  const rule = lineRules.find(([pattern]) => pattern.test(text))
  if (rule === undefined || (kindNow !== 'p' && !(kindNow === 'bullet' && rule[1] === 'check'))) return
  $removeStart(block, text.length)
  $becomeKind(block, rule[1])
  if (rule[1] === 'check' && /x/i.test(text)) $setChecked(block, true)
}

function $removeStart(block: FindingBlock, length: number): void {
  const first = block.getFirstChild()
  if (!$isTextNode(first)) return
  first.spliceText(0, length, '', false)
  first.select(0, 0)
}

function $applyWordRule(): void {
  const place = $textBeforeCaret($getSelection())
  const selection = $getSelection()
  if (place === undefined || !$isRangeSelection(selection) || $getKind(place.block) === 'code') return
  const node = selection.anchor.getNode()
  if (!$isTextNode(node) || node.hasFormat('code')) return
  const before = node.getTextContent().slice(0, selection.anchor.offset)
  for (const [pattern, mark] of wordRules) {
    const match = pattern.exec(before)
    const inner = match?.[1]
    if (match === null || inner === undefined || inner.trim() === '') continue
    const parts = node.splitText(match.index, match.index + match[0].length)
    const marked = parts[match.index === 0 ? 0 : 1]
    if (marked === undefined) return
    marked.setTextContent(inner)
    if (!marked.hasFormat(mark)) marked.toggleFormat(mark)
    // Typing goes on without the mark.
    const after = marked.selectEnd()
    after.setFormat(node.getFormat())
    return
  }
}
