/**
 * No page of the app: fills the databases of this origin with a review of `count` findings, so that the app opens it next.
 * Writes the catalogue itself, since creating findings by the verbs would open as many texts.
 */
import { catalogueName } from '../../../shared/document/names.ts'
import {
  writeChanged,
  writeClaim,
  writeMeta,
  writeReview,
  writeScalar,
} from '../../../shared/document/catalogueWrites.ts'
import { writeLayoutVersion } from '../../../shared/document/layout.ts'
import { entriesOf } from '../../../shared/domain/vocabularies.ts'
import { openDeviceRegister } from '../../../renderer/replica/deviceRegister.ts'
import { makeLiveDocs } from '../../../renderer/replica/liveDocs.ts'
import { parameters } from './benchHook.ts'
import { prose, seededRandom } from './prose.ts'

const review = parameters.get('review') ?? ''
const count = Number(parameters.get('count') ?? 0)
const began = Date.UTC(2026, 0, 5)

const next = seededRandom(11)
const pick = <T,>(list: readonly T[]): T | undefined => list[Math.floor(next() * list.length)]
const idOf = (list: readonly { id: string }[]) => pick(list)?.id ?? ''
const statuses = ['draft', 'internal_review', 'shared', 'responded', 'finalised'] as const

const docs = makeLiveDocs()
const live = docs.open({ review, name: catalogueName('institute') }, { affected: () => 'bench' })
await live.ready
const { doc } = live
const titles = prose(count * 8, 8, 5)
doc.transact(() => {
  writeLayoutVersion(doc)
  writeReview(doc, 'key', 'BEN-1')
  writeReview(doc, 'title', `A review with ${count} findings`)
  writeReview(doc, 'modelName', 'Aurora')
  writeReview(doc, 'institute', 'Institute')
  titles.forEach((title, index) => {
    const finding = idAt(index)
    writeClaim(doc, finding, index + 1)
    writeMeta(doc, finding, 'createdAt', began + index * 60_000)
    writeMeta(doc, finding, 'createdBy', 'somebody')
    writeMeta(doc, finding, 'status', pick(statuses) ?? 'draft')
    writeMeta(doc, finding, 'lang', 'en')
    writeScalar(doc, finding, 'title', title)
    writeScalar(doc, finding, 'summary', `${title} ${title}`)
    writeScalar(doc, finding, 'domain', idOf(entriesOf('domain')))
    writeScalar(doc, finding, 'findingType', idOf(entriesOf('findingType')))
    writeScalar(doc, finding, 'phase', idOf(entriesOf('phase')))
    writeScalar(doc, finding, 'owner', `person-${index % 12}`)
    writeScalar(doc, finding, 'likelihood', idOf(entriesOf('level')))
    writeScalar(doc, finding, 'impact', idOf(entriesOf('level')))
    writeChanged(doc, finding, began + Math.floor(next() * 1e10))
  })
})

const register = openDeviceRegister()
await register.store.ready
register.writeReview({
  id: review,
  key: 'BEN-1',
  title: `A review with ${count} findings`,
  modelName: 'Aurora',
  institute: 'Institute',
  lab: '',
  phase: '',
  isSample: false,
  changedAt: began,
})
await register.store.whenKept()
await docs.whenKept()
window.bench.isReady = true

function idAt(index: number): string {
  return `${index.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`
}
