/** The sample is written by hand and computed elsewhere, so it proves the rules as much as the rules prove it. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadSampleReview, parseSampleReview } from '../../shared/demo/sampleReview.ts'
import { plainText } from '../../shared/document/blocks.ts'
import { type Missing, missingForSaving, missingForSharing } from '../../shared/domain/completeness.ts'
import { riskOf } from '../../shared/domain/risk.ts'

interface SampleFile {
  findings: {
    key: string
    assessment: { riskLevel: string }
    observation: string
    handling: { publicationIntent: string }
    [key: string]: unknown
  }[]
  evidence: { file: string; sha256: string; bytes: number }[]
}
const folder = new URL('../../shared/demo/', import.meta.url)
const file = JSON.parse(readFileSync(new URL('sample-review.json', folder), 'utf8')) as SampleFile
const sample = await loadSampleReview()

describe('the sample review', () => {
  it('[FI16] has its review, people, snapshots and findings as the file tells them', () => {
    expect(sample.review).toEqual({
      id: '5f71c6bd-2c3a-50f0-a2e7-78c5302466ae',
      key: 'AUR-2',
      title: 'Aurora-2 safety review',
      modelName: 'Aurora-2',
      institute: 'Northgate Institute for AI Safety',
      lab: 'Larkfield AI',
      phase: 'post_deployment',
    })
    expect(sample.people).toHaveLength(11)
    expect(sample.people[0]).toEqual({
      id: 'p-eval-a',
      name: 'Evaluator A',
      organisation: 'Northgate Institute for AI Safety',
      role: 'evaluator',
    })
    expect(sample.snapshots.map(({ id }) => id)).toEqual([
      'aurora-2-rc1',
      'aurora-2-rc2',
      'aurora-2-2026-10-13',
      'aurora-2-2026-10-13-p1',
    ])
    expect(sample.findings.map(({ number, status }) => `F-00${number} ${status}`)).toEqual([
      'F-001 finalised',
      'F-002 finalised',
      'F-003 finalised',
      'F-004 finalised',
      'F-005 finalised',
      'F-006 finalised',
      'F-007 in_dispute',
      'F-008 internal_review',
    ])
    expect(new Date(sample.findings[7]?.createdAt ?? 0).toISOString()).toBe('2026-11-12T09:30:00.000Z')
  })

  it('[FI16] has every text of the file in a field or in the body', () => {
    for (const [at, finding] of sample.findings.entries()) {
      const ours = JSON.stringify([finding.fields, finding.body.map(plainText)])
      const { title, summary, observation, impact, limitations, reproduction, threatModel, method, assessment } = file
        .findings[at] as Record<string, unknown>
      const {
        riskLevel: _risk,
        assessedBy: _by,
        assessedAt: _at,
        scale: _scale,
        ...rating
      } = assessment as object & Record<string, unknown>
      const { referenceModels: _models, ...plainMethod } = method as object & Record<string, unknown>
      const texts = [title, summary, observation, impact, limitations, reproduction]
      for (const words of [...texts, ...Object.values({ ...(threatModel as object), ...plainMethod, ...rating })]) {
        expect(ours, finding.id).toContain(JSON.stringify(words).slice(1, -1))
      }
    }
  })

  it('[FI16] names in each row of numbers a snapshot of the review, or says in words what else was measured', () => {
    const snapshots = new Set(sample.findings.flatMap(({ fields }) => fields.metrics.map((row) => row.snapshot)))
    const ids = new Set(sample.snapshots.map(({ id }) => id))
    expect([...snapshots].filter((snapshot) => !ids.has(snapshot)).sort()).toEqual([
      'Human baseline',
      'Reference model Alpha',
      'Several snapshots',
    ])
  })

  it('[FI16] opens each section with a heading that carries its name, in the order of the text', () => {
    for (const { body } of sample.findings) {
      const headings = body.filter((block) => block.kind === 'h2')
      expect(headings.map((block) => block.kind === 'h2' && [block.section, plainText(block)])).toEqual([
        ['observation', 'Observation'],
        ['impact', 'Impact'],
        ['limitations', 'Limitations'],
        ['reproduction', 'Reproduction'],
      ])
      expect(body.filter((block) => block.kind === 'p' && plainText(block) !== '')).toHaveLength(4)
    }
  })

  it('[FI16] gives every row an id of its own that is the same each time', () => {
    const again = parseSampleReview(structuredClone(file))
    expect(again).toEqual({ ok: true, value: sample })
    const ids = sample.findings.flatMap(({ fields }) =>
      [...fields.metrics, ...fields.validityChecks, ...fields.recommendations].map(({ id }) => id),
    )
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toContain('F-001.M1')
    expect(ids).toContain('F-001.R1')
  })

  it('[FI4] has the risk levels that the table gives', () => {
    expect(sample.findings.map(({ fields }) => riskOf(fields))).toEqual(
      file.findings.map((finding) => finding.assessment.riskLevel),
    )
  })

  it('[FI13] is complete for sharing, but for the peer reviewers that the file itself lacks or breaks', () => {
    const lacking: Record<string, readonly Missing[]> = {}
    for (const finding of sample.findings) {
      expect(missingForSaving(finding.fields)).toEqual([])
      const sections = new Set(finding.body.map((block) => (block.kind === 'table' ? undefined : block.section)))
      const missing = missingForSharing(finding.fields, { sectionHasText: (section) => sections.has(section) })
      if (missing.length > 0) lacking[`F-00${finding.number}`] = missing
    }
    expect(lacking).toEqual({
      'F-003': [{ kind: 'field', field: 'peerReviewer', why: 'reviewerIsAuthor' }],
      'F-004': [{ kind: 'field', field: 'peerReviewer', why: 'reviewerIsAuthor' }],
      'F-008': [{ kind: 'field', field: 'peerReviewer', why: 'empty' }],
    })
  })

  it('[FI16] is refused with the place when a value does not fit', () => {
    const place = (change: (copy: SampleFile) => void) => {
      const copy = structuredClone(file)
      change(copy)
      const read = parseSampleReview(copy)
      return read.ok ? 'read' : read.refusal.facts?.['place']
    }
    expect(place(() => undefined)).toBe('read')
    expect(place((copy) => Object.assign(copy.findings[2] ?? {}, { domain: 'space_weather' }))).toBe(
      'findings[2].domain',
    )
    expect(place((copy) => Object.assign(copy.findings[0]?.handling ?? {}, { tlp: 'TLP:PINK' }))).toBe(
      'findings[0].handling.tlp',
    )
    expect(place((copy) => Object.assign(copy, { findings: 'none' }))).toBe('findings')
    expect(place((copy) => Object.assign(copy, { format: 'review-demo/2' }))).toBe('format')
  })

  it('[FI16] carries the evidence files that are here unchanged', () => {
    const here = file.evidence.filter((evidence) => existsSync(new URL(evidence.file, folder)))
    expect(here).toHaveLength(7)
    for (const evidence of here) {
      const bytes = readFileSync(new URL(evidence.file, folder))
      expect(bytes.length).toBe(evidence.bytes)
      expect(createHash('sha256').update(bytes).digest('hex'), evidence.file).toBe(evidence.sha256)
    }
  })
})
