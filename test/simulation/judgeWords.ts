/** Counts the words of a plan in which nothing was removed: each has to be there exactly once, or be offered back where blocks were joined. */
import type { Plan } from './plan.ts'
import type { Outcome } from './run.ts'

const removing = new Set(['del', 'rm', 'undo', 'redo', 'emoji'])

export function judgeWords(plan: Plan, outcome: Outcome): string[] {
  if (plan.steps.some((step) => removing.has(step.op))) return []
  const mayJoin = plan.steps.some((step) => step.op === 'merge')
  const faults: string[] = []
  for (const word of outcome.words) {
    const times = outcome.plain.split(word).length - 1
    if (times > 1) faults.push(`${word} is there ${times} times`)
    else if (times === 0 && !(mayJoin && outcome.recovered.includes(word))) faults.push(`${word} is lost`)
  }
  return faults
}
