/**
 * Builds one editor on one element and binds it to one document. Called from an effect, never while rendering: what is opened here is
 * closed by `close()`, so a component that React mounts twice has one editor and one binding at any time.
 * Must not know: React.
 */
import { registerRichText } from '@lexical/rich-text'
import { registerTableSelectionObserver } from '@lexical/table'
import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  createEditor,
  FORMAT_ELEMENT_COMMAND,
  FORMAT_TEXT_COMMAND,
  HISTORY_PUSH_TAG,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical'
import { blockKinds, type Mark, marks } from '../../shared/document/blocks.ts'
import { sectionLabel } from '../../shared/domain/vocabularies.ts'
import { isPressed, type KeyPress } from '../commands/keys.ts'
import type { LiveDoc } from '../replica/liveDoc.ts'
import { makeCell } from '../replica/readable.ts'
import type { Readable } from '../replica/shapes.ts'
import { isMac } from '../ui/KeyHint.tsx'
import { bindEditor, type BoundEditor } from './binding.ts'
import { registerBlocks } from './blockPlugin.ts'
import { $blockAround, $getKind, $nodesFromBlocks, editorNodes } from './blocks.ts'
import { $shiftIndent, $toggleChecked, $toggleKind } from './blockVerbs.ts'
import { registerClipboard } from './clipboard.ts'
import { registerWordCount, type TextSize } from './countWords.ts'
import type { EditorApi, EditorState } from './editorApi.ts'
import { editorKeys, kindKeys, markKeys } from './editorCommands.ts'
import { type FindText, makeFindText } from './findText.ts'
import { $insertBlocks } from './insertBlocks.ts'
import { type LinkBox, makeLinkBox } from './linkBox.ts'
import { registerMarkdownShortcuts } from './markdownShortcuts.ts'
import type { PasteOutcome } from './paste/pasteOutcome.ts'
import { looksSame, noSelection, readSelectionState } from './readState.ts'
import { $enterSection, $sectionText } from './sections.ts'
import { makeSlashMenu, type SlashChoice, type SlashMenu } from './slashMenu.ts'
import { registerTabKeys } from './tabKeys.ts'
import { $changeTable, $tableAround, emptyTable } from './tables.ts'
import { editorTheme } from './theme.ts'

export interface OpenEditorOptions {
  readonly lang: string
  readonly isReadOnly: boolean
  /** Name of the box of a check item. */
  readonly doneWord: string
  slashChoices(api: EditorApi): readonly SlashChoice[]
  onPasted(outcome: PasteOutcome): void
  onOpenLink(url: string): void
  onSize(size: TextSize): void
  /** The text on the screen can no longer be trusted; what was typed is in the document. */
  onFault(error: unknown): void
}

export interface OpenEditor {
  readonly api: EditorApi
  readonly find: FindText
  readonly slash: SlashMenu
  readonly linkBox: LinkBox
  elementOf(key: string): HTMLElement | null
  close(): void
}

/** `live` must be ready. */
export function openEditor(root: HTMLElement, live: LiveDoc, options: OpenEditorOptions): OpenEditor {
  const editor = createEditor({
    namespace: 'countersign',
    nodes: editorNodes,
    editable: !options.isReadOnly,
    theme: { ...editorTheme, blockWords: { done: options.doneWord } },
    onError: (error) => options.onFault(error),
  })
  const state = makeCell<EditorState>(
    { ...noSelection, canUndo: false, canRedo: false, hasFocus: false, words: 0, characters: 0 },
    looksSame,
  )
  const put = (change: Partial<EditorState>) => state.set({ ...state.get(), ...change })

  editor.setRootElement(root)
  const removers = [registerRichText(editor), registerTableSelectionObserver(editor, true), registerBlocks(editor)]
  const bound = bindEditor(editor, live, { onFault: (what, error) => console.warn(what, error) })
  const find = makeFindText(editor)
  const linkBox = makeLinkBox(editor)
  const api = makeApi(editor, bound, state, find, linkBox, options)
  const slash = makeSlashMenu(editor, () => options.slashChoices(api))
  removers.push(
    registerClipboard(editor, options.onPasted),
    registerMarkdownShortcuts(editor),
    registerTabKeys(editor),
    registerKeys(editor, api),
    registerFormatRules(editor),
    registerLinkClicks(root, api, options),
    editor.registerUpdateListener(({ editorState }) => put(readSelectionState(editorState))),
    bound.canUndo.subscribe(() => put({ canUndo: bound.canUndo.get() })),
    bound.canRedo.subscribe(() => put({ canRedo: bound.canRedo.get() })),
    registerFocus(root, (hasFocus) => put({ hasFocus })),
    registerWordCount(editor, options.lang, (size) => {
      put(size)
      options.onSize(size)
    }),
  )
  put(readSelectionState(editor.getEditorState()))

  return {
    api,
    find,
    slash,
    linkBox,
    elementOf: (key) => editor.getElementByKey(key),
    close: () => {
      find.dispose()
      slash.dispose()
      linkBox.dispose()
      for (const remove of removers.reverse()) remove()
      bound.dispose()
      editor.setRootElement(null)
    },
  }
}

const step = { tag: HISTORY_PUSH_TAG } as const

function makeApi(
  editor: LexicalEditor,
  bound: BoundEditor,
  state: Readable<EditorState>,
  find: FindText,
  linkBox: LinkBox,
  { lang, isReadOnly }: OpenEditorOptions,
): EditorApi {
  const change = (act: () => void) => {
    if (!isReadOnly) editor.update(act, step)
  }
  return {
    state,
    isReadOnly,
    focus: () => editor.focus(),
    toggleMark: (mark) => void editor.dispatchCommand(FORMAT_TEXT_COMMAND, mark),
    setKind: (kind) => change(() => $toggleKind(kind)),
    indent: () => change(() => $shiftIndent(1)),
    outdent: () => change(() => $shiftIndent(-1)),
    toggleCheck: () => change(() => $toggleChecked()),
    insertTable: (rows, columns) =>
      change(() => {
        $insertBlocks([emptyTable(rows, columns)])
        $tableAround($getSelection()?.getNodes()[0])?.selectStart()
      }),
    changeTable: (what) => change(() => $changeTable(what)),
    link: () => {
      if (!isReadOnly) linkBox.open()
    },
    undo: () => bound.undo(),
    redo: () => bound.redo(),
    find: () => find.open(),
    jumpToSection: (section) => {
      let key = ''
      editor.update(
        () => {
          key = $enterSection(section, sectionLabel(section, lang)).getKey()
        },
        { ...step, discrete: true },
      )
      editor.focus(() => editor.getElementByKey(key)?.scrollIntoView({ block: 'start' }))
    },
    putBack: (text, at) =>
      change(() => {
        const blocks = $nodesFromBlocks([{ kind: 'p', runs: [{ text }] }])
        const before = $getRoot().getChildAtIndex(at) ?? $getRoot().getLastChild()
        for (const block of blocks) {
          if (before === null) $getRoot().append(block)
          else before.insertAfter(block)
        }
        $getRoot()
          .getChildAtIndex(at + 1)
          ?.selectEnd()
      }),
    sectionText: (section) => editor.read(() => $sectionText(section)),
  }
}

/** Shortcuts that act on the text. The frame's command list names the same keys; here they are taken first, where the caret is. */
function registerKeys(editor: LexicalEditor, api: EditorApi): () => void {
  const acts = new Map<string, () => void>([
    [editorKeys.undo, () => api.undo()],
    [editorKeys.redo, () => api.redo()],
    [editorKeys.redoAlso, () => api.redo()],
    [editorKeys.find, () => api.find()],
  ])
  for (const mark of marks) acts.set(markKeys[mark], () => api.toggleMark(mark))
  for (const kind of blockKinds) {
    const keys = kindKeys[kind]
    if (keys !== undefined) acts.set(keys, () => api.setKind(kind))
  }
  return editor.registerCommand(
    KEY_DOWN_COMMAND,
    (event) => {
      const press = pressOf(event)
      const { kind, hasSelection, link } = api.state.get()
      const isKey = (keys: string) => isPressed(keys, press, isMac)
      let act = [...acts].find(([keys]) => isKey(keys))?.[1]
      if (isKey(editorKeys.link) && (hasSelection || link !== undefined)) act = () => api.link()
      if (isKey(editorKeys.check) && kind === 'check') act = () => api.toggleCheck()
      if (act === undefined) return false
      event.preventDefault()
      act()
      return true
    },
    COMMAND_PRIORITY_HIGH,
  )
}

function pressOf(event: KeyboardEvent): KeyPress {
  const { key, code, ctrlKey, metaKey, shiftKey, altKey } = event
  return { key, code, ctrlKey, metaKey, shiftKey, altKey, isAltGraph: event.getModifierState('AltGraph') }
}

/** Only the four marks, none of them in code, and no alignment, whatever keys or menus of the system ask for. */
function registerFormatRules(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(
      FORMAT_TEXT_COMMAND,
      (format) => {
        if (!editor.isEditable() || !marks.includes(format as Mark)) return true
        const selection = $getSelection()
        if (!$isRangeSelection(selection)) return false
        const block = $blockAround(selection.anchor.getNode())
        return block !== null && $getKind(block) === 'code'
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(FORMAT_ELEMENT_COMMAND, () => true, COMMAND_PRIORITY_HIGH),
  )
}

/** The small panels beside the text count as the text: going there by key must not close them. */
function registerFocus(root: HTMLElement, onFocus: (hasFocus: boolean) => void): () => void {
  const page = root.ownerDocument
  const tell = () => {
    const now = page.activeElement
    const panel = now?.closest('.editor-float:not(.editor-link-box)') ?? null
    onFocus(root.contains(now) || (panel !== null && panel.closest('.editor') === root.closest('.editor')))
  }
  // When a focus leaves, the next one is known only after the event.
  const tellSoon = () => setTimeout(tell)
  page.addEventListener('focusin', tell)
  page.addEventListener('focusout', tellSoon)
  return () => {
    page.removeEventListener('focusin', tell)
    page.removeEventListener('focusout', tellSoon)
  }
}

/** A link in the text never opens by itself: Mod+click, or a click or Enter where nothing can be written, asks the host. */
function registerLinkClicks(root: HTMLElement, api: EditorApi, options: OpenEditorOptions): () => void {
  const open = (event: Event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-link]') : null
    if (link?.dataset['link'] === undefined) return
    event.preventDefault()
    options.onOpenLink(link.dataset['link'])
  }
  const onClick = (event: MouseEvent) => {
    if (api.isReadOnly || (isMac ? event.metaKey : event.ctrlKey)) open(event)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (api.isReadOnly && event.key === 'Enter') open(event)
  }
  root.addEventListener('click', onClick)
  root.addEventListener('keydown', onKeyDown)
  return () => {
    root.removeEventListener('click', onClick)
    root.removeEventListener('keydown', onKeyDown)
  }
}
