/** Undo and redo of this person's last change to the fields of a review, said in words. */
import type { ReviewSession } from '../replica/shapes.ts'
import type { Words } from '../text/en.ts'
import { announce, showToast } from '../ui/toasts.ts'
import { describeChange } from './describeChange.ts'

export function undoLast(session: ReviewSession, words: Words, lang: 'en' | 'de' = 'en'): void {
  if (!session.canUndo.get()) return announce(words.finding.nothingToUndo)
  const before = session.findings.get()
  session.undo()
  const what = describeChange(before, session.findings.get(), words, lang) || words.finding.lastChange
  showToast({
    text: words.finding.undone(what),
    action: { label: words.finding.redo, run: () => redoLast(session, words, lang) },
  })
}

export function redoLast(session: ReviewSession, words: Words, lang: 'en' | 'de' = 'en'): void {
  if (!session.canRedo.get()) return announce(words.finding.nothingToRedo)
  const before = session.findings.get()
  session.redo()
  const what = describeChange(before, session.findings.get(), words, lang) || words.finding.lastChange
  showToast({ text: words.finding.redone(what) })
}
