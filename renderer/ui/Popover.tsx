/** A button with a panel that opens beside it: {button: our Button, label (its name), children, placement?, isOpen?, onOpenChange?}. */
import type { ReactNode } from 'react'
import { Dialog, DialogTrigger, Popover as AriaPopover } from 'react-aria-components'
import { given } from './given.ts'

export interface PopoverProps {
  button: ReactNode
  label: string
  children: ReactNode | ((close: () => void) => ReactNode)
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end'
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
}

export function Popover({ button, label, children, placement = 'bottom start', isOpen, onOpenChange }: PopoverProps) {
  return (
    <DialogTrigger {...given({ isOpen, onOpenChange })}>
      {button}
      <AriaPopover className="ui-popover" placement={placement} offset={4}>
        <Dialog aria-label={label} className="ui-popover-body ui-popover-padded">
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
