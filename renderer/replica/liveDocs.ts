/**
 * All open documents of this page: each opened once, counted, and closed some time after its last holder has let go of it, so that leafing
 * through findings does not open and close the same database again and again, and a thousand findings do not stay open.
 */
import * as Y from 'yjs'
import { assert } from '../../shared/base/result.ts'
import type { DocumentAddress } from '../../shared/document/names.ts'
import type { LiveDoc } from './liveDoc.ts'
import { openLocalStore, storeOrigin, type LocalStore } from './localStore.ts'
import { makeCell, whenReadable } from './readable.ts'
import type { KeepState, Readable } from './shapes.ts'
import { collectSwallowed, type Swallowed } from './swallowed.ts'

export interface Opening {
  /** Names the document on screens, as a finding's key. */
  affected(): string
  /** What every holder may rely on once `ready`: seed, initial structure. Runs once per opening, after the rows were read. */
  prepare?(doc: Y.Doc, store: LocalStore): void
}

export interface LiveDocs {
  open(address: DocumentAddress, opening: Opening): LiveDoc
  /** Counts a store that is none of a review into `keepState`. */
  watch(store: LocalStore): void
  /** Something was typed that is in no document yet: not kept, until the answer is called. */
  holdDraft(): () => void
  readonly keepState: Readable<KeepState>
  whenKept(): Promise<void>
  /** Names of the databases that are open now. */
  openNames(): readonly string[]
  openDoc(name: string): Y.Doc | undefined
}

export function databaseName({ review, name }: DocumentAddress): string {
  return `countersign/${review}/${name}`
}

const idleBeforeClosing = 10_000

export function makeLiveDocs(closeAfter = idleBeforeClosing): LiveDocs {
  const entriesByName = new Map<string, Entry>()
  const stores = new Set<LocalStore>()
  const keepState = makeCell<KeepState>({ kind: 'kept' }, isSame)
  const drafts = makeCell(0)
  drafts.subscribe(tell)

  function watch(store: LocalStore): () => void {
    stores.add(store)
    const stop = store.keepState.subscribe(tell)
    tell()
    return () => {
      stop()
      stores.delete(store)
      tell()
    }
  }

  function tell(): void {
    keepState.set(joined(stores, drafts.get()))
  }

  function openEntry(address: DocumentAddress, name: string, opening: Opening): Entry {
    const doc = new Y.Doc()
    const store = openLocalStore(name, doc, () => opening.affected())
    const swallowed = collectSwallowed(doc, store.keepState, (origin) => origin === storeOrigin)
    const ready = store.ready.then(() => {
      opening.prepare?.(doc, store)
      swallowed.start()
    })
    const entry: Entry = {
      address,
      doc,
      store,
      ready,
      swallowed,
      holders: 0,
      isBound: false,
      closing: undefined,
      stop: watch(store),
    }
    entriesByName.set(name, entry)
    return entry
  }

  function release(name: string, entry: Entry): void {
    entry.holders -= 1
    if (entry.holders > 0) return
    entry.closing = setTimeout(() => void closeEntry(name, entry), closeAfter)
  }

  async function closeEntry(name: string, entry: Entry): Promise<void> {
    await entry.ready
    const isClosed = await entry.store.close(() => entry.holders > 0)
    if (!isClosed) {
      // Not written, so not let go: the text lives on in memory until the disk takes it.
      if (entry.holders === 0) entry.closing = setTimeout(() => void closeEntry(name, entry), closeAfter)
      return
    }
    entriesByName.delete(name)
    entry.stop()
    entry.swallowed.close()
    entry.doc.destroy()
  }

  return {
    keepState,
    open(address, opening) {
      const name = databaseName(address)
      const entry = entriesByName.get(name) ?? openEntry(address, name, opening)
      clearTimeout(entry.closing)
      entry.holders += 1
      return hold(entry, () => release(name, entry))
    },
    watch: (store) => void watch(store),
    holdDraft() {
      drafts.set(drafts.get() + 1)
      let isHeld = true
      return () => {
        if (isHeld) drafts.set(drafts.get() - 1)
        isHeld = false
      }
    },
    async whenKept() {
      do {
        await whenReadable(drafts, (count) => count === 0)
        await Promise.all([...stores].map((store) => store.whenKept()))
      } while (keepState.get().kind === 'keeping')
    },
    openNames: () => [...entriesByName.keys()],
    openDoc: (name) => entriesByName.get(name)?.doc,
  }
}

interface Entry {
  readonly address: DocumentAddress
  readonly doc: Y.Doc
  readonly store: LocalStore
  readonly ready: Promise<void>
  readonly stop: () => void
  readonly swallowed: Swallowed
  holders: number
  isBound: boolean
  closing: ReturnType<typeof setTimeout> | undefined
}

function hold(entry: Entry, release: () => void): LiveDoc {
  let isOpen = true
  return {
    address: entry.address,
    doc: entry.doc,
    ready: entry.ready,
    keepState: entry.store.keepState,
    contents: entry.store.contents,
    swallowed: entry.swallowed.texts,
    forgetSwallowed: entry.swallowed.forget,
    claimBinding() {
      assert(isOpen, 'a closed document cannot be bound')
      assert(!entry.isBound, `two editors for one document: ${entry.address.name}`)
      entry.isBound = true
      let isHeld = true
      return () => {
        if (isHeld) entry.isBound = false
        isHeld = false
      }
    },
    close() {
      if (isOpen) release()
      isOpen = false
    },
  }
}

function joined(stores: Iterable<LocalStore>, drafts: number): KeepState {
  let waiting = drafts
  let isKeeping = drafts > 0
  for (const store of stores) {
    const state = store.keepState.get()
    if (state.kind === 'needsYou') return state
    if (state.kind !== 'keeping') continue
    isKeeping = true
    waiting += state.waiting
  }
  return isKeeping ? { kind: 'keeping', waiting } : { kind: 'kept' }
}

function isSame(a: KeepState, b: KeepState): boolean {
  if (a.kind === 'needsYou' && b.kind === 'needsYou') return a.problem === b.problem
  if (a.kind === 'keeping' && b.kind === 'keeping') return a.waiting === b.waiting
  return a.kind === b.kind
}
