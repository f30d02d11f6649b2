/** Our store, stock y-indexeddb, and one plain blob: the same keystrokes into each. No window around it. */
import { IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import { openLocalStore } from '../../../renderer/replica/localStore.ts'

export type Edit = readonly [place: number, removed: number, added: string]
export type Keeper = 'ours' | 'stock' | 'bare'

interface Opened {
  readonly doc: Y.Doc
  stored(): Promise<void>
  close(): Promise<void>
}

let edits: readonly Edit[] = []

async function open(keeper: Keeper, name: string): Promise<Opened> {
  const doc = new Y.Doc()
  if (keeper === 'bare') return { doc, stored: async () => {}, close: async () => {} }
  if (keeper === 'ours') {
    const store = openLocalStore(name, doc, () => name)
    await store.ready
    return {
      doc,
      stored: () => store.whenKept(),
      close: async () => {
        if (!(await store.close())) throw new Error('not kept')
      },
    }
  }
  const stock = new IndexeddbPersistence(name, doc)
  await stock.whenSynced
  return {
    doc,
    // Transactions of one store come one after the other: what is asked last is answered when everything before is stored.
    stored: async () => {
      if (stock.db) await answer(stock.db.transaction('updates', 'readwrite').objectStore('updates').count())
    },
    close: () => stock.destroy(),
  }
}

function press(doc: Y.Doc, from: number, to: number): void {
  const text = doc.getText('text')
  for (let at = from; at < to; at += 1) {
    const [place, removed, added] = edits[at] ?? [0, 0, '']
    doc.transact(() => {
      if (removed > 0) text.delete(place, removed)
      if (added !== '') text.insert(place, added)
    })
  }
}

const storeBench = {
  takeEdits(given: readonly Edit[]) {
    edits = given
  },

  /** Milliseconds from the first of `count` keystrokes at once to the last being stored. */
  async burst(keeper: Keeper, name: string, count: number): Promise<number> {
    const opened = await open(keeper, name)
    const begun = performance.now()
    press(opened.doc, 0, count)
    await opened.stored()
    const took = performance.now() - begun
    await opened.close()
    return took
  },

  /** Milliseconds from each keystroke to its being stored, at a typist's pace. */
  async keystrokes(keeper: Keeper, name: string, count: number, every: number): Promise<number[]> {
    const opened = await open(keeper, name)
    const took: number[] = []
    for (let at = 0; at < count; at += 1) {
      const begun = performance.now()
      press(opened.doc, at, at + 1)
      await opened.stored()
      took.push(performance.now() - begun)
      await pause(every)
    }
    await opened.close()
    return took
  },

  /** Types the first `count` keystrokes, 250 at a time, each lot stored before the next. Answers the size of the state. */
  async type(keeper: Keeper, name: string, count: number): Promise<{ took: number; bytes: number; length: number }> {
    const opened = await open(keeper, name)
    const begun = performance.now()
    for (let at = 0; at < count; at += 250) {
      press(opened.doc, at, Math.min(at + 250, count))
      await opened.stored()
    }
    const took = performance.now() - begun
    const state = Y.encodeStateAsUpdate(opened.doc)
    const { length } = opened.doc.getText('text')
    await opened.close()
    return { took, bytes: state.length, length }
  },

  /** The same state as one value in a database of its own. */
  async putBlob(from: string, name: string): Promise<void> {
    const opened = await open('ours', from)
    const db = await openPlain(name)
    const tx = db.transaction('blob', 'readwrite')
    tx.objectStore('blob').put(Y.encodeStateAsUpdate(opened.doc), 'state')
    await new Promise((resolve) => {
      tx.oncomplete = resolve
    })
    db.close()
    await opened.close()
  },

  /** Milliseconds from nothing to a document that holds everything. */
  async open(keeper: Keeper, name: string): Promise<{ took: number; length: number }> {
    const begun = performance.now()
    const opened = await open(keeper, name)
    const took = performance.now() - begun
    const { length } = opened.doc.getText('text')
    await opened.close()
    return { took, length }
  },

  async openBlob(name: string): Promise<{ took: number; length: number }> {
    const begun = performance.now()
    const doc = new Y.Doc()
    const db = await openPlain(name)
    Y.applyUpdate(doc, await answer<Uint8Array>(db.transaction('blob').objectStore('blob').get('state')))
    const took = performance.now() - begun
    db.close()
    return { took, length: doc.getText('text').length }
  },
}

declare global {
  interface Window {
    storeBench: typeof storeBench
  }
}

window.storeBench = storeBench

function openPlain(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name)
  request.onupgradeneeded = () => request.result.createObjectStore('blob')
  return answer(request)
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The request failed'))
  })
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
