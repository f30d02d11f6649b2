/**
 * This device's replica: all its reviews, whose documents are on this disk. The one place that opens, creates and copies reviews.
 * Nothing here waits for a network, and nothing fails for want of a disk: then the work goes on in memory and `keepState` says so.
 */
import { makeId } from '../../shared/base/id.ts'
import type { Platform } from '../../shared/base/platform.ts'
import * as write from '../../shared/document/catalogueWrites.ts'
import { writeLayoutVersion } from '../../shared/document/layout.ts'
import { catalogueName } from '../../shared/document/names.ts'
import { loadSampleReview } from '../../shared/demo/sampleReview.ts'
import { openDeviceRegister } from './deviceRegister.ts'
import type { LiveDoc } from './liveDoc.ts'
import { makeLiveDocs } from './liveDocs.ts'
import { copyReview } from './reviewCopy.ts'
import { makeReviewSession } from './reviewSession.ts'
import { applySeed } from '../../shared/document/seed.ts'
import { sampleDocuments } from './sampleDocuments.ts'
import type { Person, Replica, ReviewSession, ReviewSummary } from './shapes.ts'
import * as Y from 'yjs'

export interface ReplicaOptions {
  /** What the person of this device is called as long as they chose no name, in the interface language. */
  readonly nameOfMe?: string
  readonly platform?: Platform
  /** Milliseconds from the last holder's leaving to the closing of a document. */
  readonly closeAfter?: number
}

/** How often a review that is being changed moves in the list, and so is written to the list's own document. */
const listedEvery = 5_000

/** Never rejects: without a disk it works in memory. */
export async function openReplica(options: ReplicaOptions = {}): Promise<Replica> {
  const platform = options.platform ?? browserPlatform
  const docs = makeLiveDocs(options.closeAfter)
  const register = openDeviceRegister()
  docs.watch(register.store)
  void askToStay()
  const { id, name } = await register.openMe(() => makeId(platform.random))
  const me: Person = Object.freeze({
    id,
    name: name || (options.nameOfMe ?? 'You'),
    organisation: '',
    role: 'evaluator',
  })
  const sessions = new Map<string, { readonly opened: Promise<ReviewSession>; holders: number }>()

  async function openCatalogue(review: string): Promise<LiveDoc> {
    const live = docs.open(
      { review, name: catalogueName('institute') },
      { affected: () => register.review(review)?.key ?? '' },
    )
    await live.ready
    return live
  }

  async function openSession(review: string): Promise<ReviewSession> {
    const catalogue = await openCatalogue(review)
    const list = listLater((summary) => register.writeReview(summary))
    const session = makeReviewSession(review, {
      platform,
      docs,
      me,
      chosenName: name,
      catalogue,
      onChanged: list.note,
      changedAt: () => register.review(review)?.changedAt ?? 0,
    })
    return {
      ...session,
      close() {
        list.flush()
        session.close()
      },
    }
  }

  /** Whoever opens the same review on this page gets the same session; the last one to close it ends it. */
  async function openReview(review: string): Promise<ReviewSession> {
    if (register.reviews.get() !== 'loading' && register.review(review) === undefined) throw new Error('NoSuchReview')
    const held = sessions.get(review) ?? { opened: openSession(review), holders: 0 }
    sessions.set(review, held)
    held.holders += 1
    const session = await held.opened
    let isOpen = true
    return {
      ...session,
      close() {
        if (!isOpen) return
        isOpen = false
        held.holders -= 1
        if (held.holders > 0) return
        sessions.delete(review)
        session.close()
      },
    }
  }

  async function createReview(values: Parameters<Replica['createReview']>[0]): Promise<string> {
    const review = makeId(platform.random)
    const key = keyFor(values.modelName || values.title, register.reviews.get())
    const live = await openCatalogue(review)
    live.doc.transact(() => {
      writeLayoutVersion(live.doc)
      write.writeReview(live.doc, 'key', key)
      for (const column of ['title', 'modelName', 'institute', 'lab'] as const)
        write.writeReview(live.doc, column, values[column])
      write.writePerson(live.doc, { ...me, name })
    })
    live.close()
    const changedAt = platform.clock.now()
    register.writeReview({ id: review, key, ...values, phase: '', isSample: false, changedAt })
    return review
  }

  /** The list names it last: cut off before that, it is loaded again, and what is there already is the same bytes. */
  async function openSample(onProgress?: (done: number, of: number) => void): Promise<string> {
    const sample = await loadSampleReview()
    const { id: review } = sample.review
    if (register.review(review) !== undefined) return review
    const of = sample.findings.length + 1
    let done = 0
    for (const { name: document, update } of sampleDocuments(sample)) {
      const isText = document !== catalogueName('institute')
      const affected = () => sample.review.key
      const live = docs.open({ review, name: document }, isText ? { affected, prepare: applySeed } : { affected })
      await live.ready
      Y.applyUpdate(live.doc, update, 'sample')
      live.close()
      done += 1
      onProgress?.(done, of)
    }
    await docs.whenKept()
    register.writeReview({ ...sample.review, isSample: true, changedAt: platform.clock.now() })
    return review
  }

  return {
    me,
    reviews: register.reviews,
    keepState: docs.keepState,
    openReview,
    createReview,
    openSample,
    holdDraft: () => docs.holdDraft(),
    whenKept: () => docs.whenKept(),
    copyOf: (review) => copyReview(review, platform.clock.now(), docs.openNames(), docs.openDoc),
  }
}

const browserPlatform: Platform = {
  clock: { now: () => Date.now() },
  random: { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
}

/** Asks the browser once per start not to clear this profile when the disk runs short. Without an answer everything works the same. */
async function askToStay(): Promise<void> {
  try {
    if (!(await navigator.storage.persisted())) await navigator.storage.persist()
  } catch {
    // An older or private browser has nothing to ask.
  }
}

/** Passes on the first change at once and later ones every few seconds; `flush` passes on what is left. */
function listLater(write: (summary: ReviewSummary) => void): { note(summary: ReviewSummary): void; flush(): void } {
  let latest: ReviewSummary | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  function flush(): void {
    clearTimeout(timer)
    timer = undefined
    if (latest !== undefined) write(latest)
    latest = undefined
  }
  return {
    note(summary) {
      latest = summary
      if (timer !== undefined) return
      write(summary)
      latest = undefined
      timer = setTimeout(flush, listedEvery)
    },
    flush,
  }
}

/** As AUR-2: the first letters of the model, and a number that no review here has. */
function keyFor(name: string, known: readonly ReviewSummary[] | 'loading'): string {
  const letters =
    name
      .normalize('NFKD')
      .replace(/[^a-z]/gi, '')
      .slice(0, 3)
      .toUpperCase() || 'REV'
  const taken = new Set(known === 'loading' ? [] : known.map(({ key }) => key))
  let number = 1
  while (taken.has(`${letters}-${number}`)) number += 1
  return `${letters}-${number}`
}
