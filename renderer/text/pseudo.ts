/** A pseudo-language: every message 40 % longer, accented and bracketed, so that cut or untranslated words show at once. */
import type { Words } from './en.ts'

const accents: Record<string, string> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ö',
  u: 'ü',
  A: 'Å',
  E: 'É',
  O: 'Ö',
  U: 'Û',
  c: 'ç',
  n: 'ñ',
}

export function pseudoWord(text: string): string {
  if (text === '') return ''
  const accented = text.replace(/[aeiouAEOUcn]/g, (letter) => accents[letter] ?? letter)
  return `[${accented}${'~'.repeat(Math.ceil(text.length * 0.4))}]`
}

function convert(value: unknown): unknown {
  if (typeof value === 'string') return pseudoWord(value)
  if (typeof value === 'function') return (...args: unknown[]) => pseudoWord(String(value(...args)))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, convert(inner)]))
  return value
}

export function pseudo(words: Words): Words {
  return convert(words) as Words
}
