/**
 * Running text for measurements: the same words for the same seed, on every page and every machine.
 * Must not know any editor.
 */
const vocabulary = (
  'model evaluator grader elicitation prompt refusal safeguard uplift capability scaffold transcript baseline sample ' +
  'threshold autonomy sandbox harness agent tool attempt success rate interval snapshot deployment misuse actor ' +
  'evidence limitation although because within without under after the a of and to in is was with for on by from that'
).split(' ')

/** Paragraphs of `perParagraph` words each (the last one may be shorter), `words` words in all. */
export function prose(words: number, perParagraph = 50, seed = 1): string[] {
  const next = seededRandom(seed)
  const paragraphs: string[] = []
  for (let written = 0; written < words; written += perParagraph) {
    const count = Math.min(perParagraph, words - written)
    const text = Array.from({ length: count }, () => vocabulary[Math.floor(next() * vocabulary.length)]).join(' ')
    paragraphs.push(`${text.charAt(0).toUpperCase()}${text.slice(1)}.`)
  }
  return paragraphs
}

/** Numbers from 0 (included) to 1 (excluded), the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
