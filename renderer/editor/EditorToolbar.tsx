/** The row of buttons above the text. Words and keys come from `editorCommands.ts`. */
import { useState } from 'react'
import { type BlockKind, blockKinds, type Mark } from '../../shared/document/blocks.ts'
import { useReadable } from '../replica/hooks.ts'
import { useText } from '../text/text.tsx'
import { Button, IconButton } from '../ui/Button.tsx'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { Menu } from '../ui/Menu.tsx'
import { Popover } from '../ui/Popover.tsx'
import { Toolbar } from '../ui/Toolbar.tsx'
import type { EditorApi, TableChange } from './editorApi.ts'
import { editorKeys, kindKeys, markKeys } from './editorCommands.ts'

export function EditorToolbar({ api }: { api: EditorApi }) {
  const words = useText().editor
  const state = useReadable(api.state)
  const kindWord = state.kind === undefined ? words.mixed : words.kinds[state.kind]
  const kindButton = (kind: BlockKind, icon: IconName) => (
    <IconButton
      icon={icon}
      label={words.kinds[kind]}
      keys={kindKeys[kind]}
      isPressed={state.kind === kind}
      keepsFocus
      onPress={() => api.setKind(kind)}
    />
  )
  return (
    <Toolbar label={words.toolbar} className="editor-toolbar">
      <Menu
        label={words.kindMenu}
        button={
          <Button kind="quiet" aria-label={words.kindOfBlock(kindWord)}>
            <span className="editor-kind">{kindWord}</span>
            <Icon name="chevronDown" size={14} />
          </Button>
        }
        entries={blockKinds.map((kind) => ({
          id: kind,
          label: words.kinds[kind],
          keys: kindKeys[kind],
          isSelected: state.kind === kind,
          run: () => {
            if (api.state.get().kind !== kind) api.setKind(kind)
            api.focus()
          },
        }))}
      />
      <Line />
      <MarkButtons api={api} />
      <Line />
      {kindButton('bullet', 'list')}
      {kindButton('number', 'numberedList')}
      {kindButton('check', 'checkList')}
      {kindButton('quote', 'quote')}
      {kindButton('code', 'codeBlock')}
      <Line />
      <IconButton
        icon="link"
        label={words.link.set}
        keys={editorKeys.link}
        isPressed={state.link !== undefined}
        isDisabled={!state.hasSelection && state.link === undefined}
        keepsFocus
        onPress={() => api.link()}
      />
      {state.isInTable ? <TableMenu api={api} /> : <TableSize api={api} />}
      <Line />
      <IconButton
        icon="undo"
        label={words.undo}
        keys={editorKeys.undo}
        isDisabled={!state.canUndo}
        keepsFocus
        onPress={() => api.undo()}
      />
      <IconButton
        icon="redo"
        label={words.redo}
        keys={editorKeys.redo}
        isDisabled={!state.canRedo}
        keepsFocus
        onPress={() => api.redo()}
      />
      <span className="editor-toolbar-gap" />
      <IconButton icon="search" label={words.find.command} keys={editorKeys.find} onPress={() => api.find()} />
    </Toolbar>
  )
}

const markIcons: readonly [Mark, IconName][] = [
  ['bold', 'bold'],
  ['italic', 'italic'],
  ['code', 'code'],
  ['strikethrough', 'strikethrough'],
]

export function MarkButtons({ api }: { api: EditorApi }) {
  const words = useText().editor
  const { marks } = useReadable(api.state)
  return markIcons.map(([mark, icon]) => (
    <IconButton
      key={mark}
      icon={icon}
      label={words.marks[mark]}
      keys={markKeys[mark]}
      isPressed={marks.includes(mark)}
      keepsFocus
      onPress={() => api.toggleMark(mark)}
    />
  ))
}

function Line() {
  return <span className="editor-toolbar-line" aria-hidden="true" />
}

const tableChanges: readonly (TableChange | 'line')[] = [
  'rowAbove',
  'rowBelow',
  'columnBefore',
  'columnAfter',
  'headerRow',
  'line',
  'removeRow',
  'removeColumn',
  'removeTable',
]

function TableMenu({ api }: { api: EditorApi }) {
  const words = useText().editor.table
  return (
    <Menu
      label={words.menu}
      button={<IconButton icon="table" label={words.menu} isPressed />}
      entries={tableChanges.map((change) =>
        change === 'line'
          ? change
          : {
              id: change,
              label: words[change],
              run: () => {
                api.changeTable(change)
                api.focus()
              },
            },
      )}
    />
  )
}

function TableSize({ api }: { api: EditorApi }) {
  const words = useText().editor.table
  const [rows, setRows] = useState(3)
  const [columns, setColumns] = useState(3)
  const number = (label: string, value: number, most: number, set: (value: number) => void) => (
    <label className="editor-number">
      {label}
      <input
        className="ui-input"
        type="number"
        min={1}
        max={most}
        value={value}
        onChange={(event) => set(Math.max(1, Math.min(most, Math.trunc(event.target.valueAsNumber) || 1)))}
      />
    </label>
  )
  return (
    <Popover label={words.insert} button={<IconButton icon="table" label={words.insert} />}>
      {(close) => (
        <form
          className="editor-table-size"
          onSubmit={(event) => {
            event.preventDefault()
            close()
            api.insertTable(rows, columns)
            api.focus()
          }}
        >
          {number(words.rows, rows, 100, setRows)}
          {number(words.columns, columns, 20, setColumns)}
          <Button kind="primary" type="submit">
            {words.insertNow}
          </Button>
        </form>
      )}
    </Popover>
  )
}
