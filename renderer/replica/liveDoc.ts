/**
 * One open Yjs document of this device. Order of life: local store, seed, bind, (later) attach to the hub.
 * Opened lazily, shared by everyone on this page who opens the same address, closed when the last one closes.
 */
import type * as Y from 'yjs'
import type { DocumentAddress } from '../../shared/document/names.ts'
import type { Contents, KeepState, Readable, SwallowedText } from './shapes.ts'

export interface LiveDoc {
  readonly address: DocumentAddress
  readonly doc: Y.Doc
  /** Loaded from this disk and seeded. Resolves also when the store refused: then `keepState` says so and the text lives in memory. */
  readonly ready: Promise<void>
  readonly keepState: Readable<KeepState>
  /** While it is not `whole`, an editor says so; `unread` is never shown as an empty text, `newer` is read-only. */
  readonly contents: Readable<Contents>
  /** What merges swallowed since this was opened, to be offered back. It is never written back by itself. */
  readonly swallowed: Readable<readonly SwallowedText[]>
  /** Taken back or let go: no longer offered. */
  forgetSwallowed(id: number): void
  /** Claims the document for an editor. A second claim while the first is held is a fault of ours and throws. */
  claimBinding(): () => void
  close(): void
}
