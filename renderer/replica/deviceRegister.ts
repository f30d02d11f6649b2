/**
 * What this device knows beside its reviews: which there are, with the words of their last known summary so that the list opens without
 * opening any of them, and who sits here. One document of its own, kept like any other, never sent.
 */
import * as Y from 'yjs'
import { openLocalStore, type LocalStore } from './localStore.ts'
import { makeCell } from './readable.ts'
import type { Readable, ReviewSummary } from './shapes.ts'

export interface DeviceRegister {
  readonly store: LocalStore
  readonly reviews: Readable<readonly ReviewSummary[] | 'loading'>
  review(id: string): ReviewSummary | undefined
  writeReview(summary: ReviewSummary): void
  /** Id and chosen name of the person of this device; made once, by whichever window comes first. */
  openMe(makeId: () => string): Promise<{ id: string; name: string }>
}

export const registerName = 'countersign/device'

export function openDeviceRegister(): DeviceRegister {
  const doc = new Y.Doc()
  const reviewsById = doc.getMap<unknown>('reviews')
  const person = doc.getMap<unknown>('me')
  const store = openLocalStore(registerName, doc, () => '')
  const reviews = makeCell<readonly ReviewSummary[] | 'loading'>('loading')

  function show(): void {
    const list = readReviews(reviewsById)
    // A list that could not be read is not shown as an empty one.
    const isKnown = list.length > 0 || store.contents.get() === 'whole' || store.contents.get() === 'damaged'
    if (isKnown) reviews.set(list)
  }
  reviewsById.observe(show)
  store.contents.subscribe(show)

  return {
    store,
    reviews,
    review(id) {
      const list = reviews.get()
      return list === 'loading' ? undefined : list.find((review) => review.id === id)
    },
    writeReview(summary) {
      doc.transact(() => {
        for (const [column, value] of Object.entries(summary)) {
          const key = `${summary.id}|${column}`
          if (column !== 'id' && reviewsById.get(key) !== value) reviewsById.set(key, value)
        }
      })
    },
    async openMe(makeId) {
      await store.ready
      return await exclusively(async () => {
        const known = person.get('id')
        if (typeof known === 'string') return { id: known, name: readText(person.get('name')) }
        const id = makeId()
        // When this disk could not be read, there may be an id on it: this one then holds for this run only.
        if (store.contents.get() === 'whole') {
          person.set('id', id)
          await store.whenKept()
        }
        return { id, name: '' }
      })
    },
  }
}

function exclusively<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks === undefined ? work() : navigator.locks.request(`${registerName}/me`, work)
}

function readReviews(map: Y.Map<unknown>): readonly ReviewSummary[] {
  const byId = new Map<string, Map<string, unknown>>()
  map.forEach((value, key) => {
    const [id, column] = key.split('|')
    if (!id || column === undefined) return
    const columns = byId.get(id) ?? new Map<string, unknown>()
    byId.set(id, columns)
    columns.set(column, value)
  })
  const list = [...byId].map(([id, columns]): ReviewSummary => {
    const changedAt = columns.get('changedAt')
    return Object.freeze({
      id,
      key: readText(columns.get('key')),
      title: readText(columns.get('title')),
      modelName: readText(columns.get('modelName')),
      institute: readText(columns.get('institute')),
      lab: readText(columns.get('lab')),
      phase: readText(columns.get('phase')),
      isSample: columns.get('isSample') === true,
      changedAt: typeof changedAt === 'number' ? changedAt : 0,
    })
  })
  return Object.freeze(list.sort((a, b) => b.changedAt - a.changedAt || (a.id < b.id ? -1 : 1)))
}

function readText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
