/**
 * The commands that exist at this moment. The frame and each screen add theirs with `useCommands`; palette, keys, menus and the key sheet read them.
 *   useCommands([...])     these commands exist while this component is mounted; may be a new array on every render
 *   useCommands([...], 'frame')   the same for what is always there; a screen's command wins over the frame's with the same key
 *   useAllCommands()       all of them, those of screens first
 *   useCommand(id)         one of them, for a button or menu: its label and keys stand in one place
 */
import {
  createContext,
  type ReactNode,
  useContext,
  useId,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
} from 'react'
import type { Command } from './command.ts'

export type CommandRank = 'screen' | 'frame'

export class CommandRegistry {
  readonly #listsByOwner = new Map<string, { readonly rank: CommandRank; readonly commands: readonly Command[] }>()
  readonly #listeners = new Set<() => void>()
  #all: readonly Command[] = []

  readonly get = (): readonly Command[] => this.#all

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** Listeners hear of it only when something that can be seen changed; `run` is always the newest. */
  set(owner: string, rank: CommandRank, commands: readonly Command[]): void {
    const before = this.#listsByOwner.get(owner)
    this.#listsByOwner.set(owner, { rank, commands })
    if (before === undefined || !looksSame(before.commands, commands)) this.#changed()
  }

  remove(owner: string): void {
    if (this.#listsByOwner.delete(owner)) this.#changed()
  }

  /** The newest version of a command, to run it. */
  find(id: string): Command | undefined {
    return this.#inOrder().find((command) => command.id === id)
  }

  #inOrder(): readonly Command[] {
    const lists = [...this.#listsByOwner.values()]
    return [...lists.filter(({ rank }) => rank === 'screen'), ...lists.filter(({ rank }) => rank === 'frame')].flatMap(
      ({ commands }) => commands,
    )
  }

  #changed(): void {
    this.#all = this.#inOrder()
    for (const listener of this.#listeners) listener()
  }
}

function looksSame(a: readonly Command[], b: readonly Command[]): boolean {
  return (
    a.length === b.length &&
    a.every((command, place) => {
      const other = b[place]
      return (
        other !== undefined &&
        command.id === other.id &&
        command.label === other.label &&
        command.keys === other.keys &&
        command.isAvailable === other.isAvailable
      )
    })
  )
}

const RegistryContext = createContext<CommandRegistry | undefined>(undefined)

export function CommandsProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(() => new CommandRegistry())
  return <RegistryContext value={registry}>{children}</RegistryContext>
}

export function useRegistry(): CommandRegistry {
  const registry = useContext(RegistryContext)
  if (!registry) throw new Error('CommandsProvider is missing')
  return registry
}

export function useCommands(commands: readonly Command[], rank: CommandRank = 'screen'): void {
  const registry = useRegistry()
  const owner = useId()
  useLayoutEffect(() => registry.set(owner, rank, commands))
  useLayoutEffect(() => () => registry.remove(owner), [registry, owner])
}

export function useAllCommands(): readonly Command[] {
  const registry = useRegistry()
  return useSyncExternalStore(registry.subscribe, registry.get)
}

export function useCommand(id: string): Command | undefined {
  return useAllCommands().find((command) => command.id === id)
}
