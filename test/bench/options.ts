/** What `npm run bench` was asked for. */
import { parseArgs } from 'node:util'

export const parts = ['p1', 'p2', 'p3', 'p4', 'p5', 'p8'] as const
export type Part = (typeof parts)[number]

export interface BenchOptions {
  readonly only: ReadonlySet<Part>
  /** Visits of each page per size; medians are taken over them. */
  readonly reps: number
  /** Words in the text. */
  readonly sizes: readonly number[]
  /** Findings in the review, for P5. */
  readonly counts: readonly number[]
  /** Key presses per visit. */
  readonly keys: number
  /** Key presses of the one long visit that looks for the worst key; 0 leaves it out. */
  readonly worstKeys: number
  /** Visits for P4, each in a browser profile of its own. */
  readonly paints: number
  /** Shows that everything runs; its figures are not worth quoting. */
  readonly quick: boolean
  /** Also measures the stock V2 plugin, for comparison. */
  readonly withV2: boolean
}

/** Throws with a plain sentence when an argument makes no sense. */
export function readOptions(argv: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      only: { type: 'string', default: parts.join(',') },
      reps: { type: 'string' },
      sizes: { type: 'string' },
      counts: { type: 'string' },
      keys: { type: 'string' },
      'worst-keys': { type: 'string' },
      paints: { type: 'string' },
      quick: { type: 'boolean', default: false },
      v2: { type: 'boolean', default: false },
    },
  })
  const { quick } = values
  const wanted = values.only.toLowerCase().split(',')
  for (const part of wanted) {
    if (!parts.includes(part as Part)) throw new Error(`--only ${part}: there is ${parts.join(', ')}`)
  }
  return {
    only: new Set(wanted as Part[]),
    reps: positive('reps', values.reps, quick ? 1 : 3),
    sizes: list('sizes', values.sizes, quick ? [1000] : [1000, 10_000, 50_000]),
    counts: list('counts', values.counts, quick ? [100, 1000] : [10, 1000, 5000, 10_000]),
    keys: positive('keys', values.keys, quick ? 40 : 200),
    worstKeys: values['worst-keys'] === '0' ? 0 : positive('worst-keys', values['worst-keys'], quick ? 60 : 1000),
    paints: positive('paints', values.paints, quick ? 2 : 11),
    quick,
    withV2: values.v2,
  }
}

function positive(name: string, text: string | undefined, otherwise: number): number {
  const number = text === undefined ? otherwise : Number(text)
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} ${text}: a whole number from 1 is needed`)
  return number
}

function list(name: string, text: string | undefined, otherwise: readonly number[]): readonly number[] {
  return text === undefined ? otherwise : text.split(',').map((each) => positive(name, each, 0))
}
