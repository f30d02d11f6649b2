/** The side of a finding: tabs, and the edge by which it is made wider. Only what exists has a tab. */
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react'
import { useText } from '../text/text.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { type Layout, narrowest, panelId, usualWidths, widest } from './findingLayout.ts'

export function FindingPanel({ layout, children }: { layout: Layout; children: ReactNode }) {
  const words = useText().finding
  const [tab, setTab] = useState('properties')
  return (
    <>
      <PanelEdge layout={layout} />
      <aside id={panelId} className="finding-panel" aria-label={words.panel} data-pane>
        <Tabs
          label={words.panel}
          selected={tab}
          onSelect={setTab}
          tabs={[{ id: 'properties', label: words.properties, children }]}
        />
      </aside>
    </>
  )
}

/** Dragged, moved with the arrow keys, or clicked to go through three usual widths. */
function PanelEdge({ layout }: { layout: Layout }) {
  const words = useText().finding
  const drag = useRef<{ from: number; width: number; hasMoved: boolean } | undefined>(undefined)

  function onPointerDown(event: PointerEvent<HTMLDivElement>): void {
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { from: event.clientX, width: layout.width, hasMoved: false }
  }
  function onPointerMove(event: PointerEvent<HTMLDivElement>): void {
    const { current } = drag
    if (!current) return
    const moved = current.from - event.clientX
    if (Math.abs(moved) > 3) current.hasMoved = true
    if (current.hasMoved) layout.setWidth(current.width + moved)
  }
  function onPointerUp(): void {
    if (drag.current?.hasMoved === false)
      layout.setWidth(usualWidths.find((width) => width > layout.width) ?? usualWidths[0])
    drag.current = undefined
  }
  function onKeyDown(event: KeyboardEvent): void {
    const steps: Record<string, number> = { ArrowLeft: 16, ArrowRight: -16, Home: -widest, End: widest }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    layout.setWidth(layout.width + step)
  }

  return (
    <div
      className="finding-edge"
      role="separator"
      aria-orientation="vertical"
      aria-label={words.resizePanel}
      aria-controls={panelId}
      aria-valuenow={layout.width}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => (drag.current = undefined)}
      onKeyDown={onKeyDown}
    />
  )
}
