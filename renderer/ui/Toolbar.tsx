/** A row of buttons that is one stop of the Tab key: arrows go from button to button. {label, children, className?}. */
import type { ReactNode } from 'react'
import { Toolbar as AriaToolbar } from 'react-aria-components'

export interface ToolbarProps {
  label: string
  children: ReactNode
  className?: string
}

export function Toolbar({ label, children, className = '' }: ToolbarProps) {
  return (
    <AriaToolbar aria-label={label} className={`ui-toolbar ${className}`}>
      {children}
    </AriaToolbar>
  )
}
