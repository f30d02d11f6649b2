/** The commands of one open finding, for palette, keys and menus. */
import type { Command } from '../commands/command.ts'
import { goTo } from '../commands/routes.ts'
import { redoLast, undoLast } from '../panels/undoLast.ts'
import { type SettableStatus, statusMoves } from '../panels/statusMoves.ts'
import type { Finding, ReviewSession } from '../replica/shapes.ts'
import type { Words } from '../text/en.ts'
import type { Layout } from './findingLayout.ts'
import type { Neighbours } from './findingOrder.ts'

export interface FindingActs {
  words: Words
  session: ReviewSession
  finding: Finding
  neighbours: Neighbours
  canUndo: boolean
  canRedo: boolean
  layout: Layout
  labelLanguage: 'en' | 'de'
  askStatus(to: SettableStatus): void
  open(finding: string | undefined): void
  newFinding(): void
  goToAssessment(): void
}

export const findingKeys = {
  next: 'Alt+PageDown',
  previous: 'Alt+PageUp',
  properties: 'Mod+1',
  hidePanel: 'Mod+0',
} as const

export function findingCommands(acts: FindingActs): readonly Command[] {
  const { words, session, finding, neighbours, layout, labelLanguage } = acts
  const text = words.finding
  const moves = statusMoves(finding.status)
  return [
    {
      id: 'finding.next',
      group: 'finding',
      label: text.next,
      keys: findingKeys.next,
      isAvailable: neighbours.next !== undefined,
      run: () => acts.open(neighbours.next),
    },
    {
      id: 'finding.previous',
      group: 'finding',
      label: text.previous,
      keys: findingKeys.previous,
      isAvailable: neighbours.previous !== undefined,
      run: () => acts.open(neighbours.previous),
    },
    {
      id: 'panel.properties',
      group: 'finding',
      label: text.properties,
      keys: findingKeys.properties,
      isAvailable: true,
      run: layout.showAndFocus,
    },
    {
      id: 'panel.hide',
      group: 'finding',
      label: layout.isShown ? text.hidePanel : text.showPanel,
      keys: findingKeys.hidePanel,
      isAvailable: true,
      run: layout.toggle,
    },
    {
      id: 'finding.assessment',
      group: 'finding',
      label: text.goToAssessment,
      isAvailable: true,
      run: acts.goToAssessment,
    },
    {
      id: 'finding.withdraw',
      group: 'finding',
      label: text.withdraw,
      isAvailable: moves.some((move) => move.to === 'withdrawn'),
      run: () => acts.askStatus('withdrawn'),
    },
    {
      id: 'finding.bringBack',
      group: 'finding',
      label: text.bringBack,
      isAvailable: finding.status === 'withdrawn',
      run: () => acts.askStatus('draft'),
    },
    {
      id: 'findings.go',
      group: 'goTo',
      label: text.backToFindings,
      isAvailable: true,
      run: () => goTo({ screen: 'findings', review: session.id }),
    },
    ...undoCommands(words, session, acts.canUndo, acts.canRedo, labelLanguage),
    newFindingCommand(words, acts.newFinding),
  ]
}

/** Undo of fields, statuses and rows. Text under the caret has an undo of its own, which is nearer. */
export function undoCommands(
  words: Words,
  session: ReviewSession,
  canUndo: boolean,
  canRedo: boolean,
  lang: 'en' | 'de',
): readonly Command[] {
  return [
    {
      id: 'review.undo',
      group: 'review',
      label: words.finding.undo,
      keys: 'Mod+Z',
      isAvailable: canUndo,
      run: () => undoLast(session, words, lang),
    },
    {
      id: 'review.redo',
      group: 'review',
      label: words.finding.redo,
      keys: 'Mod+Shift+Z',
      isAvailable: canRedo,
      run: () => redoLast(session, words, lang),
    },
  ]
}

export function newFindingCommand(words: Words, run: () => void): Command {
  return {
    id: 'finding.new',
    group: 'review',
    label: words.findings.newFinding,
    keys: 'Mod+N',
    isAvailable: true,
    run,
  }
}
