/** Taking a row out of a field of rows, with a way back. */
import type { RowsName } from '../../shared/domain/fieldTable.ts'
import type { ReviewSession } from '../replica/shapes.ts'
import type { Words } from '../text/en.ts'
import { showToast } from '../ui/toasts.ts'
import { focusElement } from './focusElement.ts'
import { undoLast } from './undoLast.ts'

/** Focus goes to the button that adds rows, which is always there. */
export function removeRow(session: ReviewSession, finding: string, field: RowsName, row: string, words: Words): void {
  session.removeRow(finding, field, row)
  focusElement(addRowId(field))
  showToast({
    text: words.finding.rowRemoved,
    action: { label: words.finding.undo, run: () => undoLast(session, words) },
  })
}

export function addRowId(field: RowsName): string {
  return `add-${field}`
}
