/**
 * Mod+K: every command that can run now, found by a few letters in either language; what was used last comes first. Typing finds findings too.
 * Mod+P: findings only. {mode: 'commands'|'findings'|undefined (closed), findings, onClose, onOpenFinding(id)}.
 */
import { useMemo, useState } from 'react'
import type { Command, CommandGroup } from '../commands/command.ts'
import { bestScore } from '../commands/fuzzy.ts'
import { useAllCommands, useRegistry } from '../commands/registry.tsx'
import { changeSettings, useSettings } from '../commands/settings.ts'
import type { Finding } from '../replica/shapes.ts'
import { useText } from '../text/text.tsx'
import { type BoxEntry, type BoxGroup, CommandBox } from '../ui/CommandBox.tsx'
import { Icon } from '../ui/Icon.tsx'

export interface PaletteProps {
  mode: 'commands' | 'findings' | undefined
  findings: readonly Finding[]
  onClose: () => void
  onOpenFinding: (id: string) => void
}

const groupOrder: readonly CommandGroup[] = ['finding', 'text', 'review', 'goTo', 'help']
const mostFindings = 50
const findingPrefix = 'open finding '

export function Palette(props: PaletteProps) {
  return props.mode === undefined ? null : <OpenPalette {...props} mode={props.mode} />
}

function OpenPalette({ mode, findings, onClose, onOpenFinding }: PaletteProps & { mode: 'commands' | 'findings' }) {
  const words = useText().app.palette
  const registry = useRegistry()
  const commands = useAllCommands()
  const { lastCommands } = useSettings()
  const [query, setQuery] = useState('')

  const groups = useMemo<readonly BoxGroup[]>(() => {
    const found = findFindings(findings, query, mode === 'findings' ? mostFindings : query.trim().length < 2 ? 0 : 6)
    const findingGroup = { id: 'findings', label: words.findingsTitle, entries: found }
    if (mode === 'findings') return [findingGroup]
    // One thing may have two keys and so two commands; here it stands once.
    const available = commands.filter(
      ({ id, label, isAvailable }, place) =>
        isAvailable &&
        id !== 'palette.open' &&
        commands.findIndex((other) => other.isAvailable && other.label === label) === place,
    )
    if (query.trim() === '') {
      const recent = lastCommands.flatMap((id) => available.find((command) => command.id === id) ?? []).slice(0, 5)
      const rest = available.filter((command) => !recent.includes(command))
      return [
        { id: 'recent', label: words.groups.recent, entries: recent.map(asEntry) },
        ...groupOrder.map((group) => ({
          id: group,
          label: words.groups[group],
          entries: rest.filter((command) => command.group === group).map(asEntry),
        })),
      ]
    }
    const scored = available
      .flatMap((command) => {
        const score = bestScore(query, [command.label, ...(command.alsoFoundBy ?? [])])
        return score === undefined ? [] : [{ command, score: score + (lastCommands.includes(command.id) ? 20 : 0) }]
      })
      .sort((a, b) => b.score - a.score)
    const byGroup = groupOrder.map((group) => {
      const its = scored.filter(({ command }) => command.group === group)
      return {
        id: group,
        label: words.groups[group],
        entries: its.map(({ command }) => asEntry(command)),
        best: its[0]?.score ?? -1,
      }
    })
    return [...byGroup.sort((a, b) => b.best - a.best), findingGroup]
  }, [commands, findings, lastCommands, mode, query, words])

  const choose = (id: string) => {
    onClose()
    if (id.startsWith(findingPrefix)) {
      onOpenFinding(id.slice(findingPrefix.length))
      return
    }
    changeSettings({ lastCommands: [id, ...lastCommands.filter((each) => each !== id)].slice(0, 8) })
    // After the box is gone, so that what the command opens or focuses is not under it.
    requestAnimationFrame(() => registry.find(id)?.run())
  }

  return (
    <CommandBox
      title={mode === 'findings' ? words.findingsTitle : words.title}
      placeholder={mode === 'findings' ? words.findingsPlaceholder : words.placeholder}
      isOpen
      onClose={onClose}
      query={query}
      onQuery={setQuery}
      groups={groups}
      onChoose={choose}
      nothing={mode === 'findings' ? words.noFindings : words.nothing}
      resultWords={words.results}
    />
  )
}

function asEntry(command: Command): BoxEntry {
  return { id: command.id, label: command.label, keys: command.keys }
}

function findFindings(findings: readonly Finding[], query: string, most: number): readonly BoxEntry[] {
  if (most === 0) return []
  return findings
    .flatMap((finding) => {
      const score = bestScore(query, [`${finding.key} ${finding.fields.title}`, finding.fields.title])
      return score === undefined ? [] : [{ finding, score: finding.status === 'withdrawn' ? score - 500 : score }]
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ finding }) => ({
      id: findingPrefix + finding.id,
      label: finding.fields.title,
      mark: (
        <>
          <Icon name="file" />
          <span className="muted tabular">{finding.key}</span>
        </>
      ),
    }))
}
