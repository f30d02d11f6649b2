/**
 * What the rest of the window may ask of a text editor. No Lexical and no Yjs in here: whoever holds an `EditorApi` sees plain values.
 */
import type { BlockKind, Mark } from '../../shared/document/blocks.ts'
import type { BodySection } from '../../shared/domain/fieldTable.ts'
import type { Readable } from '../replica/shapes.ts'

export interface EditorState {
  /** Marks that all selected text has, or that typing would have. */
  readonly marks: readonly Mark[]
  /** Of the selected blocks; undefined when they differ. */
  readonly kind: BlockKind | undefined
  /** The address at the caret or of all selected text. */
  readonly link: string | undefined
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly hasFocus: boolean
  /** Some text is selected, not only a caret placed. */
  readonly hasSelection: boolean
  readonly isInTable: boolean
  /** No text at all. */
  readonly isEmpty: boolean
  readonly words: number
  readonly characters: number
}

export interface EditorApi {
  readonly state: Readable<EditorState>
  readonly isReadOnly: boolean
  /** Puts the focus into the text, at the last caret, or at the end. */
  focus(): void
  toggleMark(mark: Mark): void
  /** Sets the kind of the selected blocks; when all have it already, they become paragraphs. */
  setKind(kind: BlockKind): void
  indent(): void
  outdent(): void
  /** Ticks or clears the selected check items. */
  toggleCheck(): void
  insertTable(rows: number, columns: number): void
  changeTable(change: TableChange): void
  /** Opens the box in which the address of the selected text is set. */
  link(): void
  undo(): void
  redo(): void
  /** Opens the find bar. */
  find(): void
  /** Scrolls to the section and puts the caret below its heading; adds the heading when it is missing. */
  jumpToSection(section: BodySection): void
  /** Puts words into a paragraph of their own behind the top-level block with this index, and the caret at their end. */
  putBack(text: string, at: number): void
  /** The text of a section without its heading, '' when there is none. */
  sectionText(section: BodySection): string
}

export type TableChange =
  | 'rowAbove'
  | 'rowBelow'
  | 'columnBefore'
  | 'columnAfter'
  | 'headerRow'
  | 'removeRow'
  | 'removeColumn'
  | 'removeTable'
