/**
 * CRC-32 (IEEE 802.3, as in zip and png), eight bytes a step. It notices every single flipped bit and every burst up to 32 bits; it is no
 * defence against somebody who forges, which is what signatures are for.
 */

export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  let at = 0
  const whole = bytes.length - (bytes.length % 8)
  for (; at < whole; at += 8) {
    crc =
      look(7, (crc ^ byte(bytes, at)) & 255) ^
      look(6, ((crc >>> 8) ^ byte(bytes, at + 1)) & 255) ^
      look(5, ((crc >>> 16) ^ byte(bytes, at + 2)) & 255) ^
      look(4, ((crc >>> 24) ^ byte(bytes, at + 3)) & 255) ^
      look(3, byte(bytes, at + 4)) ^
      look(2, byte(bytes, at + 5)) ^
      look(1, byte(bytes, at + 6)) ^
      look(0, byte(bytes, at + 7))
  }
  for (; at < bytes.length; at += 1) crc = look(0, (crc ^ byte(bytes, at)) & 255) ^ (crc >>> 8)
  return ~crc >>> 0
}

/** Eight tables of 256, one behind the other. */
const tables = makeTables()

function makeTables(): Int32Array {
  const made = new Int32Array(8 * 256)
  for (let value = 0; value < 256; value += 1) {
    let crc = value
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
    made[value] = crc
  }
  for (let at = 256; at < made.length; at += 1) {
    const before = made[at - 256] ?? 0
    made[at] = (made[before & 255] ?? 0) ^ (before >>> 8)
  }
  return made
}

function look(table: number, index: number): number {
  return tables[table * 256 + index] ?? 0
}

function byte(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0
}
