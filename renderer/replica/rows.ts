/**
 * The rows of one document on this disk, in the database of y-indexeddb: store `updates` holds Yjs updates under rising numbers, store
 * `custom` holds anything else. Beside each row we keep its check in `custom`, written in the same transaction, and rows that
 * fail their check are moved to `custom` as they are. So stock y-indexeddb still reads everything that is sound.
 *
 * Knows no timing and no document: it reads, writes and replaces rows, each call in one transaction that happens whole or not at all.
 */
import * as Y from 'yjs'
import { crc32 } from './crc32.ts'

export interface Row {
  readonly number: number
  readonly update: Uint8Array
}

export interface RowsRead {
  readonly rows: readonly Row[]
  /** How many rows of this document have been set aside, now or earlier. */
  readonly setAside: number
}

/** Reads every row, checks it, and moves damaged ones aside before anybody can apply them. */
export async function readRows(db: IDBDatabase): Promise<RowsRead> {
  const tx = db.transaction(['updates', 'custom'], 'readonly')
  const updates = tx.objectStore('updates')
  const custom = tx.objectStore('custom')
  const [numbers, values, customKeys, customValues, setAsideBefore] = await Promise.all([
    answer(updates.getAllKeys()),
    answer<unknown[]>(updates.getAll()),
    answer(custom.getAllKeys(wholeRange('check'))),
    answer<unknown[]>(custom.getAll(wholeRange('check'))),
    answer(custom.count(wholeRange('aside'))),
  ])
  const checks = new Map(customKeys.map((key, at) => [rowOf(key), customValues[at]]))
  const rows: Row[] = []
  const damaged: number[] = []
  numbers.forEach((key, at) => {
    const number = Number(key)
    const value = values[at]
    if (isSound(value, checks.get(number), checks.has(number))) rows.push({ number, update: value })
    else damaged.push(number)
  })
  if (damaged.length > 0) await setAside(db, damaged)
  return { rows, setAside: setAsideBefore + damaged.length }
}

/** Appends one row; resolves with its number once the transaction is on the disk. */
export async function appendRow(db: IDBDatabase, update: Uint8Array): Promise<number> {
  const tx = db.transaction(['updates', 'custom'], 'readwrite', { durability: 'strict' })
  let number = 0
  const request = tx.objectStore('updates').add(update)
  request.onsuccess = () => {
    number = Number(request.result)
    tx.objectStore('custom').put(crc32(update), ['check', number])
    tx.commit()
  }
  await completed(tx)
  return number
}

/**
 * Replaces all rows by one. Rows that `isKnown` does not know (another window wrote them) are handed to `absorb` first, inside the same
 * transaction, so nothing can be written between reading and replacing. Resolves with the number and size of the row that is left.
 */
export async function replaceRows(
  db: IDBDatabase,
  isKnown: (number: number) => boolean,
  absorb: (update: Uint8Array) => void,
  makeWhole: () => Uint8Array,
): Promise<{ number: number; bytes: number } | 'damaged'> {
  const tx = db.transaction(['updates', 'custom'], 'readwrite', { durability: 'strict' })
  const done = completed(tx)
  const updates = tx.objectStore('updates')
  const custom = tx.objectStore('custom')
  const numbers = (await answer(updates.getAllKeys())).map(Number)
  for (const number of numbers.filter((known) => !isKnown(known))) {
    const [value, check] = await Promise.all([
      answer<unknown>(updates.get(number)),
      answer<unknown>(custom.get(['check', number])),
    ])
    if (!isSound(value, check, check !== undefined)) {
      tx.abort()
      await done.catch(() => {})
      return 'damaged'
    }
    absorb(value)
  }
  const whole = makeWhole()
  const number = Number(await answer(updates.add(whole)))
  updates.delete(IDBKeyRange.upperBound(number, true))
  custom.delete(IDBKeyRange.bound(['check', 0], ['check', number], false, true))
  custom.put(crc32(whole), ['check', number])
  await done
  return { number, bytes: whole.length }
}

/** The damaged rows as they were found, for a copy that somebody may repair from. */
export async function readSetAside(db: IDBDatabase): Promise<readonly Uint8Array[]> {
  const values = await answer<unknown[]>(
    db.transaction('custom', 'readonly').objectStore('custom').getAll(wholeRange('aside')),
  )
  return values.filter((value) => value instanceof Uint8Array)
}

async function setAside(db: IDBDatabase, numbers: readonly number[]): Promise<void> {
  const tx = db.transaction(['updates', 'custom'], 'readwrite', { durability: 'strict' })
  const done = completed(tx)
  const updates = tx.objectStore('updates')
  for (const number of numbers) {
    const request = updates.get(number)
    request.onsuccess = () => {
      // Another window may have moved it already.
      if (request.result === undefined) return
      tx.objectStore('custom').put(request.result, ['aside', number])
      updates.delete(number)
    }
  }
  // A full disk may refuse even this. Then they stay where they are: they were not applied, and the next opening finds them again.
  await done.catch(() => {})
}

/** A row without a check was written by stock y-indexeddb, or lost its check: it counts if Yjs can read it to the end. */
function isSound(value: unknown, check: unknown, isChecked: boolean): value is Uint8Array {
  if (!(value instanceof Uint8Array)) return false
  if (isChecked) return check === crc32(value)
  try {
    Y.decodeUpdate(value)
    return true
  } catch {
    return false
  }
}

function wholeRange(kind: 'check' | 'aside'): IDBKeyRange {
  return IDBKeyRange.bound([kind, 0], [kind, Number.POSITIVE_INFINITY])
}

function rowOf(key: IDBValidKey): number {
  return Array.isArray(key) ? Number(key[1]) : Number.NaN
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The request failed'))
  })
}

function completed(tx: IDBTransaction): Promise<void> {
  const done = new Promise<void>((resolve, reject) => {
    tx.oncomplete = () => resolve()
    tx.onabort = () => reject(tx.error ?? new Error('The transaction was ended'))
  })
  // Whoever waits for a request first hears of the failure there; then nobody waits here any more.
  done.catch(() => {})
  return done
}
