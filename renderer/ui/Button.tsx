/**
 * Buttons. `Button`: {kind: plain|primary|quiet|danger, icon?, keys?, isDisabled?, onPress, children: words}.
 * `IconButton`: {icon, label (name and tooltip), keys?, isPressed? (a toggle), keepsFocus? (does not take the focus when pressed with the mouse)}.
 */
import type { ReactNode, Ref } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { given } from './given.ts'
import { Icon, type IconName } from './Icon.tsx'
import { Tooltip } from './Tooltip.tsx'

export interface ButtonProps {
  children: ReactNode
  kind?: 'plain' | 'primary' | 'quiet' | 'danger'
  icon?: IconName
  /** Shown in a tooltip, as `Mod+N`. The key itself is dispatched by the command list. */
  keys?: string | undefined
  /** Closes the dialog around it. */
  slot?: 'close'
  type?: 'button' | 'submit'
  isDisabled?: boolean
  isPending?: boolean
  autoFocus?: boolean
  'aria-label'?: string
  /** For jump links. */
  id?: string
  onPress?: () => void
  ref?: Ref<HTMLButtonElement>
}

export function Button(props: ButtonProps) {
  const { children, kind = 'plain', icon, keys, ref, ...rest } = props
  const button = (
    <AriaButton {...given({ ...rest, ref })} className={`ui-button ui-button-${kind}`}>
      {icon && <Icon name={icon} />}
      {typeof children === 'string' ? <span className="ui-button-words">{children}</span> : children}
    </AriaButton>
  )
  if (keys === undefined || typeof children !== 'string') return button
  return (
    <Tooltip text={children} keys={keys}>
      {button}
    </Tooltip>
  )
}

export interface IconButtonProps {
  icon: IconName
  label: string
  keys?: string | undefined
  isPressed?: boolean
  isDisabled?: boolean
  /** Small buttons (24 px) sit inside fields and chips. */
  isSmall?: boolean
  keepsFocus?: boolean
  placement?: 'top' | 'bottom' | 'left' | 'right'
  'aria-expanded'?: boolean
  onPress?: () => void
  ref?: Ref<HTMLButtonElement>
}

export function IconButton(props: IconButtonProps) {
  const { icon, label, keys, isPressed, isSmall = false, keepsFocus = false, placement, ref, ...rest } = props
  return (
    <Tooltip text={label} keys={keys} {...given({ placement })}>
      <AriaButton
        {...given({ ...rest, 'aria-pressed': isPressed, ref })}
        preventFocusOnPress={keepsFocus}
        aria-label={label}
        className={`ui-button ui-icon-button${isSmall ? ' ui-icon-button-small' : ''}`}
      >
        <Icon name={icon} />
      </AriaButton>
    </Tooltip>
  )
}
