/**
 * Human keys (F-001) of findings. Whoever creates a finding claims the next number; two people apart may claim the same one. Then the
 * earlier finding keeps it and the later one is shown under the next free number. Nothing is written for that: every device derives the
 * same keys from the same claims, so nobody can disagree and nothing can cross.
 */

export interface Claim {
  readonly finding: string
  /** Any value that the document holds; only a positive integer counts as a claim. */
  readonly number: unknown
  /** Milliseconds since 1970; `Infinity` when unknown, and for findings whose creation was undone. */
  readonly createdAt: number
}

/** The number of every claimed finding. A claimed number stays taken, also when its finding is gone. */
export function assignNumbers(claims: readonly Claim[]): Map<string, number> {
  const inOrder = [...claims].sort(earlierFirst)
  const numbers = new Map<string, number>()
  const taken = new Set<number>()
  const late: { finding: string; after: number }[] = []
  for (const { finding, number } of inOrder) {
    const claimed = isNumber(number) ? number : 0
    if (claimed === 0 || taken.has(claimed)) {
      late.push({ finding, after: claimed })
      continue
    }
    taken.add(claimed)
    numbers.set(finding, claimed)
  }
  const nextFree = freeNumbers(taken)
  for (const { finding, after } of late) numbers.set(finding, nextFree(after + 1))
  return numbers
}

export function formatKey(number: number): string {
  return `F-${String(number).padStart(3, '0')}`
}

/** The number to claim for a new finding: after all that are shown or claimed. */
export function nextNumber(numbers: Iterable<number>): number {
  let highest = 0
  for (const number of numbers) if (isNumber(number) && number > highest) highest = number
  return highest + 1
}

function earlierFirst(a: Claim, b: Claim): number {
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? -1 : 1
  return a.finding < b.finding ? -1 : a.finding > b.finding ? 1 : 0
}

/** Upper bound so that a foreign claim cannot push all later keys into absurd lengths. */
const highestNumber = 999_999

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= highestNumber
}

/** Finds free numbers in constant time on average, however many claims crowd together: each taken number remembers where to look next. */
function freeNumbers(taken: Set<number>): (from: number) => number {
  const ahead = new Map<number, number>()
  return (from) => {
    const passed: number[] = []
    let number = from
    while (taken.has(number)) {
      passed.push(number)
      number = ahead.get(number) ?? number + 1
    }
    for (const earlier of passed) ahead.set(earlier, number + 1)
    taken.add(number)
    return number
  }
}
