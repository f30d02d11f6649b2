/** The commands of the table. Single letters work while the table has the focus and the person left them on. */
import type { Command } from '../commands/command.ts'
import type { Finding, ReviewSession } from '../replica/shapes.ts'
import type { Words } from '../text/en.ts'
import { newFindingCommand, undoCommands } from './findingCommands.ts'
import type { Action } from './FindingsActions.tsx'

export interface FindingsActs {
  words: Words
  session: ReviewSession
  canUndo: boolean
  canRedo: boolean
  labelLanguage: 'en' | 'de'
  current: Finding | undefined
  isPeeking: boolean
  isSelected: boolean
  newFinding(): void
  ask(action: Action): void
  peek(isPeeking: boolean): void
  select(finding: string, isIn: boolean): void
}

export function findingsCommands(acts: FindingsActs): readonly Command[] {
  const { words, current } = acts
  const text = words.findings
  const hasCurrent = current !== undefined
  const letter = (id: string, label: string, keys: string, run: () => void, isAvailable = hasCurrent): Command => ({
    id,
    group: 'review',
    label,
    keys,
    isAvailable,
    run,
  })
  return [
    newFindingCommand(words, acts.newFinding),
    letter('findings.newByLetter', text.newFinding, 'C', acts.newFinding, true),
    letter('findings.peek', text.peek, 'P', () => acts.peek(!acts.isPeeking)),
    letter('findings.status', text.setStatus, 'S', () => acts.ask('status')),
    letter('findings.owner', text.setOwner, 'A', () => acts.ask('owner')),
    letter('findings.select', text.select, 'X', () => current && acts.select(current.id, !acts.isSelected)),
    {
      id: 'findings.domain',
      group: 'review',
      label: text.setDomain,
      isAvailable: hasCurrent,
      run: () => acts.ask('domain'),
    },
    {
      id: 'findings.withdraw',
      group: 'review',
      label: text.withdraw,
      isAvailable: hasCurrent,
      run: () => acts.ask('withdraw'),
    },
    {
      id: 'findings.closePeek',
      group: 'review',
      label: text.closePeek,
      keys: 'Escape',
      isAvailable: acts.isPeeking,
      run: () => acts.peek(false),
    },
    ...undoCommands(words, acts.session, acts.canUndo, acts.canRedo, acts.labelLanguage),
  ]
}
