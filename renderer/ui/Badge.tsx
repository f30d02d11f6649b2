/**
 * Icon, word and tint together; colour never alone. {kind, children: the word, isQuiet? (no tint, for dense tables)}.
 * `SeverityMark` is only the arrows of a severity, for the start of a cell.
 */
import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'

const looks = {
  critical: { tint: 'critical', icon: 'doubleUp' },
  high: { tint: 'high', icon: 'chevronUp' },
  medium: { tint: 'medium', icon: 'minus' },
  low: { tint: 'low', icon: 'chevronDown' },
  informational: { tint: 'informational', icon: 'info' },
  institute: { tint: 'institute', icon: 'institute' },
  shared: { tint: 'shared', icon: 'shared' },
  lab: { tint: 'lab', icon: 'lab' },
  draft: { tint: 'plain', icon: 'circleDashed' },
  internal_review: { tint: 'plain', icon: 'eye' },
  responded: { tint: 'plain', icon: 'circleDot' },
  in_dispute: { tint: 'plain', icon: 'dispute' },
  finalised: { tint: 'plain', icon: 'circleCheck' },
  withdrawn: { tint: 'plain', icon: 'archive' },
  superseded: { tint: 'plain', icon: 'circleSlash' },
  sharedStatus: { tint: 'plain', icon: 'shared' },
  attention: { tint: 'attention', icon: 'alert' },
  done: { tint: 'low', icon: 'check' },
  plain: { tint: 'plain', icon: undefined },
} as const satisfies Record<string, { tint: string; icon: IconName | undefined }>

export type BadgeKind = keyof typeof looks

export interface BadgeProps {
  kind: BadgeKind
  children: ReactNode
  isQuiet?: boolean
}

export function Badge({ kind, children, isQuiet = false }: BadgeProps) {
  const { tint, icon } = looks[kind]
  return (
    <span className={`ui-badge ui-tint-${tint}${isQuiet ? ' ui-badge-quiet' : ''}`}>
      {icon !== undefined && <Icon name={icon} size={14} />}
      <span className="truncate">{children}</span>
    </span>
  )
}

export function SeverityMark({ kind }: { kind: 'critical' | 'high' | 'medium' | 'low' | 'informational' }) {
  return (
    <span className={`ui-mark ui-tint-${kind}`}>
      <Icon name={looks[kind].icon} size={14} />
    </span>
  )
}
