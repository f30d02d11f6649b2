/** Nothing here yet: {title, children?: one sentence of meaning, actions?: the first thing to do}. Never a picture alone. */
import type { ReactNode } from 'react'

export interface EmptyStateProps {
  title: string
  children?: ReactNode
  actions?: ReactNode
}

export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className="ui-empty">
      <p className="ui-empty-title">{title}</p>
      {children !== undefined && <p className="ui-empty-words">{children}</p>}
      {actions !== undefined && <div className="ui-actions">{actions}</div>}
    </div>
  )
}
