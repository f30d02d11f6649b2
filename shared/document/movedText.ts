/**
 * Text that was moved: the rest of a line behind Enter, a paragraph joined to the one before. Yjs cannot move; the text is removed in one
 * place and written in another. When two people move the same text while apart, both copies would stay. So each move is noted in the
 * document, character by character, and where two moves took the same character, everyone removes the same copy.
 *
 * Deterministic: what is removed follows from the notes alone, never from the order in which they arrived or from what is still there.
 * So all devices remove the same copies, one always stays, and removing twice is removing once.
 * A move is also proof of what was joined on purpose: see `recovered.ts`.
 */
import * as Y from 'yjs'

/** [from client, from clock, to client, to clock, length, length of the whole move]. Stored: never change the order. */
type Move = readonly [number, number, number, number, number, number]

export interface IdRange {
  readonly client: number
  readonly clock: number
  readonly length: number
}

export const movesName = 'moves'
export const settleOrigin = 'movedText'

/** Notes what a transaction of this device moved. Call it before the transaction's removed text is forgotten. */
export function noteMoves(transaction: Y.Transaction): void {
  if (transaction.deleteSet.clients.size === 0) return
  const inserted = insertedPieces(transaction)
  if (inserted.length === 0) return
  const removed = removedPieces(transaction)
  const notes: Move[] = []
  for (const isMatch of [isSame, isEnd, isStart]) {
    for (const piece of inserted) {
      if (piece.isUsed) continue
      const source = removed.find((other) => !other.isUsed && isMatch(piece.text, other.text))
      if (source === undefined) continue
      piece.isUsed = true
      source.isUsed = true
      const length = Math.min(piece.text.length, source.text.length)
      const skip = (text: string): number => (isMatch === isEnd ? text.length - length : 0)
      notes.push(...pairUp(source.ids, skip(source.text), piece.ids, skip(piece.text), length))
    }
  }
  if (notes.length > 0) movesIn(transaction.doc).push(notes)
}

/** Removes what two people moved at once from one of its two places. Writes nothing when there is nothing to settle. */
export function settleDoubles(doc: Y.Doc): void {
  const moves = movesIn(doc).toArray()
  const doubles = doublesAmong(moves).flatMap((range) => withMovedOn(range, moves))
  const alive = doubles.filter((range) => itemsIn(doc, range).length > 0)
  if (alive.length === 0) return
  doc.transact(() => {
    for (const range of alive) removeRange(doc, range)
  }, settleOrigin)
}

/** True when the character was moved away from its place by anyone. */
export function makeMovedTest(doc: Y.Doc): (client: number, clock: number) => boolean {
  const byClient = new Map<number, Move[]>()
  for (const move of movesIn(doc).toArray()) byClient.set(move[0], [...(byClient.get(move[0]) ?? []), move])
  return (client, clock) => byClient.get(client)?.some((move) => clock >= move[1] && clock < move[1] + move[4]) === true
}

/** Where a character is that was moved away, or null when it was not. */
export function movedTo(doc: Y.Doc, id: Y.ID): Y.ID | null {
  for (const [client, clock, toClient, toClock, length] of movesIn(doc).toArray()) {
    if (client !== id.client || id.clock < clock || id.clock >= clock + length) continue
    const next = Y.createID(toClient, toClock + id.clock - clock)
    const further = movedTo(doc, next)
    if (further !== null) return further
    if (itemsIn(doc, { client: next.client, clock: next.clock, length: 1 }).length > 0) return next
  }
  return null
}

export function movesIn(doc: Y.Doc): Y.Array<Move> {
  return doc.getArray<Move>(movesName)
}

interface Piece {
  text: string
  readonly ids: IdRange[]
  isUsed: boolean
}

const isSame = (one: string, other: string): boolean => one === other
const isEnd = (one: string, other: string): boolean => one.endsWith(other) || other.endsWith(one)
const isStart = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one)

/** Texts that this transaction wrote, in one piece where they stand side by side. */
function insertedPieces(transaction: Y.Transaction): Piece[] {
  const { doc, beforeState } = transaction
  const client = doc.clientID
  const before = beforeState.get(client) ?? 0
  const parents = new Set<unknown>()
  const structs = doc.store.clients.get(client) ?? []
  for (let index = structs.length - 1; index >= 0; index--) {
    const struct = structs[index]
    if (struct === undefined || struct.id.clock + struct.length <= before) break
    if (struct instanceof Y.Item && !struct.deleted && struct.content instanceof Y.ContentString)
      parents.add(struct.parent)
  }
  return piecesIn(parents, (item) => !item.deleted && item.id.client === client && item.id.clock >= before)
}

/** Texts that were there before this transaction and are not after it. */
function removedPieces(transaction: Y.Transaction): Piece[] {
  const { beforeState, deleteSet } = transaction
  const gone = new Set<Y.Item>()
  const parents = new Set<unknown>()
  Y.iterateDeletedStructs(transaction, deleteSet, (struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return
    if (struct.id.clock >= (beforeState.get(struct.id.client) ?? 0)) return
    gone.add(struct)
    parents.add(struct.parent)
  })
  return piecesIn(parents, (item) => gone.has(item))
}

function piecesIn(parents: ReadonlySet<unknown>, isWanted: (item: Y.Item) => boolean): Piece[] {
  const pieces: Piece[] = []
  for (const parent of parents) {
    if (!(parent instanceof Y.XmlText)) continue
    let open: Piece | undefined
    for (let item = parent._start; item !== null; item = item.right) {
      const { content } = item
      if (content instanceof Y.ContentString && isWanted(item)) {
        open ??= newPieceIn(pieces)
        open.text += content.str
        open.ids.push({ client: item.id.client, clock: item.id.clock, length: item.length })
      } else if (content instanceof Y.ContentString && !item.deleted) {
        // Living text between two stretches parts them; formats and what was removed earlier do not.
        open = undefined
      }
    }
  }
  return pieces
}

function newPieceIn(pieces: Piece[]): Piece {
  const piece: Piece = { text: '', ids: [], isUsed: false }
  pieces.push(piece)
  return piece
}

function pairUp(
  from: readonly IdRange[],
  fromSkip: number,
  to: readonly IdRange[],
  toSkip: number,
  length: number,
): Move[] {
  const moves: Move[] = []
  const sources = cut(from, fromSkip, length)
  const targets = cut(to, toSkip, length)
  let source = sources.shift()
  let target = targets.shift()
  while (source !== undefined && target !== undefined) {
    const part = Math.min(source.length, target.length)
    moves.push([source.client, source.clock, target.client, target.clock, part, length])
    source = rest(source, part) ?? sources.shift()
    target = rest(target, part) ?? targets.shift()
  }
  return moves
}

function rest(range: IdRange, used: number): IdRange | undefined {
  if (used === range.length) return undefined
  return { client: range.client, clock: range.clock + used, length: range.length - used }
}

/** The ids of `length` characters after `skip`. */
function cut(ids: readonly IdRange[], skip: number, length: number): IdRange[] {
  const found: IdRange[] = []
  let at = 0
  for (const range of ids) {
    const from = Math.max(skip - at, 0)
    const to = Math.min(skip + length - at, range.length)
    if (from < to) found.push({ client: range.client, clock: range.clock + from, length: to - from })
    at += range.length
  }
  return found
}

/** Where two moves took the same characters: the copies that have to go. */
function doublesAmong(moves: readonly Move[]): IdRange[] {
  const byClient = new Map<number, Move[]>()
  for (const move of moves) {
    const list = byClient.get(move[0])
    if (list === undefined) byClient.set(move[0], [move])
    else list.push(move)
  }
  const doubles: IdRange[] = []
  for (const list of byClient.values()) {
    list.sort((one, other) => one[1] - other[1])
    list.forEach((move, index) => {
      for (let next = index + 1; next < list.length; next++) {
        const other = list[next]
        if (other === undefined || other[1] >= move[1] + move[4]) break
        const start = Math.max(move[1], other[1])
        const end = Math.min(move[1] + move[4], other[1] + other[4])
        const [, fromClock, client, clock] = winsOver(move, other) ? other : move
        doubles.push({ client, clock: clock + start - fromClock, length: end - start })
      }
    })
  }
  return doubles
}

/** The longer move keeps its copy: it holds more of what stood together. Between equals the lower id. */
function winsOver(one: Move, other: Move): boolean {
  if (one[5] !== other[5]) return one[5] > other[5]
  if (one[2] !== other[2]) return one[2] < other[2]
  return one[3] < other[3]
}

/** A copy, and the copies of it that were made by moving it further. */
function withMovedOn(range: IdRange, moves: readonly Move[]): IdRange[] {
  const found = [range]
  for (const [fromClient, fromClock, client, clock, length] of moves) {
    const start = Math.max(range.clock, fromClock)
    const end = Math.min(range.clock + range.length, fromClock + length)
    if (fromClient !== range.client || start >= end) continue
    found.push(...withMovedOn({ client, clock: clock + start - fromClock, length: end - start }, moves))
  }
  return found
}

interface Found {
  readonly text: Y.XmlText
  readonly item: Y.Item
}

/** Living texts among the given ids. */
function itemsIn(doc: Y.Doc, range: IdRange): Found[] {
  const found: Found[] = []
  const structs = doc.store.clients.get(range.client)
  if (structs === undefined || structs.length === 0) return found
  const last = structs.at(-1)
  if (last === undefined || last.id.clock + last.length <= range.clock) return found
  for (let index = Y.findIndexSS(structs, range.clock); index < structs.length; index++) {
    const struct = structs[index]
    if (struct === undefined || struct.id.clock >= range.clock + range.length) break
    if (!(struct instanceof Y.Item) || struct.deleted || !(struct.content instanceof Y.ContentString)) continue
    if (struct.parent instanceof Y.XmlText) found.push({ text: struct.parent, item: struct })
  }
  return found
}

function removeRange(doc: Y.Doc, range: IdRange): void {
  for (const { text, item } of itemsIn(doc, range)) {
    const from = Math.max(range.clock - item.id.clock, 0)
    const to = Math.min(range.clock + range.length - item.id.clock, item.length)
    let index = 0
    for (let before = text._start; before !== null && before !== item; before = before.right) {
      if (!before.deleted && before.countable) index += before.length
    }
    text.delete(index + from, to - from)
  }
}
