/**
 * `npm run fuzz -- SUITE --plans N --seed S`: runs N seeded plans and ends with `SUITE: N plans, F failed, seed S`; exit 1 when one failed.
 * `--save FOLDER` keeps the plan of each failure, `--plan FILE` runs one that was kept.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { judgeWords } from './judgeWords.ts'
import { everyKind, makePlan, nothingRemoved, onlyJoined, type Plan, readPlan, writePlan } from './plan.ts'
import { runPlan } from './run.ts'

interface Suite {
  makePlan(seed: number): Plan
  /** What is wrong; nothing when all is well. */
  run(plan: Plan): Promise<readonly string[]>
}

/** Three plans in five do everything; one in five removes nothing, one only joins: there every word is counted. */
const binding: Suite = {
  makePlan: (seed) => makePlan(seed, [everyKind, everyKind, everyKind, nothingRemoved, onlyJoined][seed % 5]),
  run: async (plan) => {
    const outcome = await runPlan(plan)
    return [...outcome.faults, ...judgeWords(plan, outcome)]
  },
}

/** Each part of the product adds its own here, under its own name. */
const suites: Readonly<Record<string, Suite>> = { binding }

async function main(words: readonly string[]): Promise<number> {
  const suite = suites[words[0] ?? '']
  if (suite === undefined) {
    console.log(
      `Say which suite: ${Object.keys(suites).join(', ')}. For example: npm run fuzz -- binding --plans 300 --seed 1`,
    )
    return 2
  }
  const option = (name: string): string | undefined => {
    const at = words.indexOf(`--${name}`)
    return at < 0 ? undefined : words[at + 1]
  }
  const file = option('plan')
  const seed = Number(option('seed') ?? 1)
  const count = file === undefined ? Number(option('plans') ?? 300) : 1
  if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(count) || count < 1) {
    console.log('--plans and --seed are whole numbers.')
    return 2
  }
  const folder = option('save')
  let failed = 0
  for (let number = 0; number < count; number++) {
    const plan = file === undefined ? suite.makePlan(seed + number) : readPlan(readFileSync(file, 'utf8'))
    const faults = await suite.run(plan)
    if (faults.length === 0) continue
    failed++
    console.log(`seed ${plan.seed}: ${[...new Set(faults)].join('; ')}`)
    if (folder !== undefined) {
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, `${words[0]}-${plan.seed}.jsonl`), `${writePlan(plan)}\n`)
    }
  }
  console.log(`${words[0]}: ${count} plans, ${failed} failed, seed ${seed}`)
  return failed === 0 ? 0 : 1
}

process.exitCode = await main(process.argv.slice(2))
