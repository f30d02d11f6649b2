/**
 * Find and replace. Matches are shown with the browser's own highlights, so finding never changes the document or its elements.
 */
import {
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  $isTextNode,
  $setSelection,
  type ElementNode,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
} from 'lexical'
import type { Readable } from '../replica/shapes.ts'
import { makeCell } from '../replica/readable.ts'
import { $isFindingBlock } from './blocks.ts'
import { $rangeInBlock } from './positions.ts'

export interface FindState {
  readonly isOpen: boolean
  readonly query: string
  readonly isCaseSensitive: boolean
  readonly count: number
  /** Which match is the current one, from 1; 0 when there is none. */
  readonly current: number
  /** More matches than are looked for. */
  readonly isCut: boolean
}

export interface FindText {
  readonly state: Readable<FindState>
  /** Opens with the selected words, when they are few. */
  open(): void
  close(): void
  setQuery(query: string, isCaseSensitive: boolean): void
  move(by: 1 | -1): void
  replaceCurrent(text: string): void
  /** One step of undo. Answers how many were replaced. */
  replaceAll(text: string): number
  dispose(): void
}

interface Match {
  readonly key: string
  readonly start: number
  readonly end: number
}

const mostMatches = 2000
const names = { all: 'editor-find', current: 'editor-find-current' } as const
const closed: FindState = { isOpen: false, query: '', isCaseSensitive: false, count: 0, current: 0, isCut: false }

export function makeFindText(editor: LexicalEditor): FindText {
  const state = makeCell(closed)
  let matches: readonly Match[] = []
  let frame = 0

  const search = (nearest?: Match): void => {
    const { query, isCaseSensitive, isOpen } = state.get()
    matches = isOpen && query !== '' ? editor.read(() => $matches(pattern(query, isCaseSensitive))) : []
    const place =
      nearest === undefined
        ? 0
        : Math.max(
            0,
            matches.findIndex((match) => isSameOrAfter(match, nearest)),
          )
    state.set({
      ...state.get(),
      count: matches.length,
      current: matches.length === 0 ? 0 : place + 1,
      isCut: matches.length === mostMatches,
    })
    paint()
  }

  const isSameOrAfter = (match: Match, other: Match): boolean => match.key === other.key && match.start >= other.start
  const current = (): Match | undefined => matches[state.get().current - 1]

  const paint = (): void => {
    if (typeof Highlight === 'undefined') return
    if (matches.length === 0) {
      CSS.highlights.delete(names.all)
      CSS.highlights.delete(names.current)
      return
    }
    const now = current()
    const ranges = editor.read(() => matches.map((match) => domRange(editor, match)))
    const others = ranges.filter((range, place) => range !== undefined && matches[place] !== now)
    CSS.highlights.set(names.all, new Highlight(...others.filter((range) => range !== undefined)))
    const own = ranges[state.get().current - 1]
    const highlight = new Highlight(...(own === undefined ? [] : [own]))
    highlight.priority = 1
    CSS.highlights.set(names.current, highlight)
  }

  const reveal = (): void => {
    const match = current()
    if (match === undefined) return
    const range = editor.read(() => domRange(editor, match))
    range?.startContainer.parentElement?.scrollIntoView({ block: 'nearest' })
  }

  const replace = (chosen: readonly Match[], text: string): void => {
    editor.update(
      () => {
        for (const match of [...chosen].reverse()) {
          const block = $getNodeByKey(match.key)
          if (!$isFindingBlock(block)) continue
          const range = $rangeInBlock(block, match.start, match.end)
          $setSelection(range)
          if (text === '') range.removeText()
          else range.insertText(text)
        }
      },
      { tag: [HISTORY_PUSH_TAG, 'skip-dom-selection'], discrete: true },
    )
  }

  const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
    if (!state.get().isOpen || (dirtyElements.size === 0 && dirtyLeaves.size === 0)) return
    cancelAnimationFrame(frame)
    const nearest = current()
    frame = requestAnimationFrame(() => search(nearest))
  })

  return {
    state,
    open: () => {
      const selected = editor.read(() => selectedWords(editor))
      state.set({ ...state.get(), isOpen: true, query: selected ?? state.get().query })
      search()
      reveal()
    },
    close: () => {
      const match = current()
      state.set({ ...state.get(), isOpen: false })
      matches = []
      paint()
      // The caret goes where the reader was.
      editor.update(() => {
        const block = match === undefined ? null : $getNodeByKey(match.key)
        if (match !== undefined && $isFindingBlock(block)) $setSelection($rangeInBlock(block, match.start, match.end))
      })
    },
    setQuery: (query, isCaseSensitive) => {
      const nearest = current()
      state.set({ ...state.get(), query, isCaseSensitive })
      search(nearest)
      reveal()
    },
    move: (by) => {
      const { count, current: at } = state.get()
      if (count === 0) return
      state.set({ ...state.get(), current: ((at - 1 + by + count) % count) + 1 })
      paint()
      reveal()
    },
    replaceCurrent: (text) => {
      const match = current()
      if (match === undefined) return
      replace([match], text)
      search({ ...match, start: match.start + text.length })
      reveal()
    },
    replaceAll: (text) => {
      const { length } = matches
      replace(matches, text)
      search()
      return length
    },
    dispose: () => {
      stop()
      cancelAnimationFrame(frame)
      matches = []
      paint()
    },
  }
}

/** Spaces match every kind of space; everything else is taken as written. */
function pattern(query: string, isCaseSensitive: boolean): RegExp {
  const literal = query.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replace(/[ \u00a0]/g, '[ \\u00a0]')
  return new RegExp(literal, isCaseSensitive ? 'gu' : 'giu')
}

function $matches(search: RegExp): Match[] {
  const found: Match[] = []
  const walk = (parent: ElementNode): void => {
    for (const child of parent.getChildren()) {
      if ($isFindingBlock(child)) {
        for (const match of child.getTextContent().matchAll(search)) {
          if (found.length >= mostMatches) return
          if (match[0] !== '')
            found.push({ key: child.getKey(), start: match.index, end: match.index + match[0].length })
        }
      } else if ($isElementNode(child)) walk(child)
    }
  }
  walk($getRoot())
  return found
}

function domRange(editor: LexicalEditor, match: Match): Range | undefined {
  const block = $getNodeByKey(match.key)
  if (!$isFindingBlock(block)) return undefined
  const { anchor, focus } = $rangeInBlock(block, match.start, match.end)
  const start = domPoint(editor, anchor.key, anchor.offset)
  const end = domPoint(editor, focus.key, focus.offset)
  if (start === undefined || end === undefined) return undefined
  const range = new Range()
  range.setStart(start.node, start.offset)
  range.setEnd(end.node, end.offset)
  return range
}

function domPoint(editor: LexicalEditor, key: string, offset: number): { node: Node; offset: number } | undefined {
  let node: Node | null = editor.getElementByKey(key)
  if (!$isTextNode($getNodeByKey(key))) return undefined
  while (node !== null && node.nodeType !== Node.TEXT_NODE) node = node.firstChild
  return node === null ? undefined : { node, offset: Math.min(offset, node.nodeValue?.length ?? 0) }
}

function selectedWords(editor: LexicalEditor): string | undefined {
  const text = editor.getRootElement()?.contains(document.activeElement) ? (getSelection()?.toString() ?? '') : ''
  return text.trim() !== '' && text.length <= 100 && !text.includes('\n') ? text : undefined
}
