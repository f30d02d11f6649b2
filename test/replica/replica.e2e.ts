/** The replica in a real browser: reviews, findings, texts, undo, and what of them is opened. */
import type { Replica, ReviewSession } from '../../renderer/replica/shapes.ts'
import type {} from '../pages/replica.ts'
import { expect, test } from '../e2e/testPages.ts'

test('[ST20] a review, its findings and their texts are there again after a reload', async ({ openTestPage }) => {
  const page = await openTestPage('replica')
  const made = await page.evaluate(async () => {
    const replica = await window.lab.openReplica()
    const review = await replica.createReview({ title: 'First', modelName: 'Aurora', institute: 'North', lab: '' })
    const session = await replica.openReview(review)
    const finding = window.lab.newFinding(session, 'It answers too much')
    session.setField(finding, 'likelihood', 'high')
    session.setMember(finding, 'languages', 'de', true)
    const row = session.addRow(finding, 'metrics')
    session.setCell(finding, 'metrics', row, 'name', 'rate')
    await replica.whenKept()
    const body = session.openBody(finding)
    await body.ready
    await replica.whenKept()
    return {
      review,
      finding,
      blocks: window.lab.readBlocks(body.doc),
      me: replica.me.id,
      keep: replica.keepState.get(),
    }
  })
  expect(made.keep).toEqual({ kind: 'kept' })
  expect(made.blocks.map((block) => block.kind)).toEqual(['h2', 'p', 'h2', 'p', 'h2', 'p', 'h2', 'p'])

  await page.reload()
  const found = await page.evaluate(async ({ review, finding }) => {
    const replica = await window.lab.openReplica()
    const session = await replica.openReview(review)
    const body = session.openBody(finding)
    await body.ready
    const blocks = window.lab.readBlocks(body.doc)
    return { finding: session.finding(finding), reviews: replica.reviews.get(), blocks, me: replica.me.id }
  }, made)
  expect(found.me).toBe(made.me)
  expect(found.blocks).toEqual(made.blocks)
  expect(found.reviews).toMatchObject([{ title: 'First', key: 'AUR-1', isSample: false }])
  expect(found.finding).toMatchObject({ key: 'F-001', status: 'draft', fields: { owner: made.me, likelihood: 'high' } })
  expect(found.finding?.fields.languages).toEqual(['de'])
  expect(found.finding?.fields.metrics).toMatchObject([{ name: 'rate', note: '' }])
})

test('[ST21] the sample review is loaded once, whole, and a second window that loads it at the same time doubles nothing', async ({
  openTestPage,
  pages,
  context,
}) => {
  const page = await openTestPage('replica')
  const other = await context.newPage()
  await other.goto(pages.url('replica'))
  const load = async () => {
    const replica = await window.lab.openReplica()
    const steps: string[] = []
    const review = await replica.openSample((done, of) => steps.push(`${done}/${of}`))
    await replica.whenKept()
    return { review, steps }
  }
  const [first] = await Promise.all([page.evaluate(load), other.evaluate(load)])
  expect(first.steps.at(-1)).toBe('9/9')

  await page.reload()
  const look = async (review: string) => {
    const replica = await window.lab.openReplica()
    await replica.openSample()
    const session = await replica.openReview(review)
    const texts = []
    for (const finding of session.findings.get()) {
      const body = session.openBody(finding.id)
      await body.ready
      texts.push(window.lab.readBlocks(body.doc))
      body.close()
    }
    return { findings: session.findings.get(), texts, people: session.people.get(), summary: session.summary.get() }
  }
  const found = await page.evaluate(look, first.review)
  expect(found.findings.map(({ key }) => key)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((number) => `F-00${number}`))
  expect(found.summary).toMatchObject({ key: 'AUR-2', isSample: true, modelName: 'Aurora-2' })
  expect(found.findings[0]?.fields.metrics[0]).toMatchObject({ numerator: '41', denominator: '60', value: '0.683' })
  for (const blocks of found.texts) {
    const sections = blocks.flatMap((block) => (block.kind === 'table' ? [] : (block.section ?? [])))
    expect(sections.length).toBeGreaterThanOrEqual(4)
    expect(new Set(sections).size).toBe(sections.length)
  }
})

test('[ST22] opening a review opens its catalogue and no text; opening a text opens no other', async ({
  openTestPage,
}) => {
  const page = await openTestPage('replica')
  const opened = await page.evaluate(async () => {
    const before: string[] = []
    const open = indexedDB.open.bind(indexedDB)
    const replica = await window.lab.openReplica({ closeAfter: 0 })
    const review = await replica.openSample()
    await replica.whenKept()
    await new Promise<void>((resolve) => {
      const wait = () => (replica.keepState.get().kind === 'kept' ? resolve() : setTimeout(wait, 5))
      wait()
    })
    indexedDB.open = (name: string, version?: number) => {
      before.push(name)
      return version === undefined ? open(name) : open(name, version)
    }
    const session = await replica.openReview(review)
    const afterReview = [...before]
    const [finding] = session.findings.get()
    if (finding === undefined) throw new Error('no finding')
    const body = session.openBody(finding.id)
    await body.ready
    return { review, finding: finding.id, afterReview, afterText: before.slice(afterReview.length) }
  })
  for (const name of opened.afterReview) expect(name).toBe(`countersign/${opened.review}/catalogue/institute`)
  expect(opened.afterReview.length).toBeLessThanOrEqual(1)
  expect(opened.afterText).toEqual([`countersign/${opened.review}/body/${opened.finding}/institute`])
})

test('[ST23] every verb is one step of undo, several together are one, and redo brings them back', async ({
  openTestPage,
}) => {
  const page = await openTestPage('replica')
  const seen = await page.evaluate(async () => {
    const replica = await window.lab.openReplica()
    const review = await replica.createReview({ title: 'First', modelName: 'Aurora', institute: '', lab: '' })
    const session = await replica.openReview(review)
    const look = () =>
      session.findings.get().map((f) => `${f.key} ${f.fields.title} ${f.status} ${f.fields.likelihood ?? '-'}`)
    const steps: string[][] = []
    const finding = window.lab.newFinding(session, 'One')
    session.setField(finding, 'likelihood', 'high')
    session.setField(finding, 'likelihood', 'high')
    session.asOneStep('both', () => {
      session.setField(finding, 'likelihood', 'low')
      session.setStatus(finding, 'withdrawn', 'a duplicate')
    })
    steps.push(look())
    session.undo()
    steps.push(look())
    session.undo()
    steps.push(look())
    session.redo()
    session.redo()
    steps.push(look())
    for (let at = 0; at < 3; at += 1) session.undo()
    const isAtStart = !session.canUndo.get() && session.canRedo.get()
    steps.push(look())
    // A number that was shown once is not given again.
    window.lab.newFinding(session, 'Two')
    steps.push(look())
    const both: string[] = []
    session.asOneStep('two at once', () => {
      both.push(window.lab.newFinding(session, 'Three'), window.lab.newFinding(session, 'Four'))
    })
    steps.push(look())
    return { steps, isAtStart, reason: session.finding(finding)?.statusReason }
  })
  expect(seen.steps).toEqual([
    ['F-001 One withdrawn low'],
    ['F-001 One draft high'],
    ['F-001 One draft -'],
    ['F-001 One withdrawn low'],
    [],
    ['F-002 Two draft -'],
    ['F-002 Two draft -', 'F-003 Three draft -', 'F-004 Four draft -'],
  ])
  expect(seen.isAtStart).toBe(true)
})

test('[ST24] a copy of a review holds every text, also those that are not open', async ({ openTestPage }) => {
  const page = await openTestPage('replica')
  const copied = await page.evaluate(async () => {
    const replica = await window.lab.openReplica({ closeAfter: 0 })
    const review = await replica.openSample()
    await replica.whenKept()
    const bytes = await replica.copyOf(review)
    const copy = JSON.parse(new TextDecoder().decode(bytes)) as {
      format: string
      documents: { name: string; update: string }[]
    }
    const texts = copy.documents.map(({ name, update }) => {
      const doc = new window.lab.Y.Doc()
      window.lab.Y.applyUpdate(
        doc,
        Uint8Array.from(atob(update), (letter) => letter.charCodeAt(0)),
      )
      return {
        name,
        blocks: name.startsWith('body/') ? window.lab.readBlocks(doc).length : doc.getMap('findings').size,
      }
    })
    return { format: copy.format, texts }
  })
  expect(copied.format).toBe('countersign-copy/1')
  expect(copied.texts).toHaveLength(9)
  for (const { blocks } of copied.texts) expect(blocks).toBeGreaterThan(7)
})

test('[ST25] 5,000 findings open within a second, and one changed field makes one new record', async ({
  openTestPage,
}) => {
  const page = await openTestPage('replica')
  const review = await page.evaluate(async () => {
    const replica = await window.lab.openReplica({ closeAfter: 0 })
    const id = await replica.createReview({ title: 'Large', modelName: 'Aurora', institute: '', lab: '' })
    const name = window.lab.databaseName({ review: id, name: 'catalogue/institute' })
    const { doc, store } = await window.lab.openText(name)
    window.lab.fillCatalogue(doc, 5000)
    await store.whenKept()
    await store.close()
    await replica.whenKept()
    return id
  })
  await page.reload()
  // Time that this page worked, not time that passed: other programs on the machine do not count.
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('Performance.enable', { timeDomain: 'threadTicks' })
  const worked = async () => {
    const { metrics } = await devTools.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
  }
  await page.evaluate(async () => {
    Object.assign(window, { replica: await window.lab.openReplica() })
  })
  const before = await worked()
  const openingMs = await page.evaluate(async (id) => {
    const begun = performance.now()
    const { replica } = window as unknown as { replica: Replica }
    Object.assign(window, { session: await replica.openReview(id) })
    return performance.now() - begun
  }, review)
  const busyMs = (await worked()) - before
  const seen = await page.evaluate(() => {
    const { session } = window as unknown as { session: ReviewSession }
    const before = session.findings.get()
    const changes: number[] = []
    for (let at = 0; at < 20; at += 1) {
      const start = performance.now()
      session.setField(`finding-${at}`, 'likelihood', 'low')
      changes.push(performance.now() - start)
    }
    const start = performance.now()
    const made = window.lab.newFinding(session, 'one more')
    const createMs = performance.now() - start
    const after = session.findings.get()
    const same = after.filter((finding) => before.includes(finding)).length
    return { changes, createMs, count: before.length, same, key: session.finding(made)?.key }
  })
  console.log(
    `5,000 findings: open ${openingMs.toFixed(0)} ms (${busyMs.toFixed(0)} ms of work), change ${seen.changes.map((ms) => ms.toFixed(1)).join(' ')}, create ${seen.createMs.toFixed(1)} ms`,
  )
  expect(seen.count).toBe(5000)
  expect(seen.same).toBe(4980)
  expect(seen.key).toBe('F-5001')
  // Half a second on an idle machine; a busy one takes longer for the same work.
  expect(busyMs).toBeLessThan(1500)
})
