/** A measured figure beside its goal, and the table of them. */
import { round } from './statistics.ts'

export type Verdict = 'met' | 'not met' | 'not measured' | ''

export interface Figure {
  /** As `P1 typing`. */
  readonly goal: string
  /** What was measured, with its size: `work per key, 10,000 words`. */
  readonly name: string
  readonly unit: string
  readonly ours?: number
  readonly floor?: number
  /** The bar in words, or '' for a figure that only informs. */
  readonly bar: string
  readonly verdict: Verdict
  /** Why it was not measured, or what to know when reading it. */
  readonly note?: string
}

interface Measured {
  readonly goal: string
  readonly name: string
  readonly unit: string
  readonly note?: string
}

/** Ours against a floor measured in the same run. */
export function againstFloor(what: Measured, ours: number, floor: number, most: number): Figure {
  const missing = unmeasured(what, `at most ${most} x floor`, ours, floor)
  if (missing !== undefined) return missing
  return { ...what, ours, floor, bar: `<= ${most} x`, verdict: ours <= floor * most ? 'met' : 'not met' }
}

/** Ours against a fixed bar. `floor` informs only. */
export function againstBar(what: Measured, ours: number, most: number, floor?: number): Figure {
  const missing = unmeasured(what, `<= ${most} ${what.unit}`, ours)
  if (missing !== undefined) return missing
  const verdict = ours <= most ? 'met' : 'not met'
  const beside = floor === undefined || Number.isNaN(floor) ? {} : { floor }
  return { ...what, ours, ...beside, bar: `<= ${most} ${what.unit}`, verdict }
}

/** A figure without a goal, for whoever looks for a cause. */
export function inform(what: Measured, ours: number, floor?: number): Figure {
  return {
    ...what,
    ...(Number.isFinite(ours) ? { ours } : {}),
    ...(floor === undefined || !Number.isFinite(floor) ? {} : { floor }),
    bar: '',
    verdict: '',
  }
}

export function notMeasured(goal: string, name: string, bar: string, why: string): Figure {
  return { goal, name, unit: '', bar, verdict: 'not measured', note: why }
}

/** The table as text, one line a figure. */
export function tableOf(figures: readonly Figure[]): string {
  const header = ['goal', 'figure', 'ours', 'floor', 'ratio', 'bar', 'result', '']
  const lines = figures.map((figure) => [
    figure.goal,
    figure.name,
    shown(figure.ours, figure.unit),
    shown(figure.floor, figure.unit),
    figure.ours === undefined || !figure.floor ? '' : (figure.ours / figure.floor).toFixed(2),
    figure.bar,
    figure.verdict,
    figure.note ?? '',
  ])
  const widths = header.map((title, column) =>
    Math.max(title.length, ...lines.map((line) => (column === 7 ? 0 : (line[column]?.length ?? 0)))),
  )
  const written = [header, ...lines].map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return [
    written[0],
    widths
      .map((width) => '-'.repeat(width))
      .join('  ')
      .trimEnd(),
    ...written.slice(1),
  ].join('\n')
}

function shown(value: number | undefined, unit: string): string {
  if (value === undefined) return '-'
  return `${round(value, Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0)} ${unit}`.trim()
}

function unmeasured(what: Measured, bar: string, ...values: number[]): Figure | undefined {
  if (values.every((value) => Number.isFinite(value))) return undefined
  return { ...what, bar, verdict: 'not measured', note: what.note ?? 'the page gave no figure' }
}
