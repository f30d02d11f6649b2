/**
 * What a measured page offers to the measuring program, as `window.bench`. The same on every page, so that no page is
 * measured in a way of its own. Remote edits are made before the clock runs; only their arrival is measured.
 */
import * as Y from 'yjs'

export interface BenchHook {
  /** The text is in the editor and its frame is done. */
  isReady: boolean
  /** `performance.now()` when the state was in hand and the editor was about to be made. */
  startedAt: number
  /** `performance.now()` after the frame in which all paragraphs stood. */
  shownAt: number
  /** `performance.now()` when the state had been read from the disk, where there is one. */
  handedAt?: number
  /** There while the page waits to be told; see `whenAsked`. */
  begin?: () => void
  remote?: RemoteEdits
  /** Size of the encoded document in bytes. */
  size?: () => number
  /** Encoded document, so that a later visit starts with the state in hand. */
  state?: () => Uint8Array
}

export interface RemoteEdits {
  /** Makes `edits` insertions of one character, spread over `typists` people, each in a paragraph of their own near the middle. */
  prepare(typists: number, edits: number): void
  /** Lets one prepared edit arrive every `everyMs`; resolves with milliseconds from arrival to frame, one number per edit. */
  play(everyMs: number): Promise<number[]>
  stop(): void
}

declare global {
  interface Window {
    bench: BenchHook
  }
}

export const parameters = new URLSearchParams(location.search)
export const wantedWords = Number(parameters.get('words') ?? 0)

window.bench = { isReady: false, startedAt: 0, shownAt: 0 }

/**
 * With `wait` among the parameters: resolves when `begin` is called, so that the editor opens in a page that has come to rest, as in an app that
 * runs already. Without it: at once.
 */
export async function whenAsked(): Promise<void> {
  if (!parameters.has('wait')) return
  document.documentElement.classList.add('same-face')
  // In an app that runs already they are there.
  await Promise.all([...document.fonts].map((font) => font.load()))
  await new Promise<void>((resolve) => {
    window.bench.begin = resolve
  })
}

/** The state that an earlier visit left with the measuring program, or undefined. */
export async function storedState(): Promise<Uint8Array | undefined> {
  const name = parameters.get('state')
  if (name === null) return undefined
  const answer = await fetch(`/state/${name}`)
  return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined
}

/** Sets `shownAt` and `isReady` once `paragraphs` blocks stand in the editor and the next frame is done. */
export function readyWhenShown(paragraphs: number): void {
  const look = () => {
    const editor = document.querySelector('[contenteditable=true]')
    if (editor === null || editor.childElementCount < Math.max(1, paragraphs)) return
    observer.disconnect()
    afterFrame(() => {
      window.bench.shownAt = performance.now()
      window.bench.isReady = true
    })
  }
  const observer = new MutationObserver(look)
  observer.observe(document.documentElement, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['contenteditable'],
  })
  look()
}

/** Remote edits for a page with a Yjs document. `texts` finds the text of every paragraph, in order, in any replica of it. */
export function remoteEdits(doc: Y.Doc, texts: (replica: Y.Doc) => Y.XmlText[]): RemoteEdits {
  let prepared: Uint8Array[] = []
  let timer: ReturnType<typeof setInterval> | undefined
  return {
    prepare(typists, edits) {
      const state = Y.encodeStateAsUpdate(doc)
      const people = Array.from({ length: typists }, (_, index) => {
        const replica = new Y.Doc()
        Y.applyUpdate(replica, state)
        const all = texts(replica)
        // The paragraph in the middle is the local person's own.
        const own = all[Math.min(all.length - 1, (all.length >> 1) + 1 + index)]
        if (own === undefined) throw new Error('no paragraph to type in')
        return { replica, own }
      })
      prepared = []
      for (const { replica } of people) replica.on('update', (update: Uint8Array) => prepared.push(update))
      for (let edit = 0; edit < edits; edit++) {
        const person = people[edit % people.length]
        person?.own.insert(person.own.length, edit % 6 === 5 ? ' ' : 'r')
      }
      for (const { replica } of people) replica.destroy()
    },
    play(everyMs) {
      return new Promise((resolve) => {
        const waits: number[] = []
        let arrived = 0
        timer = setInterval(() => {
          const update = prepared[arrived]
          if (update === undefined) return
          arrived += 1
          const at = performance.now()
          Y.applyUpdate(doc, update, 'bench')
          afterFrame(() => {
            waits.push(performance.now() - at)
            if (waits.length < prepared.length) return
            clearInterval(timer)
            resolve(waits)
          })
        }, everyMs)
      })
    },
    stop() {
      clearInterval(timer)
    },
  }
}

function afterFrame(then: () => void): void {
  requestAnimationFrame(() => {
    const channel = new MessageChannel()
    channel.port1.onmessage = then
    channel.port2.postMessage(0)
  })
}
