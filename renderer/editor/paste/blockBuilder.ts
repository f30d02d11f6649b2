/**
 * Collects pasted text into blocks: whitespace as a browser draws it, equal neighbours as one run, no empty blocks.
 */
import { marks, type BlockKind, type Mark, type Run, type TextBlock } from '../../../shared/document/blocks.ts'

export interface Place {
  readonly kind: BlockKind
  readonly indent: number
  readonly isChecked: boolean
}

export const plainPlace: Place = { kind: 'p', indent: 0, isChecked: false }

interface OpenRun {
  text: string
  readonly marks: readonly Mark[]
  readonly link: string | undefined
  /** Its spaces are meant. */
  isPre: boolean
}

interface OpenBlock {
  readonly place: Place
  readonly runs: OpenRun[]
}

export class BlockBuilder {
  readonly blocks: TextBlock[] = []
  #open: OpenBlock | undefined
  #breakIsDue = false

  /** Text as written in the source; `isPre` keeps its spaces and lines. */
  add(source: string, place: Place, textMarks: readonly Mark[], link: string | undefined, isPre: boolean): void {
    let text = isPre ? source : source.replace(/[ \t\n\r\f]+/g, ' ')
    const before = this.#lastCharacter()
    if (!isPre && (before === '' || before === ' ' || before === '\n' || this.#breakIsDue))
      text = text.replace(/^ /, '')
    if (text === '') return
    this.#open ??= { place, runs: [] }
    if (this.#breakIsDue) this.#put('\n', [], undefined, false)
    this.#breakIsDue = false
    this.#put(
      text,
      this.#open.place.kind === 'code' ? [] : textMarks,
      this.#open.place.kind === 'code' ? undefined : link,
      isPre,
    )
  }

  addLineBreak(place: Place): void {
    this.#open ??= { place, runs: [] }
    this.#put('\n', [], undefined, false)
  }

  /** Another paragraph inside the same list item or code block: a line break, once more text comes. */
  softEnd(): void {
    if (this.#open !== undefined && this.#open.runs.length > 0) this.#breakIsDue = true
  }

  end(): void {
    const open = this.#open
    this.#open = undefined
    this.#breakIsDue = false
    if (open === undefined) return
    const runs = trimmed(open.runs, open.place.kind === 'code')
    if (!runs.some((run) => run.text.trim() !== '')) return
    const { kind, indent, isChecked } = open.place
    const isNested = indent > 0 && (kind === 'bullet' || kind === 'number' || kind === 'check')
    this.blocks.push({
      kind,
      runs: runs.map(runOf),
      ...(isNested ? { indent: Math.min(indent, 8) } : {}),
      ...(kind === 'check' && isChecked ? { isChecked } : {}),
    })
  }

  #lastCharacter(): string {
    return this.#open?.runs.at(-1)?.text.at(-1) ?? ''
  }

  #put(text: string, textMarks: readonly Mark[], link: string | undefined, isPre: boolean): void {
    const runs = this.#open?.runs
    const last = runs?.at(-1)
    if (last !== undefined && last.link === link && (text === '\n' || last.marks.join() === textMarks.join()))
      Object.assign(last, { text: last.text + text, isPre })
    else runs?.push({ text, marks: textMarks, link, isPre })
  }
}

/** The marks in the order of the model, each once. */
export function sortedMarks(set: ReadonlySet<Mark>): readonly Mark[] {
  return marks.filter((mark) => set.has(mark))
}

function trimmed(runs: OpenBlock['runs'], isCode: boolean): OpenBlock['runs'] {
  const rest = runs.map((run) => ({ ...run }))
  for (let last = rest.at(-1); last !== undefined; last = rest.at(-1)) {
    last.text = last.text.replace(isCode ? /\s+$/ : last.isPre ? /\n+$/ : /[ \n]+$/, '')
    if (last.text !== '') break
    rest.pop()
  }
  for (let first = rest[0]; first !== undefined; first = rest[0]) {
    first.text = first.text.replace(isCode || first.isPre ? /^\n+/ : /^[ \n]+/, '')
    if (first.text !== '') break
    rest.shift()
  }
  return rest.map((run) => ({ ...run, text: isCode ? run.text : run.text.replace(/ +\n/g, '\n') }))
}

function runOf(run: OpenBlock['runs'][number]): Run {
  return {
    text: run.text,
    ...(run.marks.length > 0 ? { marks: run.marks } : {}),
    ...(run.link === undefined ? {} : { link: run.link }),
  }
}
