import { test } from 'vitest'
import { makePlan, nothingRemoved, everyKind } from './plan.ts'
import { runPlan } from './run.ts'
import * as run from './run.ts'
// shrink: drop steps while the predicate holds
async function bad(plan: any) {
  const o = await runPlan(plan)
  const want = process.env.WANT
  if (want === 'lost') return o.words.some((w) => !o.plain.includes(w) && !o.recovered.includes(w))
  if (want === 'dup') return o.words.some((w) => o.plain.split(w).length > 2)
  if (want === 'heal') return o.heals > 0
  return o.faults.length > 0
}
test('shrink', async () => {
  const kinds = process.env.KINDS?.split(',') as any
  const shape = process.env.SHAPE === 'loss' ? nothingRemoved : everyKind
  for (const s of process.env.SEEDS!.split(',').map(Number)) {
    let plan: any = makePlan(s, kinds ? { ...shape, kinds } : shape)
    if (!(await bad(plan))) {
      console.log('seed', s, 'fine')
      continue
    }
    for (let size = 16; size >= 1; size = size >> 1)
      for (let i = 0; i < plan.steps.length; ) {
        const p = { ...plan, steps: [...plan.steps.slice(0, i), ...plan.steps.slice(i + size)] }
        if (await bad(p)) plan = p
        else i += size
      }
    ;(globalThis as any).TRACE = process.env.TRACE
    const o = await runPlan(plan)
    ;(globalThis as any).TRACE = undefined
    console.log(
      'seed',
      s,
      'steps',
      plan.steps.length +
        '\n' +
        plan.steps.map((x: any) => JSON.stringify(x)).join('\n') +
        '\n' +
        o.faults.join(';') +
        '\n' +
        JSON.stringify(o.text) +
        '\n' +
        o.mended.join('|') +
        JSON.stringify(o.recovered),
    )
  }
}, 300000)
