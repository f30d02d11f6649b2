/** The box in which a link is set: what it opens on, and what it does to the selected text. Not how it looks. */
import {
  $getSelection,
  $isRangeSelection,
  $setSelection,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type RangeSelection,
} from 'lexical'
import type { Readable } from '../replica/shapes.ts'
import { makeCell } from '../replica/readable.ts'
import { addressFromTyping } from './linkAddress.ts'
import { $getLink, $selectLink, $setLink } from './links.ts'

export interface LinkBoxState {
  /** '' for a new link. */
  readonly url: string
}

export interface LinkBox {
  readonly state: Readable<LinkBoxState | undefined>
  /** Needs selected text or a caret in a link; else nothing happens. */
  open(): void
  /** False when the address may not be a link. */
  save(typed: string): boolean
  remove(): void
  close(): void
  dispose(): void
}

export function makeLinkBox(editor: LexicalEditor): LinkBox {
  const state = makeCell<LinkBoxState | undefined>(undefined)
  /** The field of the box takes the selection with the focus; this is what was meant. */
  let meant: RangeSelection | undefined

  const close = () => {
    if (state.get() === undefined) return
    state.set(undefined)
    editor.focus()
  }

  const apply = (url: string | null) => {
    editor.update(
      () => {
        if (meant !== undefined) $setSelection(meant.clone())
        $setLink(url)
        const selection = $getSelection()
        if (!$isRangeSelection(selection)) return
        const [, end] = selection.isBackward()
          ? [selection.focus, selection.anchor]
          : [selection.anchor, selection.focus]
        selection.anchor.set(end.key, end.offset, end.type)
        selection.focus.set(end.key, end.offset, end.type)
      },
      { tag: HISTORY_PUSH_TAG, discrete: true },
    )
    close()
  }

  return {
    state,
    open: () => {
      let url: string | undefined
      editor.update(
        () => {
          const link = $getLink()
          const selection = $getSelection()
          if (!$isRangeSelection(selection)) return
          if (link !== null && selection.isCollapsed()) $selectLink()
          const range = $getSelection()
          if (!$isRangeSelection(range) || range.isCollapsed()) return
          meant = range.clone()
          url = link ?? ''
        },
        {
          // A key's handler is inside an update already: this one runs after it.
          onUpdate: () => {
            if (url !== undefined) state.set({ url })
          },
        },
      )
    },
    save: (typed) => {
      const address = addressFromTyping(typed)
      if (address === undefined) return false
      apply(address)
      return true
    },
    remove: () => apply(null),
    close,
    dispose: () => state.set(undefined),
  }
}
