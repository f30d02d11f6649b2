/**
 * Which characters of a pasted text are kept. Nobody sees control characters, so they go. Marks that scripts need stay: direction
 * marks, isolates, embeddings and overrides (Arabic, Hebrew, and findings that quote such an attack), joiners and non-joiners (Persian, emoji).
 * They are text of the finding; making them visible is the reader's side. Tag characters stay only inside a flag: elsewhere they
 * are a known way to smuggle a whole sentence that no person can see.
 */

// C0 and C1 without tab and line feed, byte order mark, interlinear and object-replacement signs, noncharacters.
// oxlint-disable-next-line no-control-regex -- these are exactly the characters to drop
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff\ufff9-\ufffc\ufffe\uffff]/g
const flagOrTags = /(\u{1f3f4}[\u{e0020}-\u{e007e}]{1,6}\u{e007f})|[\u{e0000}-\u{e007f}]+/gu
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

export interface CleanText {
  readonly text: string
  /** Stretches of tag characters that were dropped. */
  readonly smuggled: number
}

export function cleanText(raw: string): CleanText {
  let smuggled = 0
  const text = raw
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(unseen, '')
    .replace(flagOrTags, (_, flag: string | undefined) => {
      if (flag !== undefined) return flag
      smuggled++
      return ''
    })
    .replace(loneSurrogate, '\ufffd')
  return { text, smuggled }
}
