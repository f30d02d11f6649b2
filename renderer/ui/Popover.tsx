/** A button with a panel that opens beside it: {button: our Button, label (name of the panel), children, placement?, isOpen?, onOpenChange?}. */
import { type ReactNode, useContext } from 'react'
import { DialogTrigger, OverlayTriggerStateContext, Popover as AriaPopover } from 'react-aria-components'
import { given } from './given.ts'

type Content = ReactNode | ((close: () => void) => ReactNode)

export interface PopoverProps {
  button: ReactNode
  label: string
  children: Content
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end'
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
}

export function Popover({ button, label, children, placement = 'bottom start', isOpen, onOpenChange }: PopoverProps) {
  return (
    <DialogTrigger {...given({ isOpen, onOpenChange })}>
      {button}
      {/* The panel is the dialog itself, so that everything in it, also what only assistive technology sees, belongs to it. */}
      <AriaPopover aria-label={label} className="ui-popover" placement={placement} offset={4}>
        <Body>{children}</Body>
      </AriaPopover>
    </DialogTrigger>
  )
}

function Body({ children }: { children: Content }) {
  const overlay = useContext(OverlayTriggerStateContext)
  return (
    <div className="ui-popover-body ui-popover-padded">
      {typeof children === 'function' ? children(() => overlay?.close()) : children}
    </div>
  )
}
