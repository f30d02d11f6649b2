/** The commands of the text, for palette, tooltips and the key sheet: words and keys stand here, and only here. */
import type { BlockKind, Mark } from '../../shared/document/blocks.ts'
import type { Command } from '../commands/command.ts'
import type { Words } from '../text/en.ts'
import type { EditorApi } from './editorApi.ts'

export const markKeys: Readonly<Record<Mark, string>> = {
  bold: 'Mod+B',
  italic: 'Mod+I',
  code: 'Mod+E',
  strikethrough: 'Mod+Shift+X',
}

/** Digits, because every keyboard has them in the same place. */
export const kindKeys: Readonly<Partial<Record<BlockKind, string>>> = {
  h2: 'Mod+Shift+1',
  h3: 'Mod+Shift+2',
  number: 'Mod+Shift+7',
  bullet: 'Mod+Shift+8',
  check: 'Mod+Shift+9',
}

export const editorKeys = {
  link: 'Mod+K',
  undo: 'Mod+Z',
  redo: 'Mod+Shift+Z',
  redoAlso: 'Mod+Y',
  find: 'Mod+F',
  check: 'Mod+Enter',
} as const

/** `words` is the whole catalogue. Call again when `api.state` changes: availability depends on it. Undo and redo are the screen's. */
export function editorCommands(api: EditorApi, { editor: words }: Words): Command[] {
  const { hasFocus, hasSelection, link, kind, isInTable } = api.state.get()
  const canWrite = !api.isReadOnly
  const make = (
    id: string,
    label: string,
    isAvailable: boolean,
    run: () => void,
    keys?: string,
    also?: string,
  ): Command => ({
    id: `text.${id}`,
    group: 'text',
    label,
    isAvailable,
    run,
    ...(keys === undefined ? {} : { keys, hearsItsKeys: keys !== editorKeys.find }),
    ...(also === undefined ? {} : { alsoFoundBy: also.split(', ') }),
  })
  const marks = (Object.keys(markKeys) as Mark[]).map((mark) =>
    make(mark, words.marks[mark], canWrite, () => api.toggleMark(mark), markKeys[mark]),
  )
  const kinds = (Object.keys(words.kinds) as BlockKind[]).map((each) =>
    make(each, words.kinds[each], canWrite, () => api.setKind(each), kindKeys[each], words.kindsAlso[each]),
  )
  return [
    ...marks,
    make(
      'link',
      words.link.set,
      canWrite && hasFocus && (hasSelection || link !== undefined),
      () => api.link(),
      editorKeys.link,
    ),
    ...kinds,
    make('indent', words.indent, canWrite, () => api.indent()),
    make('outdent', words.outdent, canWrite, () => api.outdent()),
    make('check', words.toggleCheck, canWrite && kind === 'check', () => api.toggleCheck(), editorKeys.check),
    make('table', words.table.insert, canWrite && !isInTable, () => api.insertTable(3, 3), undefined, words.table.also),
    make('find', words.find.command, true, () => api.find(), editorKeys.find),
  ]
}
