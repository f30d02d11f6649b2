/** How the table of a review was left: coming back from a finding shows the same rows with the same one current. Lasts as long as the window. */
import { defaultView, type FindingsView } from './findingsView.ts'

export interface TableMemory {
  readonly view: FindingsView
  readonly search: string
  /** The saved view that was chosen, or undefined for all findings. */
  readonly savedView: string | undefined
  readonly current: string | undefined
  readonly closedGroups: ReadonlySet<string>
  readonly isPeeking: boolean
}

const memories = new Map<string, TableMemory>()

const fresh: TableMemory = {
  view: defaultView,
  search: '',
  savedView: undefined,
  current: undefined,
  closedGroups: new Set(),
  isPeeking: false,
}

export function recallTable(review: string): TableMemory {
  return memories.get(review) ?? fresh
}

export function rememberTable(review: string, memory: TableMemory): void {
  memories.set(review, memory)
}
