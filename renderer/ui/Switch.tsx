/** On or off, at once: {label, description?, isSelected, onChange, isDisabled?}. */
import { useId } from 'react'
import { Switch as AriaSwitch } from 'react-aria-components'
import { given } from './given.ts'

export interface SwitchProps {
  label: string
  description?: string
  isSelected: boolean
  onChange: (isSelected: boolean) => void
  isDisabled?: boolean
}

export function Switch({ label, description, ...rest }: SwitchProps) {
  const id = useId()
  return (
    <div className="ui-field">
      <AriaSwitch
        {...given(rest)}
        className="ui-switch"
        {...(description !== undefined ? { 'aria-describedby': id } : {})}
      >
        <span className="ui-switch-track">
          <span className="ui-switch-thumb" />
        </span>
        {label}
      </AriaSwitch>
      {description !== undefined && (
        <span id={id} className="ui-description">
          {description}
        </span>
      )}
    </div>
  )
}
