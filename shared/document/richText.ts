/**
 * How the text of a finding is stored in Yjs: the only node types and attribute names that may occur, and how each value is read.
 * The tree is Lexical's collaboration V2: `root-v2` holds elements; neighbouring text of a block shares one Y.XmlText; states of a
 * node are attributes with the prefix `s_`. Names here are stored and signed: never change one, add a new one.
 * Must not know: Lexical. Reading has to work where no editor is (export, diff, sign-off).
 */
import { type BodySection, bodySections } from '../domain/fieldTable.ts'
import { type BlockKind, blockKinds, type Mark, type Run } from './blocks.ts'

export const rootName = 'root-v2'

export const nodeTypes = {
  block: 'block',
  text: 'text',
  lineBreak: 'linebreak',
  tab: 'tab',
  table: 'table',
  tableRow: 'tablerow',
  tableCell: 'tablecell',
} as const

/** Names of Lexical states; in Yjs they carry the prefix `s_`. */
export const stateNames = {
  kind: 'kind',
  indent: 'indent',
  isChecked: 'isChecked',
  section: 'section',
  link: 'link',
} as const

export const attributeNames = {
  kind: 's_kind',
  indent: 's_indent',
  isChecked: 's_isChecked',
  section: 's_section',
  link: 's_link',
  /** Node type of a stretch of text, when it is a tab. */
  type: 't',
  /** Properties of a stretch of text; only `__format` is stored. */
  properties: 'p',
  /** Position among the texts of a block; keeps Yjs from joining neighbours. */
  position: 'i',
  headerState: '__headerState',
} as const

/** Lexical's format bits. What is not here is not stored: bits outside are dropped when read. */
export const markBits = { bold: 1, italic: 2, strikethrough: 4, code: 16 } as const satisfies Record<Mark, number>

const everyMark = Object.values(markBits).reduce((bits, bit) => bits | bit, 0)

export const deepestIndent = 8

export function parseKind(value: unknown): BlockKind {
  return blockKinds.find((kind) => kind === value) ?? 'p'
}

export function parseIndent(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) ? Math.min(Math.max(value, 0), deepestIndent) : 0
}

export function parseSection(value: unknown): BodySection | undefined {
  return bodySections.find((section) => section === value)
}

/** The address if it is an absolute http, https or mailto address without white space or control characters, else ''. */
export function parseLink(value: unknown): string {
  return typeof value === 'string' && /^(https?:\/\/|mailto:)[^\s\p{C}]+$/iu.test(value) ? value : ''
}

export function marksOf(format: number): Mark[] {
  const found: Mark[] = []
  for (const mark of ['bold', 'italic', 'code', 'strikethrough'] as const) if (format & markBits[mark]) found.push(mark)
  return found
}

export function formatOf(run: Run): number {
  return (run.marks ?? []).reduce((bits, mark) => bits | markBits[mark], 0)
}

export function isListKind(kind: BlockKind): boolean {
  return kind === 'bullet' || kind === 'number' || kind === 'check'
}

export function isHeadingKind(kind: BlockKind): boolean {
  return kind === 'h2' || kind === 'h3'
}

/** A stretch as found in a tree. */
export interface Stretch {
  readonly text: string
  /** Lexical format bits; `'break'` for a line break, which takes the marks of what stands before it. */
  readonly format: number | 'break'
  readonly link: string
}

/** Joins neighbours that look the same, so two trees that read the same give the same runs. */
export function runsOf(stretches: Iterable<Stretch>): Run[] {
  const runs: { text: string; format: number; link: string }[] = []
  for (const stretch of stretches) {
    if (stretch.text === '') continue
    const last = runs.at(-1)
    const isBreak = stretch.format === 'break'
    const format = stretch.format === 'break' ? (last?.format ?? 0) : stretch.format & everyMark
    const link = isBreak ? (last?.link ?? '') : stretch.link
    if (last !== undefined && last.format === format && last.link === link) last.text += stretch.text
    else runs.push({ text: stretch.text, format, link })
  }
  return runs.map(({ text, format, link }) => ({
    text,
    ...(format === 0 ? {} : { marks: marksOf(format) }),
    ...(link === '' ? {} : { link }),
  }))
}
