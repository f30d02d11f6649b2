/** The program that hosts this page, for whatever needs a file, a link or a window: `useHost()`. */
import { createContext, useContext } from 'react'
import type { About, Host } from '../../shared/contract.ts'

export interface HostSide {
  readonly host: Host
  readonly about: About | undefined
}

const HostContext = createContext<HostSide | undefined>(undefined)

export const HostProvider = HostContext

export function useHost(): Host {
  return useHostSide().host
}

/** Undefined when the host did not answer. */
export function useAbout(): About | undefined {
  return useHostSide().about
}

function useHostSide(): HostSide {
  const side = useContext(HostContext)
  if (!side) throw new Error('HostProvider is missing')
  return side
}
