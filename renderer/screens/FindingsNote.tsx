/** Instead of a screen that cannot be shown: what is so, and where to go from here. */
import type { ReactNode } from 'react'
import { EmptyState } from '../ui/EmptyState.tsx'

export interface FindingsNoteProps {
  /** Name of the screen. */
  heading: string
  title: string
  children: ReactNode
  actions: ReactNode
}

export function FindingsNote({ heading, title, children, actions }: FindingsNoteProps) {
  return (
    <>
      <header className="screen-head">
        <h1 tabIndex={-1}>{heading}</h1>
      </header>
      <EmptyState title={title} actions={actions}>
        {children}
      </EmptyState>
    </>
  )
}
