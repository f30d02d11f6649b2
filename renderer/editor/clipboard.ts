/**
 * Copy, cut, paste and drag. Everything that comes in goes through `paste/` first; Lexical's own reading of HTML and of its own
 * format is never reached, because both take what the clipboard says at its word.
 */
import {
  $createRangeSelection,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  COMMAND_PRIORITY_HIGH,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  COPY_COMMAND,
  CUT_COMMAND,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  mergeRegister,
  PASTE_COMMAND,
  PASTE_TAG,
  type RangeSelection,
} from 'lexical'
import { type Block, plainText } from '../../shared/document/blocks.ts'
import { $blockAround, $getKind } from './blocks.ts'
import { blocksToHtml } from './blocksToHtml.ts'
import { $copiedBlocks } from './copiedBlocks.ts'
import { $insertBlocks } from './insertBlocks.ts'
import { blocksOfHtml } from './paste/pasteHtml.ts'
import type { PasteOutcome } from './paste/pasteOutcome.ts'
import { blocksOfPlainText } from './paste/pastePlain.ts'

/** `onPasted` hears of each paste, so that what was left out can be said. */
export function registerClipboard(editor: LexicalEditor, onPasted: (outcome: PasteOutcome) => void): () => void {
  let dragged: RangeSelection | undefined

  const insert = (source: DataTransfer): void => {
    const outcome = readTransfer(source)
    editor.update(() => $insertBlocks($isInCode() ? plainBlocks(source) : outcome.blocks), {
      tag: [PASTE_TAG, HISTORY_PUSH_TAG],
      discrete: true,
    })
    onPasted(outcome)
  }

  const copy = (event: ClipboardEvent | KeyboardEvent | null): boolean => {
    const target = event instanceof ClipboardEvent ? event.clipboardData : null
    // Keys alone bring no clipboard; the browser's own event follows.
    if (target === null) return true
    event?.preventDefault()
    writeTransfer(target, $copiedBlocks($getSelection()))
    return true
  }

  return mergeRegister(
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        if (!(event instanceof ClipboardEvent) || event.clipboardData === null) return true
        event.preventDefault()
        insert(event.clipboardData)
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      (input) => {
        if (typeof input === 'string' || input.dataTransfer === null) return false
        // A correction by the spelling checker is text; everything else is a paste.
        if (input.inputType !== 'insertReplacementText') insert(input.dataTransfer)
        else $insertPlain(input.dataTransfer.getData('text/plain'))
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(COPY_COMMAND, copy, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      CUT_COMMAND,
      (event) => {
        if (!(event instanceof ClipboardEvent)) return true
        copy(event)
        const selection = $getSelection()
        if ($isRangeSelection(selection)) selection.removeText()
        else if (selection !== null) for (const node of selection.getNodes()) $blockAround(node)?.clear()
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DRAGSTART_COMMAND,
      (event) => {
        const selection = $getSelection()
        if (event.dataTransfer === null || !$isRangeSelection(selection) || selection.isCollapsed()) return false
        writeTransfer(event.dataTransfer, $copiedBlocks(selection))
        dragged = selection.clone()
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DROP_COMMAND,
      (event) => {
        event.preventDefault()
        const from = dragged
        dragged = undefined
        const { dataTransfer } = event
        // Files are for the evidence panel.
        if (dataTransfer === null || dataTransfer.files.length > 0) return true
        const place = document.caretPositionFromPoint(event.clientX, event.clientY)
        if (place === null) return true
        const range = new Range()
        range.setStart(place.offsetNode, place.offset)
        const outcome = readTransfer(dataTransfer)
        editor.update(() => $drop(range, outcome.blocks, from), { tag: [PASTE_TAG, HISTORY_PUSH_TAG] })
        if (from === undefined) onPasted(outcome)
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
  )
}

/** What is in a clipboard or a drag, as blocks. HTML first; when nothing of it can be used, its plain text. */
function readTransfer(source: DataTransfer): PasteOutcome {
  const plain = source.getData('text/plain')
  const html = source.getData('text/html')
  if (html === '') return blocksOfPlainText(plain)
  const outcome = blocksOfHtml(html, plain)
  return outcome.blocks.length === 0 && outcome.leftOut.hidden === 0
    ? { ...blocksOfPlainText(plain), leftOut: outcome.leftOut }
    : outcome
}

function writeTransfer(target: DataTransfer, blocks: readonly Block[]): void {
  target.setData('text/html', blocksToHtml(blocks))
  target.setData('text/plain', blocks.map(plainText).join('\n'))
}

function $isInCode(): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return false
  const block = $blockAround(selection.anchor.getNode())
  return block !== null && $getKind(block) === 'code'
}

/** Into code go the lines as they are, empty ones too. */
function plainBlocks(source: DataTransfer): Block[] {
  const text = source.getData('text/plain').replace(/\r\n?/g, '\n')
  return [{ kind: 'code', runs: [{ text }] }]
}

function $insertPlain(text: string): void {
  const selection = $getSelection()
  if ($isRangeSelection(selection)) selection.insertText(text)
}

/** Text dragged within the editor moves; from elsewhere it is copied. */
function $drop(range: Range, blocks: readonly Block[], from: RangeSelection | undefined): void {
  const target = $createRangeSelection()
  target.applyDOMRange(range)
  if (from === undefined) {
    $setSelection(target)
    $insertBlocks(blocks)
    return
  }
  const [start, end] = from.isBackward() ? [from.focus, from.anchor] : [from.anchor, from.focus]
  const isBefore = target.anchor.isBefore(start)
  if (!isBefore && !end.isBefore(target.anchor)) return
  // The later place first: then the earlier one is still where it was.
  const steps = [() => $setSelection(target), () => $insertBlocks(blocks)]
  const removal = () => {
    $setSelection(from.clone())
    from.clone().removeText()
  }
  if (isBefore) {
    removal()
    for (const step of steps) step()
  } else {
    for (const step of steps) step()
    removal()
  }
}
