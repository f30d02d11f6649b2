/**
 * "Save a copy": every document of one review in one JSON file, as Yjs updates in base64. Taken from memory where a document is open, since
 * a full disk may not have it, and from the disk otherwise; damaged rows come along as they were found, so nothing that is left is left out.
 */
import * as Y from 'yjs'
import { encodeBase64, encodeUtf8 } from '../../shared/base/bytes.ts'
import { openDatabase } from './database.ts'
import { readRows, readSetAside } from './rows.ts'

export interface CopiedDocument {
  readonly name: string
  /** Base64. */
  readonly update: string
  /** Base64 of rows that failed their check. */
  readonly damaged?: readonly string[]
}

export interface ReviewCopy {
  readonly format: 'countersign-copy/1'
  readonly review: string
  /** ISO 8601. */
  readonly madeAt: string
  readonly documents: readonly CopiedDocument[]
}

/** `openDoc` answers what is in memory under a database name, `openNames` lists it. */
export async function copyReview(
  review: string,
  madeAt: number,
  openNames: readonly string[],
  openDoc: (name: string) => Y.Doc | undefined,
): Promise<Uint8Array> {
  const prefix = `countersign/${review}/`
  const names = new Set([...openNames, ...(await namesOnDisk())].filter((name) => name.startsWith(prefix)))
  const documents: CopiedDocument[] = []
  for (const name of [...names].sort()) {
    const kept = await readKept(name)
    const doc = openDoc(name)
    const parts = doc === undefined ? kept.updates : [...kept.updates, Y.encodeStateAsUpdate(doc)]
    const update = encodeBase64(parts.length === 0 ? new Uint8Array([0, 0]) : Y.mergeUpdates(parts))
    const damaged = kept.damaged.map(encodeBase64)
    documents.push({ name: name.slice(prefix.length), update, ...(damaged.length > 0 ? { damaged } : {}) })
  }
  const copy: ReviewCopy = {
    format: 'countersign-copy/1',
    review,
    madeAt: new Date(madeAt).toISOString(),
    documents,
  }
  return encodeUtf8(JSON.stringify(copy))
}

async function namesOnDisk(): Promise<readonly string[]> {
  try {
    return (await indexedDB.databases()).flatMap(({ name }) => (name === undefined ? [] : [name]))
  } catch {
    return []
  }
}

async function readKept(name: string): Promise<{ updates: Uint8Array[]; damaged: readonly Uint8Array[] }> {
  const idle = new Y.Doc()
  try {
    const db = await openDatabase(name, idle)
    const { rows } = await readRows(db)
    const damaged = await readSetAside(db)
    db.close()
    return { updates: rows.map(({ update }) => update), damaged }
  } catch {
    return { updates: [], damaged: [] }
  } finally {
    idle.destroy()
  }
}
