/** The replica for React: everything a screen shows comes through these, and changes with it. */
import {
  createContext,
  createElement,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react'
import { assert } from '../../shared/base/result.ts'
import type { Finding, KeepState, Readable, Replica, ReviewSession, ReviewSummary } from './shapes.ts'

const ReplicaContext = createContext<Replica | undefined>(undefined)

export function ReplicaProvider({ replica, children }: { replica: Replica; children: ReactNode }) {
  return createElement(ReplicaContext, { value: replica }, children)
}

export function useReplica(): Replica {
  const replica = useContext(ReplicaContext)
  assert(replica, 'a screen stands inside ReplicaProvider')
  return replica
}

export function useReadable<T>(readable: Readable<T>): T {
  return useSyncExternalStore(readable.subscribe, readable.get)
}

export function useReviews(): readonly ReviewSummary[] | 'loading' {
  return useReadable(useReplica().reviews)
}

export function useKeepState(): KeepState {
  return useReadable(useReplica().keepState)
}

/** Opens the review while the component is shown. */
export function useReviewSession(id: string): ReviewSession | 'loading' | 'missing' {
  const replica = useReplica()
  const [opened, setOpened] = useState<{ id: string; session: ReviewSession | 'missing' }>()
  useEffect(() => {
    let isShown = true
    let session: ReviewSession | undefined
    replica.openReview(id).then(
      (ready) => {
        session = ready
        if (isShown) setOpened({ id, session: ready })
        else ready.close()
      },
      () => {
        if (isShown) setOpened({ id, session: 'missing' })
      },
    )
    return () => {
      isShown = false
      session?.close()
    }
  }, [replica, id])
  return opened?.id === id ? opened.session : 'loading'
}

export function useFindings(session: ReviewSession): readonly Finding[] {
  return useReadable(session.findings)
}

export function useFinding(session: ReviewSession, id: string): Finding | undefined {
  return useSyncExternalStore(session.findings.subscribe, () => session.finding(id))
}
