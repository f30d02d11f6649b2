/** A tooltip for one button of ours: `children` is the button, `text` the words, `keys` its shortcut as shown. Stays on hover, closes with Esc. */
import type { ReactNode } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components'
import { given } from './given.ts'
import { KeyHint } from './KeyHint.tsx'

export interface TooltipProps {
  text: string
  /** As `Mod+K`. */
  keys?: string | undefined
  placement?: 'top' | 'bottom' | 'left' | 'right'
  children: ReactNode
}

export function Tooltip({ text, keys, placement = 'bottom', children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      {children}
      <AriaTooltip
        className="ui-tooltip"
        placement={placement}
        offset={6}
        {...given({ UNSTABLE_portalContainer: hintPlace() })}
      >
        {text}
        {keys !== undefined && <KeyHint keys={keys} />}
      </AriaTooltip>
    </TooltipTrigger>
  )
}

/** Tooltips are drawn inside a landmark, the one marked `data-hints`, so that nothing on the page stands outside of all of them. */
function hintPlace(): HTMLElement | undefined {
  return document.querySelector<HTMLElement>('[data-hints]') ?? undefined
}
