/** Seed, writing and reading without an editor, and what the editor makes of it. */
import { $createRangeSelection, $getRoot, $getSelection, $isRangeSelection, $isTextNode, $setSelection } from 'lexical'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { $isFindingBlock } from '../../renderer/editor/blocks.ts'
import { type Block, plainText } from '../../shared/document/blocks.ts'
import { parseLink } from '../../shared/document/richText.ts'
import { applySeed } from '../../shared/document/seed.ts'
import { readBlocks, writeBlocks } from '../../shared/document/writeBlocks.ts'
import { carryOut } from './edits.ts'
import { exchange, makePerson } from './person.ts'
import { makeDice } from './random.ts'

const sample: Block[] = [
  { kind: 'h2', runs: [{ text: 'Impact' }], section: 'impact' },
  {
    kind: 'p',
    runs: [
      { text: 'a ' },
      { text: 'b\nc', marks: ['bold'] },
      { text: ' see ' },
      { text: 'here', marks: ['italic', 'code'], link: 'https://example.org/x' },
      { text: ' 👩‍🔬 end' },
    ],
  },
  { kind: 'check', runs: [{ text: 'done' }], indent: 2, isChecked: true },
  { kind: 'number', runs: [] },
  { kind: 'code', runs: [{ text: '\nlet x\n\n' }] },
  {
    kind: 'table',
    rows: [
      [
        { isHeader: true, blocks: [{ kind: 'p', runs: [{ text: 'H' }] }] },
        { blocks: [{ kind: 'bullet', runs: [{ text: 'x\ny' }] }] },
      ],
      [{ blocks: [{ kind: 'p', runs: [] }] }, { blocks: [{ kind: 'p', runs: [{ text: 'z' }] }] }],
    ],
  },
  { kind: 'quote', runs: [{ text: 'last' }] },
]

describe('[DO25] every text begins with the same bytes', () => {
  test('the bytes of the seed never change', () => {
    const doc = new Y.Doc()
    applySeed(doc)
    expect(Buffer.from(Y.encodeStateAsUpdate(doc)).toString('hex')).toBe(
      '01020100070107726f6f742d76320305626c6f636b070001000600',
    )
  })

  test('two people who begin apart share one block and one text', () => {
    const [one, other] = [makePerson(11, new Y.Doc()), makePerson(12, new Y.Doc())]
    carryOut(one, { op: 'text', who: 0, block: 0, place: 0, reach: 0, word: 'one' })
    carryOut(other, { op: 'text', who: 1, block: 0, place: 0, reach: 0, word: 'other' })
    exchange(one.doc, other.doc)
    expect(one.readEditor()).toEqual([{ kind: 'p', runs: [{ text: 'one other ' }] }])
    expect(other.readEditor()).toEqual(one.readEditor())
  })
})

describe('[DO26] text written without an editor is shown as it is and never rewritten', () => {
  const documents: [string, readonly Block[]][] = [
    ['every kind', sample],
    ['a table at the end', sample.slice(0, 6)],
    ...Array.from({ length: 20 }, (_, seed): [string, Block[]] => [`made with seed ${seed}`, makeBlocks(seed)]),
  ]
  test.each(documents)('%s', (name, blocks) => {
    const doc = new Y.Doc()
    applySeed(doc)
    writeBlocks(doc, blocks)
    // The empty block of the seed stays behind a table, for a caret to stand in.
    const whole: Block[] = blocks.at(-1)?.kind === 'table' ? [...blocks, { kind: 'p', runs: [] }] : [...blocks]
    const expected = readBlocks(doc)
    expect(expected.map(plainText)).toEqual(whole.map(plainText))
    // Made texts put marks on line breaks, which do not keep them.
    if (!name.startsWith('made')) expect(expected).toEqual(whole)
    let writes = 0
    doc.on('update', () => writes++)
    const person = makePerson(7, doc)
    person.bound.check()
    expect(person.readEditor()).toEqual(expected)
    expect(writes).toBe(0)
    expect(person.bound.heals()).toBe(0)
    expect([...person.errors, ...person.mended]).toEqual([])
    person.leave()
  })

  test('it comes before what is there already', () => {
    const doc = new Y.Doc()
    applySeed(doc)
    writeBlocks(doc, [{ kind: 'p', runs: [{ text: 'typed' }] }])
    writeBlocks(doc, [{ kind: 'h2', runs: [{ text: 'Title' }] }])
    expect(readBlocks(doc).map((block) => block.kind)).toEqual(['h2', 'p'])
  })
})

test('[DO27] only absolute http, https and mailto addresses become links', () => {
  for (const link of ['https://example.org/a?b#c', 'HTTP://x.y', 'mailto:a@b.c']) expect(parseLink(link)).toBe(link)
  for (const link of [
    'javascript:alert(1)',
    ' https://x.y',
    'https://x y',
    'data:text/html,x',
    '//x.y',
    'ftp://x.y',
    '',
    7,
    'java\u0000script:x',
    'https://',
  ]) {
    expect(parseLink(link)).toBe('')
  }
})

describe('[DO28] what arrives never moves the caret', () => {
  test.each(['before', 'inside the same word', 'in a new block above', 'as a split before it'])('text %s', (where) => {
    const [one, other] = [makePerson(11, new Y.Doc()), makePerson(12, new Y.Doc())]
    writeBlocks(one.doc, [
      { kind: 'p', runs: [{ text: 'first' }] },
      { kind: 'p', runs: [{ text: 'alpha bravo charlie' }] },
    ])
    exchange(one.doc, other.doc)
    put(one, 1, 8)
    const at = around(one)
    expect(at).toBe('alpha br|avo charlie')
    other.editor.update(
      () => {
        const range = $select(1, where === 'inside the same word' ? 9 : 0)
        if (where === 'in a new block above') $select(0, 5).insertParagraph()
        else if (where === 'as a split before it') $select(1, 6).insertParagraph()
        else range.insertText('XX')
      },
      { discrete: true },
    )
    exchange(one.doc, other.doc)
    const moved = {
      before: 'XXalpha br|avo charlie',
      'inside the same word': 'alpha br|aXXvo charlie',
      'as a split before it': 'br|avo charlie',
    }
    const expected = where in moved ? moved[where as keyof typeof moved] : undefined
    expect(around(one)).toBe(expected ?? 'alpha br|avo charlie')
  })

  test('drawing everything anew keeps it, too', () => {
    const one = makePerson(11, new Y.Doc())
    writeBlocks(one.doc, [{ kind: 'p', runs: [{ text: 'alpha bravo' }] }])
    put(one, 0, 8)
    one.editor.update(() => $getRoot().append(), { discrete: true, tag: 'skip-collab' })
    one.editor.update(
      () => {
        const text = $getRoot().getAllTextNodes()[0]
        text?.setTextContent('alpha bravo wrong')
      },
      { discrete: true, tag: 'skip-collab' },
    )
    expect(one.bound.check()).toBe(false)
    expect(around(one)).toBe('alpha br|avo')
  })
})

test('[DO29] undo takes back what this person did, and nothing of others', () => {
  const [one, other] = [makePerson(11, new Y.Doc()), makePerson(12, new Y.Doc())]
  expect(one.bound.canUndo.get()).toBe(false)
  carryOut(one, { op: 'text', who: 0, block: 0, place: 0, reach: 0, word: 'mine' })
  carryOut(other, { op: 'text', who: 1, block: 0, place: 0, reach: 0, word: 'yours' })
  exchange(one.doc, other.doc)
  Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(other.doc))
  expect(one.bound.canUndo.get()).toBe(true)
  one.bound.undo()
  expect(one.readEditor()).toEqual([{ kind: 'p', runs: [{ text: 'yours ' }] }])
  expect(one.bound.canUndo.get()).toBe(false)
  expect(one.bound.canRedo.get()).toBe(true)
  one.bound.redo()
  expect(one.readEditor()).toEqual([{ kind: 'p', runs: [{ text: 'mine yours ' }] }])
})

type Person = ReturnType<typeof makePerson>

function $select(block: number, offset: number) {
  const selection = $createRangeSelection()
  const found = $getRoot().getChildAtIndex(block)
  const node = $isFindingBlock(found) ? found.getFirstChild() : null
  if (!$isTextNode(node)) throw new Error('No text there')
  selection.setTextNodeRange(node, offset, node, offset)
  $setSelection(selection)
  return selection
}

function put(person: Person, block: number, offset: number): void {
  person.editor.update(() => void $select(block, offset), { discrete: true })
}

/** The text around the caret, with the caret in it. */
function around(person: Person): string {
  return person.editor.read(() => {
    const selection = $getSelection()
    if (!$isRangeSelection(selection)) return 'no caret'
    const text = selection.anchor.getNode().getTextContent()
    return `${text.slice(0, selection.anchor.offset)}|${text.slice(selection.anchor.offset)}`
  })
}

function makeBlocks(seed: number): Block[] {
  const dice = makeDice(seed + 1)
  return Array.from({ length: 1 + dice.below(6) }, (_, index) => ({
    kind: dice.pick(['p', 'h2', 'h3', 'quote', 'code'] as const),
    runs: Array.from({ length: dice.below(4) }, (_run, number) => {
      const marks = (['bold', 'italic', 'code', 'strikethrough'] as const).filter(
        (_mark, bit) => (number + index) % 4 === bit,
      )
      return { text: dice.pick(['word ', 'two\nlines', '\n', '👩‍🔬']).concat(String(number)), marks }
    }),
  }))
}
