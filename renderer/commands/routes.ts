/**
 * Where the window is, as the fragment of its address: `#/`, `#/review/ID`, `#/review/ID/finding/ID`, `#/settings`.
 * Ids only, never words of a finding: addresses end up in histories and window lists.
 */
import { useMemo, useSyncExternalStore } from 'react'

export type Route =
  | { readonly screen: 'home' }
  | { readonly screen: 'findings'; readonly review: string }
  | { readonly screen: 'finding'; readonly review: string; readonly finding: string }
  | { readonly screen: 'settings' }

/** Anything unknown is home. */
export function parseRoute(fragment: string): Route {
  const [first, review, third, finding, ...rest] = fragment
    .replace(/^#?\/?/, '')
    .split('/')
    .map(decode)
  if (rest.length > 0) return { screen: 'home' }
  if (first === 'settings' && review === undefined) return { screen: 'settings' }
  if (first === 'review' && review) {
    if (third === undefined) return { screen: 'findings', review }
    if (third === 'finding' && finding) return { screen: 'finding', review, finding }
  }
  return { screen: 'home' }
}

export function writeRoute(route: Route): string {
  switch (route.screen) {
    case 'home':
      return '#/'
    case 'settings':
      return '#/settings'
    case 'findings':
      return `#/review/${encodeURIComponent(route.review)}`
    case 'finding':
      return `#/review/${encodeURIComponent(route.review)}/finding/${encodeURIComponent(route.finding)}`
  }
}

export function goTo(route: Route): void {
  location.hash = writeRoute(route)
}

export function useRoute(): Route {
  const fragment = useSyncExternalStore(subscribe, () => location.hash)
  return useMemo(() => parseRoute(fragment), [fragment])
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
