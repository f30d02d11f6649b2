/**
 * Before the window goes: the host asks for everything to be written (`app:flush`), and a page that would go while something is only in memory asks
 * the person first. When everything is kept nobody is asked anything.
 */
import { useEffect } from 'react'
import { useHost } from '../commands/hostContext.ts'
import { useReplica } from '../replica/hooks.ts'
import type { KeepState } from '../replica/shapes.ts'

export function useKeptBeforeLeaving(): void {
  const host = useHost()
  const replica = useReplica()
  useEffect(
    () =>
      host.on('app:flush', () => {
        // A field that writes when it is left writes now.
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
        void replica.whenKept().then(() => host.request('app:flushed'))
      }),
    [host, replica],
  )
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (isAtRisk(replica.keepState.get())) event.preventDefault()
    }
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [replica])
}

/** True while closing the window would lose something. What is unreadable or newer lies on the disk already. */
export function isAtRisk(keepState: KeepState): boolean {
  if (keepState.kind === 'needsYou') return keepState.problem.kind === 'full' || keepState.problem.kind === 'refused'
  return keepState.kind === 'keeping'
}
