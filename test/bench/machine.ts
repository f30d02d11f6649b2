/** What to know of the machine when reading figures. */
import { cpus, loadavg, totalmem } from 'node:os'
import { round } from './statistics.ts'

export function describeMachine(): string {
  const cores = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  const load = loadavg()
    .map((each) => round(each, 2))
    .join(' ')
  return `${cores.length} x ${cores[0]?.model.trim() ?? 'unknown processor'}, ${memory} GB, Node ${process.version}, load ${load}`
}
