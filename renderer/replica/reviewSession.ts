/**
 * One open review: projections of its catalogue, and the verbs that change it. A verb is one transaction, one undo step, and synchronous:
 * when it returns, the projections hold the change; the disk follows by itself.
 */
import type * as Y from 'yjs'
import { makeId } from '../../shared/base/id.ts'
import type { Platform } from '../../shared/base/platform.ts'
import { openCatalogue, type PersonRecord } from '../../shared/document/catalogue.ts'
import * as write from '../../shared/document/catalogueWrites.ts'
import { nextNumber } from '../../shared/document/humanKeys.ts'
import { claimsMap, findingsMap, reviewMap, writeLayoutVersion } from '../../shared/document/layout.ts'
import { bodyName } from '../../shared/document/names.ts'
import { applySeed } from '../../shared/document/seed.ts'
import type { RowsName } from '../../shared/domain/fieldTable.ts'
import type { LiveDoc } from './liveDoc.ts'
import type { LiveDocs } from './liveDocs.ts'
import { storeOrigin } from './localStore.ts'
import { makeCell } from './readable.ts'
import type { NewFinding, Person, ReviewSession, ReviewSummary } from './shapes.ts'
import { isUntouched, writeTemplate } from './textTemplate.ts'
import { localOrigin, makeUndoSteps } from './undoSteps.ts'

export interface SessionNeeds {
  readonly platform: Platform
  readonly docs: LiveDocs
  readonly me: Person
  /** The name that I chose for others to see, or ''. */
  readonly chosenName: string
  /** The open and ready catalogue; closed with the session. */
  readonly catalogue: LiveDoc
  /** Called after every change, with the summary as it now is. */
  onChanged(summary: ReviewSummary): void
  changedAt(): number
}

/** Seconds of writing in a text count as one change in the list. */
const textChangeEvery = 30_000
/** A text without its headings this long after its creation was cut off by a crash; before that, its creator may still be at it. */
const templateOverdue = 10_000

export function makeReviewSession(id: string, needs: SessionNeeds): ReviewSession {
  const { platform, docs, me, catalogue: live } = needs
  const { doc } = live
  const catalogue = openCatalogue(doc, 'institute')
  const createdNow = new Set<string>()
  const findings = makeCell(catalogue.findings())
  const people = makeCell(withMe(catalogue.people(), me))
  const snapshots = makeCell(catalogue.snapshots())
  const summary = makeCell(summaryNow(needs.changedAt()))
  const steps = makeUndoSteps(doc, (moved) => {
    doc.transact(() => {
      for (const finding of moved) write.writeChanged(doc, finding, platform.clock.now())
    })
  })

  let shownPeople = catalogue.people()
  const stopShowing = catalogue.onChange(() => {
    if (catalogue.people() !== shownPeople) {
      shownPeople = catalogue.people()
      people.set(withMe(shownPeople, me))
    }
    snapshots.set(catalogue.snapshots())
    findings.set(catalogue.findings())
    summary.set(summaryNow(platform.clock.now()))
    needs.onChanged(summary.get())
  })

  function summaryNow(changedAt: number): ReviewSummary {
    return Object.freeze({ id, ...catalogue.review(), changedAt })
  }

  /** One undo step. Touches the finding's time only if something else of it changed. */
  function change(finding: string, work: () => void): void {
    if (live.contents.get() === 'newer') return
    introduceMe()
    doc.transact((transaction) => {
      const before = changedKeys(transaction)
      work()
      if (changedKeys(transaction) > before) write.writeChanged(doc, finding, platform.clock.now())
    }, localOrigin)
  }

  function changedKeys(transaction: Y.Transaction): number {
    const findingKeys: unknown = findingsMap(doc)
    for (const [type, keys] of transaction.changed) if ((type as unknown) === findingKeys) return keys.size
    return 0
  }

  /** Who writes here is among the people of the review. No step of undo takes that back. */
  function introduceMe(): void {
    if (reviewMap(doc).has(`person|${me.id}|name`)) return
    doc.transact(() => write.writePerson(doc, { ...me, name: needs.chosenName }))
  }

  function openBody(finding: string): LiveDoc {
    const body = docs.open(
      { review: id, name: bodyName(finding, 'institute') },
      {
        affected: () => catalogue.finding(finding)?.key ?? '',
        prepare(text, store) {
          applySeed(text)
          const isDue = isTemplateDue(finding, store.contents.get() === 'whole')
          createdNow.delete(finding)
          if (isDue && isUntouched(text)) writeTemplate(text, catalogue.finding(finding)?.lang ?? 'en')
        },
      },
    )
    const stop = noteTextChanges(finding, body)
    return {
      ...body,
      close() {
        stop()
        body.close()
      },
    }
  }

  /** Only the creator writes it, so that two devices never both do; an unread text is not taken for an empty one. */
  function isTemplateDue(finding: string, isWhole: boolean): boolean {
    if (createdNow.has(finding)) return true
    const record = catalogue.finding(finding)
    return isWhole && record?.createdBy === me.id && platform.clock.now() - record.createdAt > templateOverdue
  }

  /** Words typed into the text are a change of the finding, told to the list now and then. */
  function noteTextChanges(finding: string, body: LiveDoc): () => void {
    let toldAt = Number.NEGATIVE_INFINITY
    let isUntold = false
    function tell(): void {
      isUntold = false
      toldAt = platform.clock.now()
      if (catalogue.finding(finding) !== undefined) doc.transact(() => write.writeChanged(doc, finding, toldAt))
    }
    function onUpdate(_update: Uint8Array, origin: unknown): void {
      if (origin === storeOrigin) return
      isUntold = true
      if (platform.clock.now() - toldAt >= textChangeEvery) tell()
    }
    let isStopped = false
    void body.ready.then(() => {
      if (!isStopped) body.doc.on('update', onUpdate)
    })
    return () => {
      isStopped = true
      body.doc.off('update', onUpdate)
      if (isUntold) tell()
    }
  }

  function createFinding(values: NewFinding): string {
    const finding = makeId(platform.random)
    const now = platform.clock.now()
    createdNow.add(finding)
    doc.transact(() => writeLayoutVersion(doc))
    change(finding, () => {
      write.writeClaim(doc, finding, freeNumber())
      write.writeMeta(doc, finding, 'createdAt', now)
      write.writeMeta(doc, finding, 'createdBy', me.id)
      write.writeMeta(doc, finding, 'status', 'draft')
      write.writeMeta(doc, finding, 'lang', values.lang)
      write.writeScalar(doc, finding, 'title', values.title)
      write.writeScalar(doc, finding, 'domain', values.domain)
      write.writeScalar(doc, finding, 'findingType', values.findingType)
      write.writeScalar(doc, finding, 'phase', values.phase)
      write.writeScalar(doc, finding, 'owner', values.owner ?? me.id)
    })
    const body = openBody(finding)
    void body.ready.then(() => body.close())
    return finding
  }

  /** Looks at the claims too: inside `asOneStep` the projection does not know yet what was claimed a moment ago. */
  function freeNumber(): number {
    const claimed = [...claimsMap(doc).values()].filter(
      (number) => typeof number === 'number' && Number.isInteger(number),
    )
    return nextNumber([...catalogue.numbers().values(), ...(claimed as number[])])
  }

  function addRow(finding: string, field: RowsName): string {
    const row = makeId(platform.random)
    change(finding, () => write.writeRow(doc, finding, field, row, write.nextPlace(doc, finding, field)))
    return row
  }

  return {
    id,
    summary,
    people,
    snapshots,
    findings,
    contents: live.contents,
    finding: (finding) => catalogue.finding(finding),
    openBody,
    createFinding,
    setField: (finding, field, value) => change(finding, () => write.writeScalar(doc, finding, field, value)),
    setMember: (finding, field, member, isIn) =>
      change(finding, () => write.writeMember(doc, finding, field, member, isIn)),
    addRow,
    setCell: (finding, field, row, column, value) =>
      change(finding, () => write.writeCell(doc, finding, field, row, column, value)),
    removeRow: (finding, field, row) => change(finding, () => write.writeRowRemoved(doc, finding, field, row)),
    setLanguage: (finding, lang) => change(finding, () => write.writeMeta(doc, finding, 'lang', lang)),
    setStatus: (finding, status, reason) =>
      change(finding, () => {
        write.writeMeta(doc, finding, 'status', status)
        write.writeMeta(doc, finding, 'reason', reason)
      }),
    asOneStep: (_label, work) => doc.transact(work, localOrigin),
    undo: steps.undo,
    redo: steps.redo,
    canUndo: steps.canUndo,
    canRedo: steps.canRedo,
    close() {
      stopShowing()
      steps.close()
      catalogue.close()
      live.close()
    },
  }
}

/** I am always among the people, under the name that I am shown by on this device. */
function withMe(people: readonly PersonRecord[], me: Person): readonly Person[] {
  const others = people.filter(({ id }) => id !== me.id)
  const known = people.find(({ id }) => id === me.id)
  return Object.freeze([known === undefined || known.name === '' ? me : { ...known }, ...others])
}
