/** Known answers from RFC 4648 section 10, RFC 3629 and the Unicode standard's table of well-formed byte sequences. */
import { describe, expect, it } from 'vitest'
import {
  concatBytes,
  decodeBase64,
  decodeBase64url,
  decodeHex,
  decodeUtf8,
  encodeBase64,
  encodeBase64url,
  encodeHex,
  encodeUtf8,
  equalBytes,
} from '../../shared/base/bytes.ts'
import { isId, makeId } from '../../shared/base/id.ts'
import { count, dateTime, list, object, optional, parse, text } from '../../shared/base/read.ts'

const rfc4648 = [
  ['', '', ''],
  ['f', 'Zg==', '66'],
  ['fo', 'Zm8=', '666f'],
  ['foo', 'Zm9v', '666f6f'],
  ['foob', 'Zm9vYg==', '666f6f62'],
  ['fooba', 'Zm9vYmE=', '666f6f6261'],
  ['foobar', 'Zm9vYmFy', '666f6f626172'],
] as const

const value = <T>(result: { ok: true; value: T } | { ok: false }) => (result.ok ? result.value : 'refused')

describe('bytes as text', () => {
  it('[HO81] base64 and hex answer as RFC 4648 prints them', () => {
    for (const [words, base64, hex] of rfc4648) {
      const bytes = encodeUtf8(words)
      expect(encodeBase64(bytes)).toBe(base64)
      expect(encodeBase64url(bytes)).toBe(base64.replace(/=+$/, ''))
      expect(encodeHex(bytes)).toBe(hex)
      expect(value(decodeBase64(base64))).toEqual(bytes)
      expect(value(decodeBase64url(base64.replace(/=+$/, '')))).toEqual(bytes)
      expect(value(decodeHex(hex))).toEqual(bytes)
    }
    expect(encodeBase64url(Uint8Array.of(251, 255, 191))).toBe('-_-_')
    expect(encodeBase64(Uint8Array.of(251, 255, 191))).toBe('+/+/')
  })

  it('[HO81] a text that no writer would write is refused', () => {
    for (const wrong of ['Zg', 'Zg=', 'Zh==', 'Zm9=', 'Z===', '====', 'Zm9v\n', 'Zm 9', '-_-_', 'Zg==Zg==']) {
      expect(value(decodeBase64(wrong)), wrong).toBe('refused')
    }
    for (const wrong of ['Zg==', 'Zh', 'Z', '+/+/', 'Zm9vY'])
      expect(value(decodeBase64url(wrong)), wrong).toBe('refused')
    for (const wrong of ['6', '6G', '66 6', 'FF']) expect(value(decodeHex(wrong)), wrong).toBe('refused')
  })

  it('[HO81] UTF-8 is written and read as RFC 3629 has it', () => {
    for (const [words, hex] of [
      ['A≢Α.', '41e289a2ce912e'],
      ['한국어', 'ed959ceab5adec96b4'],
      ['日本語', 'e697a5e69cace8aa9e'],
      ['\uFEFF𣎴', 'efbbbff0a38eb4'],
    ] as const) {
      expect(encodeHex(encodeUtf8(words))).toBe(hex)
      const bytes = decodeHex(hex)
      expect(bytes.ok && value(decodeUtf8(bytes.value))).toBe(words)
    }
    expect(encodeHex(encodeUtf8('a\uD800b'))).toBe('61efbfbd62')
  })

  it('[HO81] bytes that are not UTF-8 are refused', () => {
    for (const hex of [
      '80',
      'c080',
      'c1bf',
      'e080af',
      'eda080',
      'f08080af',
      'f4908080',
      'f5808080',
      'c3',
      'e282',
      'c328',
    ]) {
      const bytes = decodeHex(hex)
      expect(bytes.ok && value(decodeUtf8(bytes.value)), hex).toBe('refused')
    }
  })

  it('[HO81] bytes are compared and joined as wholes', () => {
    expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true)
    expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false)
    expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2, 0))).toBe(false)
    expect(concatBytes(Uint8Array.of(1), new Uint8Array(), Uint8Array.of(2, 3))).toEqual(Uint8Array.of(1, 2, 3))
  })
})

describe('ids', () => {
  it('[HO82] are UUIDs of version 4 made of the platform’s randomness', () => {
    const ones = { bytes: (length: number) => new Uint8Array(length).fill(255) }
    const zeros = { bytes: (length: number) => new Uint8Array(length) }
    expect(makeId(ones)).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff')
    expect(makeId(zeros)).toBe('00000000-0000-4000-8000-000000000000')
    expect(isId(makeId(ones))).toBe(true)
    expect(isId('5f71c6bd-2c3a-50f0-a2e7-78c5302466ae')).toBe(true)
    for (const wrong of ['', 'F-001', '../../etc', '5F71C6BD-2C3A-50F0-A2E7-78C5302466AE', null])
      expect(isId(wrong)).toBe(false)
  })
})

describe('readers', () => {
  const read = object({ name: text(5), points: list(object({ x: count })), note: optional(text()) })

  it('[HO83] take over what is named and leave the rest behind', () => {
    expect(parse(read, { name: 'a', points: [{ x: 1, y: 2 }], note: null, extra: true })).toEqual({
      ok: true,
      value: { name: 'a', points: [{ x: 1 }], note: undefined },
    })
  })

  it('[HO83] refuse the first value that does not fit, with its place and without its content', () => {
    const place = (given: unknown) => {
      const result = parse(read, given)
      return result.ok ? 'read' : result.refusal.facts?.['place']
    }
    expect(place({ name: 'a', points: [{ x: 0 }, { x: -1 }] })).toBe('points[1].x')
    expect(place({ name: 'secret', points: [] })).toBe('name')
    expect(place([])).toBe('')
    expect(place(Object.create({ name: 'a', points: [] }))).toBe('name')
    const refusal = parse(read, { name: 'secret', points: [] })
    expect(JSON.stringify(refusal)).not.toContain('secret')
  })

  it('[HO83] a date is a date in UTC that exists', () => {
    for (const good of ['2026-11-20T09:00:00Z', '2026-11-20T09:00:00.123Z']) expect(parse(dateTime, good).ok).toBe(true)
    for (const wrong of ['2026-11-20', '2026-11-20T09:00:00', '2026-13-01T00:00:00Z', '2026-11-20T09:00:00+01:00', 7]) {
      expect(parse(dateTime, wrong).ok, String(wrong)).toBe(false)
    }
  })
})
