/**
 * Bytes as text and back: hex, base64, base64url (RFC 4648), UTF-8. Written out because the three platforms agree on none of it, and
 * strict: what one writer would never write is refused, so that two texts never stand for the same bytes.
 */
import { accept, refuse, type Result } from './result.ts'

const hexDigits = '0123456789abcdef'
const standard = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const urlSafe = `${standard.slice(0, 62)}-_`

/** Lower case. */
export function encodeHex(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += hexDigits.charAt(byte >> 4) + hexDigits.charAt(byte & 15)
  return text
}

/** Lower case only. Refuses `notHex`. */
export function decodeHex(text: string): Result<Uint8Array> {
  if (text.length % 2 !== 0) return refuse('notHex')
  const bytes = new Uint8Array(text.length / 2)
  for (let at = 0; at < bytes.length; at += 1) {
    const high = hexDigits.indexOf(text.charAt(at * 2))
    const low = hexDigits.indexOf(text.charAt(at * 2 + 1))
    if (high < 0 || low < 0) return refuse('notHex')
    bytes[at] = (high << 4) | low
  }
  return accept(bytes)
}

/** With padding. */
export function encodeBase64(bytes: Uint8Array): string {
  return encodeIn(standard, bytes, true)
}

/** Padding needed. Refuses `notBase64`. */
export function decodeBase64(text: string): Result<Uint8Array> {
  const body = text.replace(/={1,2}$/, '')
  if (text.length % 4 !== 0 || body.length % 4 === 1 || text.length - body.length !== (4 - (body.length % 4)) % 4) {
    return refuse('notBase64')
  }
  return decodeIn(standard, body)
}

/** Without padding. */
export function encodeBase64url(bytes: Uint8Array): string {
  return encodeIn(urlSafe, bytes, false)
}

/** No padding allowed. Refuses `notBase64`. */
export function decodeBase64url(text: string): Result<Uint8Array> {
  return decodeIn(urlSafe, text)
}

/** Lone surrogates have no bytes: U+FFFD is written for them, as TextEncoder does. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes: number[] = []
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63))
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
  }
  return Uint8Array.from(bytes)
}

/** Refuses `notUtf8`: overlong forms, surrogates, bytes missing or left over, points above U+10FFFF. A byte order mark is kept. */
export function decodeUtf8(bytes: Uint8Array): Result<string> {
  const parts: string[] = []
  let at = 0
  while (at < bytes.length) {
    const first = bytes[at] ?? 0
    const more =
      first < 0x80
        ? 0
        : first >= 0xc2 && first < 0xe0
          ? 1
          : first >= 0xe0 && first < 0xf0
            ? 2
            : first >= 0xf0 && first < 0xf5
              ? 3
              : -1
    if (more < 0 || at + more >= bytes.length) return refuse('notUtf8')
    let code = more === 0 ? first : first & (0x3f >> more)
    for (let next = 1; next <= more; next += 1) {
      const byte = bytes[at + next] ?? 0
      if ((byte & 0xc0) !== 0x80) return refuse('notUtf8')
      code = (code << 6) | (byte & 63)
    }
    const isOverlong = (more === 2 && code < 0x800) || (more === 3 && code < 0x10000)
    if (isOverlong || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return refuse('notUtf8')
    parts.push(String.fromCodePoint(code))
    at += more + 1
  }
  return accept(parts.join(''))
}

/** Takes as long for the first differing byte as for the last. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let at = 0; at < a.length; at += 1) difference |= (a[at] ?? 0) ^ (b[at] ?? 0)
  return difference === 0
}

export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((total, part) => total + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

function encodeIn(alphabet: string, bytes: Uint8Array, isPadded: boolean): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    text += alphabet.charAt(group >> 18) + alphabet.charAt((group >> 12) & 63)
    text += left > 1 ? alphabet.charAt((group >> 6) & 63) : isPadded ? '=' : ''
    text += left > 2 ? alphabet.charAt(group & 63) : isPadded ? '=' : ''
  }
  return text
}

function decodeIn(alphabet: string, body: string): Result<Uint8Array> {
  if (body.length % 4 === 1) return refuse('notBase64')
  const bytes = new Uint8Array(Math.floor((body.length * 3) / 4))
  let pending = 0
  let bits = 0
  let written = 0
  for (const character of body) {
    const six = alphabet.indexOf(character)
    if (six < 0) return refuse('notBase64')
    pending = ((pending << 6) | six) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[written] = (pending >> bits) & 255
      written += 1
    }
  }
  // Bits left over must be zero, or another text would decode to the same bytes.
  return (pending & ((1 << bits) - 1)) === 0 ? accept(bytes) : refuse('notBase64')
}
