/** Everything of the replica within reach of the tests: real IndexedDB, real Yjs, nothing stood in for. */
import { IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import { openDatabase } from '../../renderer/replica/database.ts'
import { databaseName, makeLiveDocs } from '../../renderer/replica/liveDocs.ts'
import { openLocalStore, storeOrigin } from '../../renderer/replica/localStore.ts'
import { openReplica } from '../../renderer/replica/replica.ts'
import { appendRow, readRows } from '../../renderer/replica/rows.ts'
import type { ReviewSession } from '../../renderer/replica/shapes.ts'
import { openCatalogue } from '../../shared/document/catalogue.ts'
import * as write from '../../shared/document/catalogueWrites.ts'
import { readBlocks, writeBlocks } from '../../shared/document/writeBlocks.ts'

const lab = {
  Y,
  IndexeddbPersistence,
  openDatabase,
  databaseName,
  makeLiveDocs,
  openCatalogue,
  openLocalStore,
  storeOrigin,
  openReplica,
  appendRow,
  readRows,
  write,
  readBlocks,
  writeBlocks,

  /** A document with its store, read to the end. */
  async openText(name: string) {
    const doc = new Y.Doc()
    const store = openLocalStore(name, doc, () => name)
    await store.ready
    return { doc, store, text: doc.getText('text') }
  },

  /** The text as a fresh start of the program would find it. */
  async reopenedText(name: string) {
    const { doc, store, text } = await lab.openText(name)
    const result = { text: text.toJSON(), contents: store.contents.get(), keepState: store.keepState.get() }
    await store.close()
    doc.destroy()
    return result
  },

  /** What is on the disk, looked at past everything of ours. */
  async rawRows(name: string) {
    const request = indexedDB.open(name)
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error ?? new Error('not opened'))
    })
    return db
  },

  newFinding(session: ReviewSession, title: string) {
    return session.createFinding({
      title,
      domain: 'cyber',
      findingType: 'capability',
      phase: 'pre_deployment',
      lang: 'en',
    })
  },

  /** Fills a catalogue as a large review would be. */
  fillCatalogue(doc: Y.Doc, count: number) {
    doc.transact(() => {
      for (let at = 0; at < count; at += 1) {
        const id = `finding-${at}`
        write.writeClaim(doc, id, at + 1)
        write.writeMeta(doc, id, 'createdAt', 1_700_000_000_000 + at)
        write.writeMeta(doc, id, 'status', 'draft')
        write.writeMeta(doc, id, 'lang', 'en')
        write.writeScalar(doc, id, 'title', `Finding number ${at} about something that went on for a while`)
        write.writeScalar(
          doc,
          id,
          'summary',
          'A summary of two sentences. It says what was seen and how often it was seen. '.repeat(3),
        )
        for (const field of ['domain', 'findingType', 'phase', 'claimType', 'likelihood', 'impact', 'confidence'])
          write.writeScalar(doc, id, field, 'cyber')
        write.writeScalar(doc, id, 'owner', 'p-eval-a')
        write.writeMember(doc, id, 'snapshots', 'aurora-2-rc1', true)
        write.writeMember(doc, id, 'coAuthors', 'p-eval-b', true)
        write.writeRow(doc, id, 'metrics', 'm1', 1)
        write.writeCell(doc, id, 'metrics', 'm1', 'name', 'success rate')
        write.writeCell(doc, id, 'metrics', 'm1', 'numerator', '12')
        write.writeCell(doc, id, 'metrics', 'm1', 'denominator', '60')
      }
    })
  },
}

declare global {
  interface Window {
    lab: typeof lab
  }
}

window.lab = lab
const root = document.querySelector('#root')
if (root !== null) root.textContent = 'ready'
