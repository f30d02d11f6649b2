/** What one row of numbers says and what can be filled in from its counts. Pure; numbers stay decimal text. */
import { proportion, readCount, wilson95 } from '../../shared/domain/metrics.ts'
import type { Row } from '../../shared/domain/fieldTable.ts'

export type MetricRow = Row<'metrics'>
export type MetricCells = Partial<Omit<MetricRow, 'id'>>

/** The value that the counts give, in the unit of the row; undefined without two fitting counts, or for units that are no share. */
export function valueFromCounts(row: MetricRow): string | undefined {
  const counts = countsOf(row)
  const factor = shareFactor(row.unit)
  if (!counts || factor === undefined) return undefined
  const share = proportion(counts.numerator, counts.denominator)
  return share === undefined ? undefined : scaled(share, factor)
}

/** The cells that "Fill in Wilson 95 %" writes: the interval, and value and unit where they are still empty. */
export function wilsonCells(row: MetricRow): MetricCells | undefined {
  const counts = countsOf(row)
  const factor = shareFactor(row.unit)
  if (!counts || factor === undefined) return undefined
  const interval = wilson95(counts.numerator, counts.denominator)
  if (!interval) return undefined
  const value = row.value.trim() === '' ? valueFromCounts(row) : undefined
  return {
    ciLow: scaled(interval.ciLow, factor),
    ciHigh: scaled(interval.ciHigh, factor),
    ciMethod: interval.ciMethod,
    ...(value === undefined ? {} : { value }),
    ...(row.unit.trim() === '' ? { unit: 'proportion' } : {}),
  }
}

/** `41 / 60 = 0.683 (0.558 to 0.787)`, with what is there. */
export function metricLine(row: MetricRow, interval: (low: string, high: string) => string): string {
  const counts = row.numerator !== '' && row.denominator !== '' ? `${row.numerator} / ${row.denominator}` : ''
  const unit = row.unit === '' || row.unit === 'proportion' ? '' : row.unit === '%' ? ' %' : ` ${row.unit}`
  const value = row.value === '' ? '' : `${row.value}${unit}`
  const range = row.ciLow !== '' && row.ciHigh !== '' ? `(${interval(row.ciLow, row.ciHigh)})` : ''
  return [[counts, value].filter(Boolean).join(' = '), range].filter(Boolean).join(' ')
}

function countsOf(row: MetricRow): { numerator: number; denominator: number } | undefined {
  const numerator = readCount(row.numerator)
  const denominator = readCount(row.denominator)
  if (!numerator.ok || !denominator.ok || denominator.value === 0 || numerator.value > denominator.value)
    return undefined
  return { numerator: numerator.value, denominator: denominator.value }
}

/** 1 for shares, 100 for per cent; a row without a unit is taken for a share. */
function shareFactor(unit: string): 1 | 100 | undefined {
  const plain = unit.trim().toLowerCase()
  if (plain === '' || plain === 'proportion') return 1
  return plain === '%' || plain === 'percent' || plain === 'per cent' ? 100 : undefined
}

/** Moves the decimal point by two places for per cent: 0.683 becomes 68.3. */
function scaled(share: string, factor: 1 | 100): string {
  if (factor === 1) return share
  const [whole = '0', fraction = ''] = share.split('.')
  const digits = whole + fraction.padEnd(2, '0')
  const point = whole.length + 2
  const left = digits.slice(0, point).replace(/^0+(?=\d)/, '')
  const right = digits.slice(point)
  return right === '' ? left : `${left}.${right}`
}
