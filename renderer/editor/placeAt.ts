/** Keeps a small panel beside the selected text or the caret while the text scrolls. */
import { type RefObject, useLayoutEffect, useRef } from 'react'

/** Put the answered ref on the panel. `side`: where it stands when there is room. `anchor` changes whenever it may have to move. */
export function usePlaceAt(
  root: RefObject<HTMLElement | null>,
  side: 'above' | 'below',
  anchor: unknown,
): RefObject<HTMLDivElement | null> {
  const panel = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const place = () => {
      const element = panel.current
      const rect = selectionRect(root.current)
      if (element === null || rect === undefined) return
      const { width, height } = element.getBoundingClientRect()
      const gap = 6
      const above = rect.top - height - gap
      const below = rect.bottom + gap
      const isAbove = side === 'above' ? above >= gap : below + height > innerHeight - gap && above >= gap
      element.style.top = `${Math.max(gap, isAbove ? above : below)}px`
      element.style.left = `${Math.max(gap, Math.min(rect.left, innerWidth - width - gap))}px`
    }
    place()
    addEventListener('scroll', place, true)
    addEventListener('resize', place)
    return () => {
      removeEventListener('scroll', place, true)
      removeEventListener('resize', place)
    }
  }, [root, side, anchor])
  return panel
}

function selectionRect(root: HTMLElement | null): DOMRect | undefined {
  const selection = getSelection()
  if (root === null || selection === null || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  if (!root.contains(range.commonAncestorContainer)) return undefined
  const [first] = range.getClientRects()
  if (first !== undefined && (first.width > 0 || first.height > 0)) return first
  // A caret in an empty line has no rectangle of its own.
  const element = range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement
  return element?.getBoundingClientRect()
}
