/**
 * Finds by scattered letters, as palettes do. Higher is better; undefined is no match. Accents and case do not count.
 * A match at the start of a word counts more than one inside, and letters together more than letters apart.
 */
export function fuzzyScore(query: string, text: string): number | undefined {
  const wanted = fold(query)
  const found = fold(text)
  if (wanted === '') return 0
  // Initials: "nf" for "New finding".
  const initials = found.replace(/(\S)\S*\s*/g, '$1')
  if (wanted.length > 1 && initials.startsWith(wanted)) return 1400 - found.length / 100
  const whole = found.indexOf(wanted)
  if (whole >= 0) return 1000 - whole + (whole === 0 || found[whole - 1] === ' ' ? 500 : 0) - found.length / 100
  // Every word of the query somewhere, in any order: "new find" finds "Create a finding: new".
  const parts = wanted.split(' ').filter((part) => part !== '')
  if (parts.length > 1 && parts.every((part) => found.includes(part))) return 600 - found.length / 100
  let score = 0
  let place = -1
  for (const letter of wanted.replaceAll(' ', '')) {
    const next = found.indexOf(letter, place + 1)
    if (next < 0) return undefined
    const isStart = next === 0 || found[next - 1] === ' ' || found[next - 1] === '-'
    score += next === place + 1 ? 8 : isStart ? 6 : 0
    score -= Math.min(next - place, 10) / 4
    place = next
  }
  // Letters strewn over the text by chance are no match.
  return score > 2 * wanted.length ? score : undefined
}

/** The best score over several texts, as a label and its other words. */
export function bestScore(query: string, texts: readonly string[]): number | undefined {
  let best: number | undefined
  for (const text of texts) {
    const score = fuzzyScore(query, text)
    if (score !== undefined && (best === undefined || score > best)) best = score
  }
  return best
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss').toLowerCase().replace(/\s+/g, ' ').trim()
}
