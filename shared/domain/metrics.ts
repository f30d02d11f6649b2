/**
 * Numbers of a result. They are kept as decimal text, so what was typed is what is compared, shown and later signed; nothing here
 * stores a floating-point number. Only the interval helper computes with one, and gives text again.
 */
import { accept, refuse, type Result } from '../base/result.ts'

/** `units` divided by 10 to the power of `places`. */
export interface Decimal {
  readonly units: bigint
  readonly places: number
}

const longestDecimal = 40

/**
 * Reads what a person typed: spaces around it and one comma as decimal sign are allowed. Answers the decimal text to keep, with a
 * point and with every digit that was typed. Refuses `notNumber`.
 */
export function readDecimal(text: string): Result<string> {
  const trimmed = text
    .trim()
    .replace(/^−/, '-')
    .replace(/^([+-]?\d*),(\d+)$/, '$1.$2')
  const match = /^([+-]?)(\d*)(?:\.(\d+))?$/.exec(trimmed)
  const whole = match?.[2] ?? ''
  const fraction = match?.[3]
  if (match === null || (whole === '' && fraction === undefined) || trimmed.length > longestDecimal)
    return refuse('notNumber')
  const sign = match[1] === '-' ? '-' : ''
  const digits = whole.replace(/^0+(?=\d)/, '') || '0'
  return accept(sign + digits + (fraction === undefined ? '' : `.${fraction}`))
}

/** Reads a count: digits only, at most 15 of them. Refuses `notCount`. */
export function readCount(text: string): Result<number> {
  const trimmed = text.trim()
  return /^\d{1,15}$/.test(trimmed) ? accept(Number(trimmed)) : refuse('notCount')
}

export function parseDecimal(text: string): Decimal | undefined {
  const read = readDecimal(text)
  if (!read.ok) return undefined
  const [whole = '', fraction = ''] = read.value.split('.')
  return { units: BigInt(whole + fraction), places: fraction.length }
}

/** Negative, zero or positive, as a is below, equal to or above b. 0.5 equals 0.50. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const left = a.units * 10n ** BigInt(b.places)
  const right = b.units * 10n ** BigInt(a.places)
  return left < right ? -1 : left > right ? 1 : 0
}

/**
 * numerator / denominator with exactly `places` digits after the point, by integer arithmetic. A tie goes to the even digit
 * (1/16 is 0.062), as statistics tools print it. Undefined where there is no such proportion.
 */
export function proportion(numerator: number, denominator: number, places = 3): string | undefined {
  if (!isCount(numerator) || !isCount(denominator) || denominator === 0) return undefined
  const scaled = BigInt(numerator) * 10n ** BigInt(places)
  const whole = BigInt(denominator)
  const below = scaled / whole
  const twiceRest = (scaled % whole) * 2n
  const roundsUp = twiceRest > whole || (twiceRest === whole && below % 2n === 1n)
  return decimalText(below + (roundsUp ? 1n : 0n), places)
}

/** Whether a decimal may stand for numerator / denominator (times `factor`, 100 for per cent) at the digits that it has; ties may go either way. */
export function isProportion(value: Decimal, numerator: number, denominator: number, factor: 1 | 100 = 1): boolean {
  const exact = BigInt(numerator) * BigInt(factor) * 10n ** BigInt(value.places)
  const given = value.units * BigInt(denominator)
  const distance = given > exact ? given - exact : exact - given
  return distance * 2n <= BigInt(denominator)
}

export interface Interval {
  readonly ciLow: string
  readonly ciHigh: string
  readonly ciMethod: string
}

/**
 * The Wilson score interval at 95 % for numerator of denominator, for the button that fills it in.
 * E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927) 209-212. It behaves for small
 * samples and never leaves 0 to 1, which the textbook interval does. Undefined where there is no such proportion.
 */
export function wilson95(numerator: number, denominator: number, places = 3): Interval | undefined {
  if (!isCount(numerator) || !isCount(denominator) || denominator === 0 || numerator > denominator) return undefined
  const share = numerator / denominator
  const zz = z95 * z95
  const centre = (share + zz / (2 * denominator)) / (1 + zz / denominator)
  const half =
    (z95 * Math.sqrt((share * (1 - share)) / denominator + zz / (4 * denominator * denominator))) /
    (1 + zz / denominator)
  const low = numerator === 0 ? 0 : Math.max(0, centre - half)
  const high = numerator === denominator ? 1 : Math.min(1, centre + half)
  return { ciLow: low.toFixed(places), ciHigh: high.toFixed(places), ciMethod: 'wilson-95' }
}

/** The 97.5 % point of the standard normal distribution. */
const z95 = 1.959963984540054

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}

function decimalText(units: bigint, places: number): string {
  if (places === 0) return units.toString()
  const digits = units.toString().padStart(places + 1, '0')
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`
}
