/** A provider for Lexical's stock collaboration plugins that is connected at once and never sends anything. */
import type { Provider } from '@lexical/yjs'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'

type Listener = (value: never) => void

/** `state`, when given, arrives when the plugin connects, as it would from a server. */
export function networklessProvider(doc: Y.Doc, awareness: Awareness, state: Uint8Array | undefined): Provider {
  const listeners = new Map<string, Set<Listener>>()
  const emit = (event: string, value: unknown) => {
    for (const listener of listeners.get(event) ?? []) listener(value as never)
  }
  const provider = {
    awareness,
    on(event: string, listener: Listener) {
      const those = listeners.get(event) ?? new Set()
      listeners.set(event, those.add(listener))
    },
    off(event: string, listener: Listener) {
      listeners.get(event)?.delete(listener)
    },
    connect() {
      emit('status', { status: 'connected' })
      if (state !== undefined) Y.applyUpdate(doc, state)
      emit('sync', true)
    },
    disconnect() {},
  }
  return provider as unknown as Provider
}
