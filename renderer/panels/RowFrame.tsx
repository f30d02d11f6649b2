/** One row of a field of rows: a line that opens a form below it, and a button that takes the row out. */
import { type ReactNode, useId } from 'react'
import { IconButton } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'

export interface RowFrameProps {
  title: string
  line: string
  note?: string | undefined
  isOpen: boolean
  onToggle: () => void
  removeLabel: string
  onRemove: () => void
  children: ReactNode
}

export function RowFrame({ title, line, note, isOpen, onToggle, removeLabel, onRemove, children }: RowFrameProps) {
  const bodyId = useId()
  return (
    <div className="row-frame">
      <div className="row-head">
        <button
          type="button"
          className="row-toggle"
          aria-expanded={isOpen}
          {...(isOpen ? { 'aria-controls': bodyId } : {})}
          onClick={onToggle}
        >
          <Icon name={isOpen ? 'chevronDown' : 'chevronRight'} size={14} />
          <span className="row-words">
            <span className="row-title">{title}</span>
            {(line !== '' || note !== undefined) && (
              <span className="row-line tabular">
                {line}
                {note !== undefined && <span className="row-note">{note}</span>}
              </span>
            )}
          </span>
        </button>
        <IconButton icon="close" label={removeLabel} isSmall onPress={onRemove} placement="left" />
      </div>
      {isOpen && (
        <div id={bodyId} className="row-body">
          {children}
        </div>
      )}
    </div>
  )
}
