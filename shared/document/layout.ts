/**
 * Where things stand in the Yjs documents of a review: names of shared types and the flat keys inside them. Adding a kind of value is a
 * change of this file and of its reader and writer beside it, and of nothing else.
 *
 * Flat keys, because two people who make the same nested map while apart lose one side of it; with flat keys both keep theirs. So there is
 * no nested shared type in a catalogue:
 *   findings   `<finding>|<field>`                   text, number, or id
 *              `<finding>|<field>|<member>`          true or false: the member of a set (a member may hold `|`)
 *              `<finding>|<field>|<row>|<column>`    text; beside the columns `place` (number) and `removed` (true)
 *              `<finding>|<meta>`                    see `metaKeys`
 *   review     `title`, `modelName` … and `person|<id>|<column>`, `snapshot|<id>|<column>`
 *   claims     `<finding>` = the number its creator claimed. Apart from `findings`, so that undoing a creation never frees a number.
 *   changes    `<finding>` = when it changed last. Apart, so that undo does not set it back.
 *   layout     `version`
 * Stored and sent: never change the meaning of a key, only add.
 */
import type * as Y from 'yjs'
import type { FieldName } from '../domain/fieldTable.ts'

export const layoutVersion = 1

export const metaKeys = ['status', 'reason', 'lang', 'createdAt', 'createdBy'] as const
export type MetaKey = (typeof metaKeys)[number]
/** Does not compile once a field has the name of a meta key. */
export const noFieldIsMeta: Extract<FieldName, MetaKey> extends never ? true : never = true

export const rowPlace = 'place'
export const rowRemoved = 'removed'

export const findingStatuses = [
  'draft',
  'internal_review',
  'shared',
  'responded',
  'in_dispute',
  'finalised',
  'withdrawn',
  'superseded',
] as const
export type FindingStatus = (typeof findingStatuses)[number]

export const personColumns = ['name', 'organisation', 'role'] as const
export const snapshotColumns = ['label'] as const
export const reviewKeys = ['key', 'title', 'modelName', 'institute', 'lab', 'phase'] as const
export type ReviewKey = (typeof reviewKeys)[number]

export function findingsMap(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('findings')
}

export function reviewMap(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('review')
}

export function claimsMap(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('claims')
}

export function changesMap(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap('changes')
}

/** Ids take part in keys, so they may not hold the separator. */
export function isId(value: string): boolean {
  return value.length > 0 && value.length <= 100 && !value.includes('|')
}

/** `undefined` for a key that names no finding. */
export function splitFindingKey(key: string): { finding: string; rest: string } | undefined {
  const at = key.indexOf('|')
  return at <= 0 || at === key.length - 1 ? undefined : { finding: key.slice(0, at), rest: key.slice(at + 1) }
}

/** The layout a document was written in. Documents without the mark are of the first layout; a mark that is no number counts as newer. */
export function readLayoutVersion(doc: Y.Doc): number {
  const layout = doc.getMap<unknown>('layout')
  if (!layout.has('version')) return 1
  const version = layout.get('version')
  return typeof version === 'number' && Number.isInteger(version) && version > 0 ? version : Number.POSITIVE_INFINITY
}

export function isNewerLayout(doc: Y.Doc): boolean {
  return readLayoutVersion(doc) > layoutVersion
}

export function writeLayoutVersion(doc: Y.Doc): void {
  const layout = doc.getMap<unknown>('layout')
  if (!layout.has('version')) layout.set('version', layoutVersion)
}
