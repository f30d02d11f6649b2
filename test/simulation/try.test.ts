import { test } from 'vitest'
import { makePlan, everyKind, nothingRemoved } from './plan.ts'
import { runPlan } from './run.ts'
test('try', async () => {
  const from = +(process.env.FROM ?? 1),
    n = +(process.env.N ?? 30)
  const shape = process.env.SHAPE === 'loss' ? nothingRemoved : everyKind
  const kinds = process.env.KINDS?.split(',') as any
  const t = process.cpuUsage().user / 1000
  let recs = 0,
    failed = 0,
    heals = 0,
    lost = 0,
    dup = 0,
    words = 0
  const why = new Map<string, number>(),
    mended = new Map<string, number>()
  const bad: number[] = []
  for (let s = from; s < from + n; s++) {
    const o = await runPlan(makePlan(s, kinds ? { ...shape, kinds } : shape))
    heals += o.heals
    for (const m of o.mended) {
      const k = m.replace(/\d+/g, '#').slice(0, 150)
      mended.set(k, (mended.get(k) ?? 0) + 1)
    }
    if (o.faults.length) {
      failed++
      bad.push(s)
      for (const f of new Set(o.faults)) {
        const k = f.replace(/\d+/g, '#').slice(0, 150)
        why.set(k, (why.get(k) ?? 0) + 1)
      }
    }
    let rec = 0,
      l = 0,
      d = 0
    if (shape === nothingRemoved || process.env.COUNT)
      for (const w of o.words) {
        words++
        const c = o.plain.split(w).length - 1 || (o.recovered.includes(w) ? (rec++, 1) : 0)
        if (c === 0) l++
        if (c > 1) d++
      }
    if ((l || d) && process.env.SHOW) console.log('seed', s, 'lost', l, 'dup', d)
    recs += rec
    lost += l
    dup += d
  }
  console.log(
    `plans ${n} failed ${failed} heals ${heals} words ${words} recovered ${recs} lost ${lost} dup ${dup} cpu ms/plan ${((process.cpuUsage().user / 1000 - t) / n).toFixed(1)}`,
    why,
    mended,
    bad.slice(0, 20).join(' '),
  )
}, 600000)
