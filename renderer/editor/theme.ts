/** Class names that the editor puts on its elements. */
import type { EditorThemeClasses } from 'lexical'

export const editorTheme: EditorThemeClasses = {
  text: { bold: 'text-bold', italic: 'text-italic', strikethrough: 'text-strikethrough', code: 'text-code' },
  table: 'text-table',
  tableCell: 'text-cell',
  tableCellHeader: 'text-cell-header',
  tableCellSelected: 'text-cell-selected',
  tableSelection: 'text-table-selection',
}
