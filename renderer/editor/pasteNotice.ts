/** What to say after a paste that left something out; '' when nothing was. */
import type { Words } from '../text/en.ts'
import type { PasteOutcome } from './paste/pasteOutcome.ts'

export function pasteNotice({ leftOut, reduced }: PasteOutcome, { editor: { paste: words } }: Words): string {
  const parts = (['images', 'hidden', 'links'] as const).filter((name) => leftOut[name] > 0)
  const list = parts.map((name) => words[name](leftOut[name])).join(', ')
  const sentences = [reduced === undefined ? '' : words[reduced], list === '' ? '' : words.leftOut(list)]
  return sentences.filter((sentence) => sentence !== '').join(' ')
}
