/** Whether the side panel of a finding is shown and how wide it is, as this person left it on this device. */
import { type CSSProperties, useState } from 'react'
import { flushSync } from 'react-dom'

export interface Layout {
  readonly isShown: boolean
  /** Pixels. */
  readonly width: number
  readonly style: CSSProperties
  show(): void
  toggle(): void
  showAndFocus(): void
  setWidth(width: number): void
}

export const narrowest = 280
export const widest = 720
export const usualWidths = [320, 368, 520] as const
export const panelId = 'finding-panel'

const storageKey = 'countersign/panel/1'

export function useLayout(): Layout {
  const [layout, setLayout] = useState(read)
  function change(next: { isShown: boolean; width: number }): void {
    setLayout(next)
    try {
      localStorage.setItem(storageKey, JSON.stringify(next))
    } catch {
      // Storage is refused: the panel stays as it is until the window closes.
    }
  }
  const show = () => layout.isShown || change({ ...layout, isShown: true })
  return {
    ...layout,
    style: { '--panel-width': `${layout.width}px` } as CSSProperties,
    show,
    toggle: () => change({ ...layout, isShown: !layout.isShown }),
    showAndFocus() {
      flushSync(show)
      document.getElementById(panelId)?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus()
    },
    setWidth: (width) => change({ ...layout, width: Math.round(Math.max(narrowest, Math.min(widest, width))) }),
  }
}

function read(): { isShown: boolean; width: number } {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null')
    if (typeof kept === 'object' && kept !== null && 'width' in kept && 'isShown' in kept) {
      const { width, isShown } = kept
      if (typeof width === 'number' && width >= narrowest && width <= widest)
        return { width, isShown: isShown !== false }
    }
  } catch {
    // Unreadable is the same as never set.
  }
  return { isShown: true, width: usualWidths[1] }
}
