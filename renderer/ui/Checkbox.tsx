/** A tick box: {children: words, isSelected, onChange, isIndeterminate?, isDisabled?, 'aria-label'?}. */
import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox } from 'react-aria-components'
import { given } from './given.ts'
import { Icon } from './Icon.tsx'

export interface CheckboxProps {
  children?: ReactNode
  isSelected: boolean
  onChange: (isSelected: boolean) => void
  isIndeterminate?: boolean
  isDisabled?: boolean
  'aria-label'?: string
}

export function Checkbox({ children, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...given(rest)} className="ui-checkbox">
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className="ui-checkbox-box">
            {isIndeterminate ? <Icon name="minus" size={14} /> : isSelected ? <Icon name="check" size={14} /> : null}
          </span>
          {children}
        </>
      )}
    </AriaCheckbox>
  )
}
