import { expect, test } from 'vitest'
import { assignNumbers, formatKey, nextNumber, type Claim } from '../../shared/document/humanKeys.ts'
import { chanceFrom } from './random.ts'

test('[DO60] the earlier of two equal claims keeps its number, the later one gets the next that is free', () => {
  const numbers = assignNumbers([
    { finding: 'b', number: 5, createdAt: 20 },
    { finding: 'a', number: 5, createdAt: 20 },
    { finding: 'c', number: 6, createdAt: 1 },
    { finding: 'd', number: 5, createdAt: 30 },
  ])
  expect(Object.fromEntries(numbers)).toEqual({ a: 5, c: 6, b: 7, d: 8 })
})

test('[DO61] later claims do not move a key that was shown', () => {
  const claims: Claim[] = [
    { finding: 'a', number: 1, createdAt: 1 },
    { finding: 'b', number: 1, createdAt: 2 },
  ]
  const before = assignNumbers(claims)
  const after = assignNumbers([...claims, { finding: 'c', number: nextNumber(before.values()), createdAt: 3 }])
  expect(after.get('b')).toBe(before.get('b'))
  expect(after.get('c')).toBe(3)
})

test('[DO62] numbers are unique, do not depend on the order of claims, and no claim can push them far', () => {
  for (let seed = 1; seed <= 50; seed += 1) {
    const chance = chanceFrom(seed)
    const claims: Claim[] = Array.from({ length: 40 }, (_, at) => ({
      finding: `f${at}`,
      number: chance.pick<unknown>([1, 2, 3, chance.below(30), -4, 1.5, 1e12, 'x', null]),
      createdAt: chance.pick([1, 2, 3, Number.POSITIVE_INFINITY]),
    }))
    const numbers = assignNumbers(claims)
    expect(new Set(numbers.values()).size).toBe(claims.length)
    expect(Math.max(...numbers.values())).toBeLessThan(100)
    expect(new Map(assignNumbers(claims.toReversed()))).toEqual(new Map(numbers))
  }
})

test('[DO63] thousands of equal claims are sorted out quickly', () => {
  const claims = Array.from({ length: 20_000 }, (_, at) => ({ finding: `f${at}`, number: 1, createdAt: at }))
  const begun = performance.now()
  expect(assignNumbers(claims).get('f19999')).toBe(20_000)
  expect(performance.now() - begun).toBeLessThan(2000)
})

test('[DO64] keys have at least three digits', () => {
  expect([1, 12, 999, 1000].map(formatKey)).toEqual(['F-001', 'F-012', 'F-999', 'F-1000'])
})
