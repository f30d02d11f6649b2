/**
 * Keeps one document on this disk, and says truthfully whether it is there.
 *
 * Invariants:
 *   1. `kept` is said only when every edit of this window is inside a completed transaction of strict durability.
 *   2. An edit leaves memory only through 1. A refused write goes back to the front of what waits and is tried again until it succeeds.
 *   3. One transaction at a time; what comes meanwhile is merged into the next. So a burst costs a few transactions, not one per key.
 *   4. No row reaches the document without its check. Damaged rows are set aside, never dropped, and the store says so from then on.
 *   5. Rows are only ever appended; replacing all of them by one happens in one transaction that first takes in every row it has not seen.
 *
 * Two windows of one profile are two equal owners. One owner with followers was considered and left: a follower's keystroke would be on
 * the disk only after a message to the owner, its transaction and a message back, and an owner that is closed or killed in between takes
 * the follower's text with it, just when the follower shows nothing. Appending needs no owner: IndexedDB puts the transactions of
 * both in one order. After a row is on the disk it is told to the other windows, so nobody shows what the disk does not hold.
 */
import * as Y from 'yjs'
import { isNewerLayout } from '../../shared/document/layout.ts'
import { openDatabase } from './database.ts'
import { makeCell, whenReadable } from './readable.ts'
import { appendRow, readRows, replaceRows } from './rows.ts'
import type { Contents, KeepState, Readable, StoreProblem } from './shapes.ts'
import { WaitingUpdates } from './waitingUpdates.ts'

export interface LocalStore {
  readonly keepState: Readable<KeepState>
  readonly contents: Readable<Contents>
  /** Resolves when the rows have been read, and also when the disk refused: see `contents`. Never rejects. */
  readonly ready: Promise<void>
  /** Resolves when nothing waits, or when the disk refused. */
  whenKept(): Promise<void>
  /** Makes one row of many, if that is worth it. */
  tidy(): Promise<void>
  /** Writes what waits, tidies, closes. Answers false, and stays open, while something cannot be written or when `isWanted` again. */
  close(isWanted?: () => boolean): Promise<boolean>
}

/** Origin of what came from the disk or from another window: it is on the disk already. */
export const storeOrigin = { name: 'store' }

const firstWait = 250
const longestWait = 2000
const openingPatience = 4000
/** Idle this long, a document with many rows is tidied. */
const idleBeforeTidying = 1500
const manyRows = 400
/** Fewer rows than this are left alone, also at closing. */
const fewRows = 16

/** `affected` names the document in words that a screen may show. */
export function openLocalStore(name: string, doc: Y.Doc, affected: () => string): LocalStore {
  const waiting = new WaitingUpdates()
  const knownRows = new Set<number>()
  const keepState = makeCell<KeepState>({ kind: 'keeping', waiting: 0 }, isSameKeepState)
  const contents = makeCell<Contents>('loading')
  /** Nothing waits, or the disk refused. */
  const isSettled = makeCell(false)

  let db: IDBDatabase | undefined
  let channel: BroadcastChannel | undefined
  let isOpening = false
  let isWriting = false
  let isTidying = false
  let isClosed = false
  let wait = firstWait
  let retry: ReturnType<typeof setTimeout> | undefined
  let idle: ReturnType<typeof setTimeout> | undefined
  let refused: StoreProblem | undefined
  let lasting: StoreProblem | undefined
  let rowsSinceWhole = 0
  let bytesSinceWhole = 0
  let wholeBytes = 0
  let hasBeenOpen = false

  doc.on('update', noteUpdate)
  globalThis.addEventListener('pageshow', catchUp)
  void open()

  function noteUpdate(update: Uint8Array, origin: unknown): void {
    if (origin === storeOrigin) return
    waiting.add(update)
    // While a transaction is under way its end looks at everything that came meanwhile; a burst need not ask at every key.
    if (!isWriting) evaluate()
  }

  /** Everything that happens changes the state above and ends here. */
  function evaluate(): void {
    if (isClosed) return
    if (db !== undefined && !isWriting && !isTidying && retry === undefined && waiting.edits > 0) void write(db)
    show()
    clearTimeout(idle)
    if (db !== undefined && !isWriting && waiting.edits === 0 && refused === undefined)
      idle = setTimeout(() => void tidy(), idleBeforeTidying)
  }

  function show(): void {
    isSettled.set(refused !== undefined || (db !== undefined && !isWriting && waiting.edits === 0))
    keepState.set(stateNow())
  }

  function stateNow(): KeepState {
    const problem = refused ?? lasting
    if (problem !== undefined) return { kind: 'needsYou', problem }
    if (db === undefined || isWriting || waiting.edits > 0)
      return { kind: 'keeping', waiting: waiting.edits + (isWriting ? 1 : 0) }
    return { kind: 'kept' }
  }

  async function open(): Promise<void> {
    if (isOpening || isClosed) return
    isOpening = true
    const late = setTimeout(() => {
      onUnread()
      onRefused(new Error('The disk does not answer'))
    }, openingPatience)
    try {
      const opened = await openDatabase(name, doc)
      listen(opened)
      const { rows, setAside } = await readRows(opened)
      // The database was there before and went away, perhaps with all its rows: what is in memory is written again, whole.
      if (hasBeenOpen) waiting.add(Y.encodeStateAsUpdate(doc))
      hasBeenOpen = true
      startCounting(rows)
      take(rows)
      if (setAside > 0 || isMissingParts(doc)) lasting = problemOf('corrupt', 'rowsSetAside', { rows: setAside })
      if (isNewerLayout(doc)) lasting = problemOf('newer', 'newerLayout')
      db = opened
      onAccepted()
      contents.set(lasting === undefined ? 'whole' : lasting.kind === 'newer' ? 'newer' : 'damaged')
    } catch (reason) {
      onUnread()
      onRefused(reason)
    } finally {
      clearTimeout(late)
      isOpening = false
      if (db === undefined) retryLater()
      evaluate()
    }
  }

  function listen(opened: IDBDatabase): void {
    // The browser took the database away: storage cleared, disk gone.
    opened.addEventListener('close', () => reopen(opened))
    // Somebody removes the database; y-indexeddb then lets go of it.
    opened.addEventListener('versionchange', () => reopen(opened))
    // Before the rows are read: a row that is written in between is then either read or told.
    channel ??= new BroadcastChannel(name)
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (!isTold(data) || knownRows.has(data.number)) return
      take([data])
    }
  }

  function reopen(lost: IDBDatabase): void {
    if (isClosed || db !== lost) return
    db = undefined
    retryLater()
    evaluate()
  }

  /** The first row is the last whole one; what follows came since. */
  function startCounting(rows: readonly { update: Uint8Array }[]): void {
    knownRows.clear()
    rowsSinceWhole = 0
    wholeBytes = rows[0]?.update.length ?? 0
    bytesSinceWhole = -wholeBytes
  }

  function take(rows: readonly { number: number; update: Uint8Array }[]): void {
    if (rows.length === 0) return
    // Nothing of this needs writing, and Yjs makes no update of a transaction that nobody listens to: half the time of a large opening.
    doc.off('update', noteUpdate)
    doc.transact(() => {
      for (const { number, update } of rows) {
        Y.applyUpdate(doc, update, storeOrigin)
        knownRows.add(number)
        rowsSinceWhole += 1
        bytesSinceWhole += update.length
      }
    }, storeOrigin)
    doc.on('update', noteUpdate)
  }

  async function write(into: IDBDatabase): Promise<void> {
    isWriting = true
    const batch = waiting.take()
    try {
      const number = await appendRow(into, batch.update)
      knownRows.add(number)
      rowsSinceWhole += 1
      bytesSinceWhole += batch.update.length
      channel?.postMessage({ number, update: batch.update })
      onAccepted()
    } catch (reason) {
      waiting.putBack(batch)
      onRefused(reason)
      if (isConnectionGone(reason) && db === into) db = undefined
      retryLater()
    } finally {
      isWriting = false
      evaluate()
    }
  }

  function onAccepted(): void {
    refused = undefined
    wait = firstWait
  }

  function onRefused(reason: unknown): void {
    refused = isQuota(reason)
      ? problemOf('full', 'diskFull')
      : problemOf('refused', 'diskRefused', { reason: reason instanceof Error ? reason.name : 'unknown' })
    show()
  }

  function onUnread(): void {
    if (contents.get() === 'loading') contents.set('unread')
  }

  function retryLater(): void {
    clearTimeout(retry)
    retry = setTimeout(() => {
      retry = undefined
      if (db === undefined) void open()
      else evaluate()
    }, wait)
    wait = Math.min(wait * 2, longestWait)
  }

  function problemOf(kind: StoreProblem['kind'], code: string, facts?: Record<string, string | number>): StoreProblem {
    return { kind, affected: affected(), refusal: facts === undefined ? { code } : { code, facts } }
  }

  /** Writing the whole costs its size, so while somebody works on it, only when as much again lies beside it. */
  function isWorthTidying(isClosing: boolean): boolean {
    if (rowsSinceWhole <= fewRows) return false
    return isClosing || rowsSinceWhole > manyRows || bytesSinceWhole > 16_384 + wholeBytes / 2
  }

  /** Damaged documents stay as they are: what could still be repaired from the rows must not be replaced. */
  async function tidy(isClosing = false): Promise<void> {
    const into = db
    if (into === undefined || isTidying || isWriting || lasting !== undefined || !isWorthTidying(isClosing)) return
    isTidying = true
    try {
      await withLock(`${name}/tidy`, async () => {
        const left = await replaceRows(
          into,
          (number) => knownRows.has(number),
          (update) => Y.applyUpdate(doc, update, storeOrigin),
          () => Y.encodeStateAsUpdate(doc),
        )
        if (left === 'damaged') return
        knownRows.clear()
        knownRows.add(left.number)
        rowsSinceWhole = 1
        bytesSinceWhole = 0
        wholeBytes = left.bytes
      })
    } catch {
      // Nothing was changed: the rows are as good as before, and the next idle moment tries again.
    } finally {
      isTidying = false
      if (waiting.edits > 0) evaluate()
    }
  }

  /** After this page slept, messages of other windows may have been lost. */
  function catchUp(event: PageTransitionEvent): void {
    if (!event.persisted || db === undefined) return
    readRows(db).then(({ rows }) => take(rows.filter(({ number }) => !knownRows.has(number))), onRefused)
  }

  async function whenKept(): Promise<void> {
    await whenReadable(isSettled, (settled) => settled)
  }

  const ready = whenReadable(contents, (now) => now !== 'loading').then(() => {})

  return {
    keepState,
    contents,
    ready,
    whenKept,
    tidy: () => tidy(true),
    async close(isWanted = () => false) {
      await whenKept()
      if (!isWanted() && waiting.edits === 0) await tidy(true)
      if (waiting.edits > 0 || isWriting || isWanted()) return false
      isClosed = true
      clearTimeout(retry)
      clearTimeout(idle)
      doc.off('update', noteUpdate)
      globalThis.removeEventListener('pageshow', catchUp)
      channel?.close()
      db?.close()
      return true
    },
  }
}

/** Rows that build on rows which are not there: Yjs holds them back, so what is shown is not everything. */
function isMissingParts(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null
}

function isTold(value: unknown): value is { number: number; update: Uint8Array } {
  if (typeof value !== 'object' || value === null) return false
  const { number, update } = value as { number?: unknown; update?: unknown }
  return typeof number === 'number' && update instanceof Uint8Array
}

function isQuota(reason: unknown): boolean {
  return reason instanceof Error && /quota/i.test(`${reason.name} ${reason.message}`)
}

function isConnectionGone(reason: unknown): boolean {
  return reason instanceof Error && reason.name === 'InvalidStateError'
}

function isSameKeepState(a: KeepState, b: KeepState): boolean {
  if (a.kind === 'keeping' && b.kind === 'keeping') return a.waiting === b.waiting
  if (a.kind === 'needsYou' && b.kind === 'needsYou')
    return a.problem.kind === b.problem.kind && a.problem.affected === b.problem.affected
  return a.kind === b.kind
}

/** One window tidies at a time. Where the platform has no locks the transaction alone has to do, which is safe and only costs twice. */
async function withLock(name: string, work: () => Promise<void>): Promise<void> {
  if (navigator.locks === undefined) await work()
  else await navigator.locks.request(name, { ifAvailable: true }, async (lock) => (lock === null ? undefined : work()))
}
