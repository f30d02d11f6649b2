/**
 * Collects what merges swallowed of this window's own words, so that the screen can offer them back.
 * What is on this disk has been told to the other windows; only words that were typed after that can have been removed unseen.
 */
import * as Y from 'yjs'
import { watchSwallowed } from '../../shared/document/recovered.ts'
import { makeCell } from './readable.ts'
import type { KeepState, Readable, SwallowedText } from './shapes.ts'

export interface Swallowed {
  readonly texts: Readable<readonly SwallowedText[]>
  /** Call when the document has been read: what its rows removed long ago is no news. */
  start(): void
  forget(id: number): void
  close(): void
}

/** `isRemote` tells which origins bring what others wrote. */
export function collectSwallowed(
  doc: Y.Doc,
  keepState: Readable<KeepState>,
  isRemote: (origin: unknown) => boolean,
): Swallowed {
  const texts = makeCell<readonly SwallowedText[]>([])
  let nextId = 1
  let toldClock = 0

  function noteTold(): void {
    if (keepState.get().kind === 'kept') toldClock = Y.getState(doc.store, doc.clientID)
  }

  /** The others know all but my newest words: what they removed of the rest they had seen. */
  function knownToOthers(): ReadonlyMap<number, number> {
    return Y.decodeStateVector(Y.encodeStateVector(doc)).set(doc.clientID, toldClock)
  }

  const watch = () =>
    watchSwallowed(doc, {
      isRemote,
      knownToOthers,
      onSwallowed(fragments) {
        // The writer's own window finds them for sure; if the others offered them too, they would be put back twice.
        const mine = fragments.filter(({ isMine }) => isMine)
        if (mine.length > 0) texts.set([...texts.get(), ...mine.map(({ text, at }) => ({ id: nextId++, text, at }))])
      },
    })

  let stop = () => {}
  return {
    texts,
    start() {
      noteTold()
      const stopNoting = keepState.subscribe(noteTold)
      const stopWatching = watch()
      stop = () => {
        stopNoting()
        stopWatching()
      }
    },
    forget: (id) => texts.set(texts.get().filter((each) => each.id !== id)),
    close: () => stop(),
  }
}
