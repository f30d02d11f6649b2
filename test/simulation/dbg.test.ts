import { test } from 'vitest'
import * as Y from 'yjs'
import { makePerson } from './person.ts'
import { carryOut } from './edits.ts'
import { textRoot } from '../../shared/document/writeBlocks.ts'
const steps = `{"op":"text","who":2,"block":625,"place":916,"reach":748,"word":"w2."}
{"op":"split","who":2,"block":602,"place":442,"reach":329,"word":"w3."}
{"op":"split","who":2,"block":351,"place":718,"reach":182,"word":"w4."}
{"op":"text","who":2,"block":274,"place":347,"reach":178,"word":"w6."}
{"op":"split","who":2,"block":63,"place":191,"reach":915,"word":"w7."}
{"op":"split","who":2,"block":690,"place":505,"reach":555,"word":"w8."}
{"op":"text","who":2,"block":962,"place":634,"reach":746,"word":"w12."}`.split('\n').map((l) => JSON.parse(l))
test('d', () => {
  const p = makePerson(7, new Y.Doc())
  const out: string[] = []
  for (const s of steps) { carryOut(p, s); out.push(s.op + ' ' + JSON.stringify(p.readEditor().map((b: any) => b.runs[0]?.text ?? '')) + ' | ' + textRoot(p.doc).toArray().map((e: any) => e.toArray().map((t: any) => { let r = ''; for (let i = t._start; i; i = i.right) r += `${i.id.client}:${i.id.clock}${i.deleted ? 'x' : ''}${i.content.str ?? ''} `; return `[${r}]` }).join('')).join(' / ')) }
  console.log(out.join('\n'), JSON.stringify(p.doc.getArray('moves')))
})
