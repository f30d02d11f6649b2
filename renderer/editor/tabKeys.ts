/**
 * Tab and Escape. Tab changes the level of a list item and goes to the next cell; anywhere else it leaves the text, as on any page.
 * After Escape, Tab always leaves: the keyboard is never caught.
 */
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  HISTORY_PUSH_TAG,
  KEY_DOWN_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical'
import { isListKind } from '../../shared/document/richText.ts'
import { $blockAround, $getKind } from './blocks.ts'
import { $shiftIndent } from './blockVerbs.ts'
import { $selectedBlocks } from './positions.ts'
import { $tableAround } from './tables.ts'

export function registerTabKeys(editor: LexicalEditor): () => void {
  let isLeaving = false
  return mergeRegister(
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (!['Tab', 'Shift', 'Escape'].includes(event.key)) isLeaving = false
        return false
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      KEY_ESCAPE_COMMAND,
      () => {
        isLeaving = true
        // Lexical would take the focus away.
        return true
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => {
        const selection = $getSelection()
        if (isLeaving || !$isRangeSelection(selection) || event.ctrlKey || event.altKey || event.metaKey) return true
        const block = $blockAround(selection.anchor.getNode())
        if (block === null) return true
        if ($getKind(block) === 'code' && !event.shiftKey) {
          event.preventDefault()
          selection.insertText('  ')
          return true
        }
        if ($selectedBlocks(selection).some((each) => isListKind($getKind(each)))) {
          event.preventDefault()
          editor.update(() => $shiftIndent(event.shiftKey ? -1 : 1), { tag: HISTORY_PUSH_TAG })
          return true
        }
        // In a table its own handler goes from cell to cell.
        return $tableAround(block) === null
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
  )
}
