/** How wide an element is, in rem, so that text size counts. */
import { useCallback, useRef, useState } from 'react'

export function useRoom(): [room: number, ref: (element: HTMLElement | null) => void] {
  const [room, setRoom] = useState(Number.POSITIVE_INFINITY)
  const observer = useRef<ResizeObserver | undefined>(undefined)
  const ref = useCallback((element: HTMLElement | null) => {
    observer.current?.disconnect()
    if (!element) return
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
      setRoom(Math.floor(element.clientWidth / rem))
    }
    measure()
    observer.current = new ResizeObserver(measure)
    observer.current.observe(element)
  }, [])
  return [room, ref]
}
