import { test } from 'vitest'
import { makePlan, everyKind, nothingRemoved } from './plan.ts'
import { runPlan } from './run.ts'
test('one', async () => {
  for (const s of process.env.SEEDS!.split(',').map(Number)) {
    const kinds = process.env.KINDS?.split(',') as any
    const shape = process.env.SHAPE === 'loss' ? nothingRemoved : everyKind
    const plan = makePlan(s, kinds ? { ...shape, kinds } : shape)
    const o = await runPlan(plan)
    console.log(
      s,
      'lost',
      o.words.filter((w) => !o.plain.includes(w)).join(' '),
      'dup',
      o.words.filter((w) => o.plain.split(w).length > 2).join(' '),
      o.faults.join(';'),
    )
    console.log(process.env.PLAIN ? JSON.stringify(o.text) : '')
  }
})
