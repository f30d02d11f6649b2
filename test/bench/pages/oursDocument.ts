/** The document that our page measures on: kept in IndexedDB as any text of a finding is, with the prose in it from the first visit on. */
import * as Y from 'yjs'
import type { LiveDoc } from '../../../renderer/replica/liveDoc.ts'
import { makeLiveDocs } from '../../../renderer/replica/liveDocs.ts'
import type { TextBlock } from '../../../shared/document/blocks.ts'
import { applySeed } from '../../../shared/document/seed.ts'
import { readBlocks, textRoot, writeBlocks } from '../../../shared/document/writeBlocks.ts'
import { remoteEdits, type RemoteEdits } from './benchHook.ts'

const docs = makeLiveDocs()

export function openOurs(words: number): LiveDoc {
  const address = { review: `bench-${words}`, name: 'body/measured/institute' } as const
  return docs.open(address, { affected: () => 'bench', prepare: applySeed })
}

/** Writes the paragraphs when they are not there yet, and waits until they are on the disk. */
export async function fillOurs(live: LiveDoc, paragraphs: readonly string[]): Promise<void> {
  const has = readBlocks(live.doc).length
  if (paragraphs.length === 0 || has >= paragraphs.length) return
  writeBlocks(
    live.doc,
    paragraphs.map((text): TextBlock => ({ kind: 'p', runs: [{ text }] })),
  )
  await docs.whenKept()
}

export function remoteEditsOf(live: LiveDoc): RemoteEdits {
  return remoteEdits(live.doc, (replica) => leaves(textRoot(replica)))
}

function leaves(element: Y.XmlElement): Y.XmlText[] {
  return element.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return [child]
    return child instanceof Y.XmlElement ? leaves(child) : []
  })
}
