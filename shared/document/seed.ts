/**
 * What every text begins with: one empty block with an empty text in it, as constant bytes of a fixed client. Everyone applies it before
 * anything else, so two people who open a fresh finding while apart type into the same block and the same text.
 * Never change the bytes of a version: (client 1, clock n) has to mean the same item everywhere. A new beginning is a new version.
 */
import * as Y from 'yjs'

/** `root-v2` → `block` → Y.XmlText, written by client 1. */
const seedV1 = new Uint8Array([
  1, 2, 1, 0, 7, 1, 7, 114, 111, 111, 116, 45, 118, 50, 3, 5, 98, 108, 111, 99, 107, 7, 0, 1, 0, 6, 0,
])

/** Origin of the transaction, if it changes anything. */
export const seedOrigin = 'seed'

/** Applying it again, or after others did, changes nothing. */
export function applySeed(doc: Y.Doc): void {
  Y.applyUpdate(doc, seedV1, seedOrigin)
}
