/**
 * Opens the y-indexeddb database of one document and takes its reading and writing over.
 *
 * y-indexeddb 9.0.12 gives us the database: its name, its two stores, its row format, its connection. Left to itself it also writes one
 * transaction per keystroke (a burst of 20,000 takes 38 s), swallows every failed write (a full disk lost 27 % without a word), adds a row
 * at each opening, applies rows unread, and lets two windows trim under each other. So, before it has opened anything:
 *   - `_storeUpdate` comes off the document: it writes nothing, and without it its trimming never starts;
 *   - it is told that it was destroyed and that it has read to the end: it then applies nothing and adds no row when the database opens.
 * What is left is `_db`, the promise of the connection. `test/replica` proves these private names for the pinned version.
 */
import { IndexeddbPersistence } from 'y-indexeddb'
import type * as Y from 'yjs'

/** Rejects when the browser refuses the database; may stay open for long when the browser is busy. */
export async function openDatabase(name: string, doc: Y.Doc): Promise<IDBDatabase> {
  const persistence = new IndexeddbPersistence(name, doc) as unknown as Taken
  doc.off('update', persistence._storeUpdate)
  doc.off('destroy', persistence.destroy)
  persistence._destroyed = true
  persistence._dbref = Number.POSITIVE_INFINITY
  try {
    return await persistence._db
  } catch (reason) {
    expectRejection(reason)
    throw reason
  }
}

/** The private side of y-indexeddb that is taken over. */
interface Taken {
  readonly _db: Promise<IDBDatabase>
  readonly _storeUpdate: (update: Uint8Array, origin: unknown) => void
  readonly destroy: () => void
  _destroyed: boolean
  _dbref: number
}

const expected = new WeakSet<object>()
let isListening = false

/** y-indexeddb leaves the rejection of a failed opening without an owner. We have heard of it and show it; the browser need not report it as a fault. */
function expectRejection(reason: unknown): void {
  if (typeof reason === 'object' && reason !== null) expected.add(reason)
  if (isListening) return
  isListening = true
  globalThis.addEventListener('unhandledrejection', (event) => {
    const { reason: unheard } = event
    if (typeof unheard === 'object' && unheard !== null && expected.has(unheard)) event.preventDefault()
  })
}
