/** What the disk does to a document, and what the person is told: real Chromium, real IndexedDB, real refusals. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type {} from '../pages/replica.ts'
import { expect, test } from '../e2e/testPages.ts'
import { makeOwnBrowser } from './ownBrowser.ts'

const name = 'countersign/review/body/finding/institute'

test('[ST1] nothing that was called kept is missing after the browser was killed', async ({ pages }) => {
  test.setTimeout(300_000)
  const browser = makeOwnBrowser()
  try {
    let expected = ''
    for (let round = 0; round < 4; round += 1) {
      const page = await browser.open(pages.url('replica'))
      const text = await page.evaluate(
        async ({ name, round }) => {
          const { store, text } = await window.lab.openText(name)
          for (let at = 0; at < 100; at += 1) {
            text.insert(text.length, `${round}.${at} `)
            if (at % 7 === 0) await new Promise((resolve) => setTimeout(resolve))
          }
          await store.whenKept()
          if (store.keepState.get().kind !== 'kept') throw new Error('not kept')
          return text.toJSON()
        },
        { name, round },
      )
      await browser.kill()
      expect(text.startsWith(expected)).toBe(true)
      expected = text
    }
    const page = await browser.open(pages.url('replica'))
    const found = await page.evaluate((name) => window.lab.reopenedText(name), name)
    expect(found).toEqual({
      text: expected,
      contents: 'whole',
      keepState: { kind: 'kept' },
    })
    expect(expected.split(' ')).toHaveLength(401)
  } finally {
    await browser.remove()
  }
})

test('[ST2] killed in the middle of typing, everything told as kept until then is there', async ({ pages }) => {
  test.setTimeout(300_000)
  const browser = makeOwnBrowser()
  try {
    for (let round = 0; round < 3; round += 1) {
      const page = await browser.open(pages.url('replica'))
      let told = 0
      let isEnough = () => {}
      const enough = new Promise<void>((resolve) => {
        isEnough = resolve
      })
      await page.exposeFunction('tell', (length: number) => {
        told = Math.max(told, length)
        if (told > 300 * (round + 1)) isEnough()
      })
      // Runs until the kill takes it away; ends before that only by a fault.
      const typing = page.evaluate(async (name) => {
        const { store, text } = await window.lab.openText(name)
        const tell = (window as unknown as { tell(length: number): void }).tell
        for (;;) {
          text.insert(text.length, 'x')
          await new Promise((resolve) => setTimeout(resolve))
          if (store.keepState.get().kind === 'kept') tell(text.length)
        }
      }, name)
      typing.catch(() => {})
      await Promise.race([enough, typing])
      await browser.kill()
      const again = await browser.open(pages.url('replica'))
      const found = await again.evaluate((name) => window.lab.reopenedText(name), name)
      expect(found.text.length).toBeGreaterThanOrEqual(told)
      expect(found.contents).toBe('whole')
      await browser.quit()
    }
  } finally {
    await browser.remove()
  }
})

test('[ST3] a full disk is noticed within a second, the text stays, and is kept once there is room', async ({
  pages,
}) => {
  test.setTimeout(300_000)
  const browser = makeOwnBrowser()
  try {
    const page = await browser.open(pages.url('replica'))
    const devTools = await page.context().newCDPSession(page)
    const setQuota = (megabytes: number) =>
      devTools.send('Storage.overrideQuotaForOrigin', {
        origin: pages.origin,
        quotaSize: megabytes * 2 ** 20,
      })
    await setQuota(2)
    const full = await page.evaluate(async (name) => {
      const held = await window.lab.openText(name)
      Object.assign(window, { held })
      const { store, text } = held
      let chunks = 0
      let sinceKept = performance.now()
      let noticedAfter = Number.NaN
      store.keepState.subscribe(() => {
        const { kind } = store.keepState.get()
        if (kind === 'kept') sinceKept = performance.now()
        if (kind === 'needsYou' && Number.isNaN(noticedAfter)) noticedAfter = performance.now() - sinceKept
      })
      // A hundred more after the disk refused: they must not get lost either.
      for (let more = 0; more < 100 && chunks < 400; chunks += 1) {
        text.insert(text.length, String(chunks).padStart(20_000, '.'))
        await store.whenKept()
        if (!Number.isNaN(noticedAfter)) more += 1
      }
      return {
        state: store.keepState.get(),
        noticedAfter,
        length: text.length,
        chunks,
      }
    }, name)
    expect(full.state).toMatchObject({
      kind: 'needsYou',
      problem: { kind: 'full', affected: name },
    })
    expect(full.noticedAfter).toBeLessThan(1000)
    expect(full.length).toBe(full.chunks * 20_000)

    await setQuota(200)
    const kind = () => page.evaluate(() => (window as unknown as Held).held.store.keepState.get().kind)
    await expect.poll(kind, { timeout: 10_000 }).toBe('kept')
    await page.reload()
    const found = await page.evaluate((name) => window.lab.reopenedText(name), name)
    expect(found.text.length).toBe(full.length)
    expect(found.text.endsWith(String(full.chunks - 1).padStart(20_000, '.'))).toBe(true)
    expect(found.keepState).toEqual({ kind: 'kept' })
  } finally {
    await browser.remove()
  }
})

test('[ST4] a damaged row is noticed before it is applied, set aside as it is, and named', async ({ openTestPage }) => {
  const page = await openTestPage('replica')
  const damaged = await page.evaluate(async (name) => {
    const first = await window.lab.openText(name)
    const others = new window.lab.Y.Doc()
    // Three writers, so that the loss of one row leaves the others readable.
    for (const word of ['one ', 'two ', 'three ']) {
      const writer = new window.lab.Y.Doc()
      writer.getText(word).insert(0, word)
      window.lab.Y.applyUpdate(first.doc, window.lab.Y.encodeStateAsUpdate(writer), 'writer')
      window.lab.Y.applyUpdate(others, window.lab.Y.encodeStateAsUpdate(writer))
      await first.store.whenKept()
    }
    await first.store.close()

    const db = await window.lab.rawRows(name)
    const updates = db.transaction('updates', 'readwrite').objectStore('updates')
    const [keys, rows] = await Promise.all([answer(updates.getAllKeys()), answer(updates.getAll())])
    const row = Uint8Array.from(rows[1] as Uint8Array)
    // Inside the word itself: Yjs would apply it without a murmur.
    const at = row.findIndex((_, place) => String.fromCharCode(...row.slice(place, place + 3)) === 'two') + 1
    const last = row.length - 1 - [...row].reverse().findIndex((byte) => byte === 'w'.charCodeAt(0))
    row[Math.max(at, last)] = (row[Math.max(at, last)] ?? 0) ^ 4
    await answer(
      db
        .transaction('updates', 'readwrite')
        .objectStore('updates')
        .put(row, keys[1] ?? 0),
    )
    db.close()

    const again = await window.lab.openText(name)
    const words = ['one ', 'two ', 'three '].map((word) => again.doc.getText(word).toJSON())
    const state = again.store.keepState.get()
    again.doc.getText('one ').insert(0, 'still ')
    await again.store.whenKept()
    await again.store.close()
    const third = await window.lab.openText(name)
    const kept = third.doc.getText('one ').toJSON()
    const stateLater = third.store.keepState.get()
    const contents = third.store.contents.get()
    await third.store.close()

    const look = await window.lab.rawRows(name)
    const custom = look.transaction('custom').objectStore('custom')
    const aside = await answer(custom.get(['aside', keys[1] as number]))
    look.close()
    return {
      words,
      state,
      kept,
      stateLater,
      contents,
      aside: [...(aside as Uint8Array)],
      row: [...row],
    }

    function answer<T>(request: IDBRequest<T>): Promise<T> {
      return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error ?? new Error('failed'))
      })
    }
  }, name)
  expect(damaged.words).toEqual(['one ', '', 'three '])
  const told = {
    kind: 'needsYou',
    problem: {
      kind: 'corrupt',
      affected: name,
      refusal: { facts: { rows: 1 } },
    },
  }
  expect(damaged.state).toMatchObject(told)
  expect(damaged.kept).toBe('still one ')
  expect(damaged.stateLater).toMatchObject(told)
  expect(damaged.contents).toBe('damaged')
  expect(damaged.aside).toEqual(damaged.row)
})

test('[ST5] two windows write the same document at once, see each other, and lose nothing', async ({
  openTestPage,
  pages,
  context,
}) => {
  const one = await openTestPage('replica')
  const two = await context.newPage()
  await two.goto(pages.url('replica'))
  const open = async (name: string) => {
    Object.assign(window, { held: await window.lab.openText(name) })
  }
  await one.evaluate(open, name)
  await two.evaluate(open, name)
  const write = async (who: string) => {
    const { text, store } = (window as unknown as Held).held
    for (let at = 0; at < 300; at += 1) {
      text.insert(Math.floor(text.length / 2), `${who}${at} `)
      if (at % 5 === 0) await new Promise((resolve) => setTimeout(resolve))
      // Both tidy while both write.
      if (at % 60 === 59) await store.tidy()
    }
    await store.whenKept()
  }
  await Promise.all([one.evaluate(write, 'a'), two.evaluate(write, 'b')])
  const read = () => (window as unknown as Held).held.text.toJSON()
  await expect.poll(async () => (await one.evaluate(read)) === (await two.evaluate(read)), { timeout: 5000 }).toBe(true)
  const both = await one.evaluate(read)

  // One window goes without a word; the other goes on.
  await two.close()
  await one.evaluate(() => (window as unknown as Held).held.text.insert(0, 'end '))
  await one.evaluate(() => (window as unknown as Held).held.store.whenKept())
  await one.reload()
  const found = await one.evaluate((name) => window.lab.reopenedText(name), name)
  expect(found.text).toBe(`end ${both}`)
  for (const who of ['a', 'b'])
    for (let at = 0; at < 300; at += 1)
      expect(both.match(new RegExp(`${who}${at}(?!\\d)`))?.length ?? 0).toBeLessThanOrEqual(1)
  expect([...both.matchAll(/[ab0-9 ]/g)]).toHaveLength(both.length)
  const letters = (who: string) => both.split('').filter((letter) => letter === who).length
  expect([letters('a'), letters('b')]).toEqual([300, 300])
})

test('[ST6] a disk that refuses is said, nothing is shown as if it were the document, and writing resumes', async ({
  pages,
}) => {
  test.setTimeout(180_000)
  const browser = makeOwnBrowser()
  try {
    // A profile that was used before, then something sits where the databases belong.
    const before = await browser.open(pages.url('replica'))
    await before.evaluate(async (name) => {
      const { store, text } = await window.lab.openText(name)
      text.insert(0, 'from before ')
      await store.whenKept()
    }, 'countersign/other/body/finding/institute')
    await browser.quit()
    const folder = join(browser.profile, 'Default', 'IndexedDB')
    rmSync(folder, { recursive: true })
    writeFileSync(folder, '')

    const page = await browser.open(pages.url('replica'))
    const refused = await page.evaluate(async (name) => {
      const held = await window.lab.openText(name)
      Object.assign(window, { held })
      held.text.insert(0, 'typed without a disk')
      await held.store.whenKept()
      const replica = await window.lab.openReplica()
      const reviews = replica.reviews.get()
      const review = await replica.createReview({
        title: 'In memory',
        modelName: '',
        institute: '',
        lab: '',
      })
      const session = await replica.openReview(review)
      window.lab.newFinding(session, 'In memory too')
      const copy = new TextDecoder().decode(await replica.copyOf(review))
      return {
        contents: held.store.contents.get(),
        state: held.store.keepState.get(),
        reviews,
        replicaState: replica.keepState.get().kind,
        findings: session.findings.get().length,
        documents: (JSON.parse(copy) as { documents: unknown[] }).documents.length,
      }
    }, name)
    expect(refused).toMatchObject({
      contents: 'unread',
      state: { kind: 'needsYou', problem: { kind: 'refused' } },
      reviews: 'loading',
      replicaState: 'needsYou',
      findings: 1,
    })
    expect(refused.documents).toBeGreaterThanOrEqual(1)

    rmSync(folder)
    await expect
      .poll(() => page.evaluate(() => (window as unknown as Held).held.store.keepState.get().kind), { timeout: 20_000 })
      .toBe('kept')
    const found = await page.evaluate((name) => window.lab.reopenedText(name), name)
    expect(found.text).toBe('typed without a disk')
  } finally {
    await browser.remove()
  }
})

test('[ST7] storage that is cleared under a running window is written again from memory', async ({
  openTestPage,
  pages,
  context,
}) => {
  const page = await openTestPage('replica')
  await page.evaluate(async (name) => {
    const held = await window.lab.openText(name)
    Object.assign(window, { held })
    held.text.insert(0, 'before the clearing')
    await held.store.whenKept()
  }, name)
  const devTools = await context.newCDPSession(page)
  await devTools.send('Storage.clearDataForOrigin', {
    origin: pages.origin,
    storageTypes: 'indexeddb',
  })
  await expect
    .poll(
      async () => {
        const other = await context.newPage()
        await other.goto(pages.url('replica'))
        const { text } = await other.evaluate((name) => window.lab.reopenedText(name), name)
        await other.close()
        return text
      },
      { timeout: 10_000 },
    )
    .toBe('before the clearing')
})

test('[ST8] stock y-indexeddb reads what we wrote, and we read what it wrote', async ({ openTestPage }) => {
  const page = await openTestPage('replica')
  const seen = await page.evaluate(async (name) => {
    const ours = await window.lab.openText(name)
    for (const word of ['a', 'b', 'c']) {
      ours.text.insert(ours.text.length, word)
      await ours.store.whenKept()
    }
    await ours.store.close()
    const doc = new window.lab.Y.Doc()
    const stock = new window.lab.IndexeddbPersistence(name, doc)
    await stock.whenSynced
    const readByStock = doc.getText('text').toJSON()
    doc.getText('text').insert(3, 'd')
    await stock.destroy()
    const again = await window.lab.reopenedText(name)

    // What we take over must exist by these names in the pinned version, and must be quiet afterwards.
    const idle = new window.lab.Y.Doc()
    const db = await window.lab.openDatabase(`${name}/idle`, idle)
    idle.getText('text').insert(0, 'x')
    const { rows } = await window.lab.readRows(db)
    return { readByStock, again, rows: rows.length }
  }, name)
  expect(seen.readByStock).toBe('abc')
  expect(seen.again).toMatchObject({ text: 'abcd', contents: 'whole' })
  expect(seen.rows).toBe(0)
})

test('[ST9] a burst of edits is a few transactions, and many rows become one when it is idle', async ({
  openTestPage,
}) => {
  const page = await openTestPage('replica')
  const seen = await page.evaluate(async (name) => {
    const { store, text, doc } = await window.lab.openText(name)
    const begun = performance.now()
    for (let at = 0; at < 20_000; at += 1) text.insert(Math.floor(at / 2), 'x')
    await store.whenKept()
    const burst = performance.now() - begun
    for (let at = 0; at < 450; at += 1) {
      text.insert(text.length, 'y')
      await store.whenKept()
    }
    const count = async () => {
      const db = await window.lab.rawRows(name)
      const request = db.transaction('updates').objectStore('updates').count()
      await new Promise((resolve) => {
        request.onsuccess = resolve
      })
      db.close()
      return request.result
    }
    const rowsBefore = await count()
    const until = performance.now() + 8000
    while ((await count()) > 1 && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 50))
    const rowsAfter = await count()
    const length = doc.getText('text').length
    return { burst, rowsBefore, rowsAfter, length }
  }, name)
  console.log(`burst of 20,000: ${seen.burst.toFixed(0)} ms; rows ${seen.rowsBefore} -> ${seen.rowsAfter}`)
  expect(seen.rowsBefore).toBeGreaterThanOrEqual(450)
  expect(seen.rowsBefore).toBeLessThan(460)
  expect(seen.rowsAfter).toBe(1)
  await page.reload()
  const found = await page.evaluate((name) => window.lab.reopenedText(name), name)
  expect(found.text).toHaveLength(seen.length)
})

test('[ST10] a recorded paper of 259,778 keystrokes ends in its own text, is kept, and opens the same', async ({
  openTestPage,
}) => {
  test.setTimeout(180_000)
  const trace = JSON.parse(
    gunzipSync(readFileSync(new URL('../fixtures/traces/automerge-paper.json.gz', import.meta.url))).toString(),
  ) as { endContent: string; txns: { patches: [number, number, string][] }[] }
  const page = await openTestPage('replica')
  const typed = await page.evaluate(
    async ({ name, edits }) => {
      const { store, text, doc } = await window.lab.openText(name)
      for (let at = 0; at < edits.length; at += 1) {
        const [place, removed, added] = edits[at] ?? [0, 0, '']
        doc.transact(() => {
          if (removed > 0) text.delete(place, removed)
          if (added !== '') text.insert(place, added)
        })
        if (at % 1000 === 999) await new Promise((resolve) => setTimeout(resolve))
      }
      await store.whenKept()
      await store.close()
      return text.toJSON()
    },
    { name, edits: trace.txns.flatMap(({ patches }) => patches) },
  )
  expect(typed === trace.endContent).toBe(true)
  await page.reload()
  const found = await page.evaluate((name) => window.lab.reopenedText(name), name)
  expect(found.text === trace.endContent).toBe(true)
  expect(found.contents).toBe('whole')
})

test('[ST11] a thousand documents are written and found again, and only those in use stay open', async ({
  openTestPage,
}) => {
  test.setTimeout(300_000)
  const page = await openTestPage('replica')
  const seen = await page.evaluate(async () => {
    const docs = window.lab.makeLiveDocs(0)
    const address = (at: number) => ({
      review: 'many',
      name: `body/${at}/institute` as const,
    })
    const opening = { affected: () => '' }
    const begun = performance.now()
    for (let at = 0; at < 1000; at += 50) {
      const some = Array.from({ length: 50 }, (_, step) => docs.open(address(at + step), opening))
      await Promise.all(some.map(({ ready }) => ready))
      some.forEach(({ doc }, step) => doc.getText('text').insert(0, `document ${at + step}`))
      await docs.whenKept()
      for (const live of some) live.close()
    }
    const written = performance.now() - begun
    while (docs.openNames().length > 0) await new Promise((resolve) => setTimeout(resolve, 10))
    const start = performance.now()
    const wrong: number[] = []
    for (let at = 0; at < 1000; at += 1) {
      const live = docs.open(address(at), opening)
      await live.ready
      if (live.doc.getText('text').toJSON() !== `document ${at}`) wrong.push(at)
      live.close()
    }
    return { written, read: performance.now() - start, wrong }
  })
  console.log(
    `1,000 documents: written in ${seen.written.toFixed(0)} ms, read one by one in ${seen.read.toFixed(0)} ms`,
  )
  expect(seen.wrong).toEqual([])
})

test('[ST12] a document of a newer layout opens to be read, and verbs change nothing', async ({ openTestPage }) => {
  const page = await openTestPage('replica')
  const seen = await page.evaluate(async () => {
    const replica = await window.lab.openReplica({ closeAfter: 0 })
    const review = await replica.createReview({
      title: 'From later',
      modelName: 'Aurora',
      institute: '',
      lab: '',
    })
    const first = await replica.openReview(review)
    const finding = window.lab.newFinding(first, 'One')
    first.close()
    await replica.whenKept()
    const raw = await window.lab.openText(window.lab.databaseName({ review, name: 'catalogue/institute' }))
    raw.doc.getMap('layout').set('version', 2)
    raw.doc.getMap('findings').set(`${finding}|likelihood`, { shape: 'of later' })
    await raw.store.whenKept()
    await raw.store.close()
    const later = await window.lab.openReplica({ closeAfter: 0 })
    const session = await later.openReview(review)
    session.setField(finding, 'title', 'Changed')
    return {
      contents: session.contents.get(),
      finding: session.finding(finding),
      state: later.keepState.get(),
    }
  })
  expect(seen.contents).toBe('newer')
  expect(seen.finding).toMatchObject({
    key: 'F-001',
    fields: { title: 'One' },
  })
  expect(seen.finding?.fields.likelihood).toBeUndefined()
  expect(seen.state).toMatchObject({
    kind: 'needsYou',
    problem: { kind: 'newer', affected: 'AUR-1' },
  })
})

test('[ST13] a row that another window wrote and never told of is taken in before many rows become one', async ({
  openTestPage,
}) => {
  const page = await openTestPage('replica')
  const seen = await page.evaluate(async (name) => {
    const { store, text, doc } = await window.lab.openText(name)
    for (let at = 0; at < 30; at += 1) {
      text.insert(text.length, 'x')
      await store.whenKept()
    }
    const silent = new window.lab.Y.Doc()
    silent.getText('text').insert(0, 'said by nobody ')
    const db = await window.lab.rawRows(name)
    await window.lab.appendRow(db, window.lab.Y.encodeStateAsUpdate(silent))
    const rowsBefore = (await window.lab.readRows(db)).rows.length
    await store.tidy()
    const { rows } = await window.lab.readRows(db)
    db.close()
    await store.close()
    doc.destroy()
    return {
      rowsBefore,
      rows: rows.length,
      ...(await window.lab.reopenedText(name)),
    }
  }, name)
  expect(seen.rowsBefore).toBe(31)
  expect(seen.rows).toBe(1)
  expect(seen.text).toContain('said by nobody ')
  expect(seen.text.replace('said by nobody ', '')).toBe('x'.repeat(30))
})

type Held = { held: Awaited<ReturnType<(typeof window)['lab']['openText']>> }
