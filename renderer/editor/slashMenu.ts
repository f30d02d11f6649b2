/**
 * The `/` menu: opens when a slash is typed at the start of a line, filters by what is typed after it. Knows keys and text, not the screen.
 */
import {
  $getSelection,
  $setSelection,
  COLLABORATION_TAG,
  COMMAND_PRIORITY_CRITICAL,
  HISTORY_PUSH_TAG,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  BLUR_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
  mergeRegister,
} from 'lexical'
import type { Readable } from '../replica/shapes.ts'
import { makeCell } from '../replica/readable.ts'
import { $getKind } from './blocks.ts'
import { $rangeInBlock, $textBeforeCaret } from './positions.ts'

type KeyCommand = LexicalCommand<KeyboardEvent | null>

export interface SlashChoice {
  readonly id: string
  readonly label: string
  readonly alsoFoundBy: readonly string[]
  /** Called after the typed `/…` was removed. */
  run(): void
}

export interface SlashState {
  readonly choices: readonly SlashChoice[]
  readonly selected: number
  /** Key of the block in which it was typed. */
  readonly block: string
}

export interface SlashMenu {
  readonly state: Readable<SlashState | undefined>
  select(place: number): void
  choose(place: number): void
  close(): void
  dispose(): void
}

/** `choices` may change with the language of the window. */
export function makeSlashMenu(editor: LexicalEditor, choices: () => readonly SlashChoice[]): SlashMenu {
  const state = makeCell<SlashState | undefined>(undefined)
  /** The block in which the menu was closed with Escape: it stays closed until the slash is gone. */
  let dismissed: string | undefined

  const close = (): void => state.set(undefined)

  const choose = (place: number): void => {
    const choice = state.get()?.choices[place]
    close()
    if (choice === undefined) return
    editor.update(
      () => {
        const typed = $textBeforeCaret($getSelection())
        if (typed === undefined || !typed.text.startsWith('/')) return
        const range = $rangeInBlock(typed.block, 0, typed.text.length)
        $setSelection(range)
        range.removeText()
      },
      { tag: HISTORY_PUSH_TAG, discrete: true },
    )
    choice.run()
  }

  const whenOpen = (command: KeyCommand, act: (now: SlashState) => void) =>
    editor.registerCommand(
      command,
      (event: KeyboardEvent | null) => {
        const now = state.get()
        if (now === undefined) return false
        event?.preventDefault()
        act(now)
        return true
      },
      COMMAND_PRIORITY_CRITICAL,
    )
  const move = (by: number) => (now: SlashState) => {
    const { length } = now.choices
    state.set({ ...now, selected: (now.selected + by + length) % length })
  }

  const stop = mergeRegister(
    editor.registerUpdateListener(({ editorState, tags, dirtyLeaves, dirtyElements }) => {
      const typed = editorState.read(() => {
        const place = $textBeforeCaret($getSelection())
        if (place === undefined || !/^\/[\p{L}\p{N} -]{0,24}$/u.test(place.text) || $getKind(place.block) === 'code')
          return undefined
        return { block: place.block.getKey(), query: place.text.slice(1) }
      })
      if (typed === undefined) {
        dismissed = undefined
        close()
        return
      }
      const now = state.get()
      // It opens by typing, not by moving the caret there or by what somebody else wrote.
      const isTyped = dirtyLeaves.size + dirtyElements.size > 0 && !tags.has(COLLABORATION_TAG) && typed.query === ''
      if (dismissed === typed.block || (now === undefined && !isTyped)) return
      const found = matching(choices(), typed.query)
      if (found.length === 0) close()
      else state.set({ choices: found, selected: Math.min(now?.selected ?? 0, found.length - 1), block: typed.block })
    }),
    whenOpen(KEY_ARROW_DOWN_COMMAND as KeyCommand, move(1)),
    whenOpen(KEY_ARROW_UP_COMMAND as KeyCommand, move(-1)),
    whenOpen(KEY_ENTER_COMMAND, (now) => choose(now.selected)),
    whenOpen(KEY_TAB_COMMAND as KeyCommand, (now) => choose(now.selected)),
    whenOpen(KEY_ESCAPE_COMMAND as KeyCommand, (now) => {
      dismissed = now.block
      close()
    }),
    editor.registerCommand(
      BLUR_COMMAND,
      () => {
        close()
        return false
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
  )

  return {
    state,
    select: (place) => {
      const now = state.get()
      if (now !== undefined) state.set({ ...now, selected: place })
    },
    choose,
    close,
    dispose: () => {
      stop()
      close()
    },
  }
}

function matching(choices: readonly SlashChoice[], query: string): readonly SlashChoice[] {
  const wanted = query.trim().toLocaleLowerCase()
  return choices.filter(({ label, alsoFoundBy }) =>
    [label, ...alsoFoundBy].some((words) =>
      words
        .toLocaleLowerCase()
        .split(/\s+/)
        .some((_, place, parts) => parts.slice(place).join(' ').startsWith(wanted)),
    ),
  )
}
