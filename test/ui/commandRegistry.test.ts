import { describe, expect, test } from 'vitest'
import type { Command } from '../../renderer/commands/command.ts'
import { CommandRegistry } from '../../renderer/commands/registry.tsx'
import { isAtRisk } from '../../renderer/app/useKeptBeforeLeaving.ts'
import { frameCommands, type FrameActs } from '../../renderer/app/frameCommands.ts'
import { de } from '../../renderer/text/de.ts'
import { en } from '../../renderer/text/en.ts'

const command = (id: string, ran: string[] = [], label = id): Command => ({
  id,
  group: 'help',
  label,
  isAvailable: true,
  run: () => void ran.push(label),
})

describe('the one list of commands', () => {
  test('[UI9] a command of a screen stands before one of the frame, in whatever order they came', () => {
    const registry = new CommandRegistry()
    registry.set('screen', 'screen', [command('finding.new')])
    registry.set('frame', 'frame', [command('palette.open')])
    registry.set('panel', 'screen', [command('panel.show')])
    expect(registry.get().map(({ id }) => id)).toEqual(['finding.new', 'panel.show', 'palette.open'])
    registry.remove('screen')
    expect(registry.get().map(({ id }) => id)).toEqual(['panel.show', 'palette.open'])
  })

  test('[UI9] listeners hear only of what can be seen, and what runs is always the newest', () => {
    const registry = new CommandRegistry()
    const ran: string[] = []
    let heard = 0
    registry.subscribe(() => (heard += 1))
    registry.set('a', 'screen', [{ ...command('x'), run: () => void ran.push('old') }])
    registry.set('a', 'screen', [{ ...command('x'), run: () => void ran.push('new') }])
    expect(heard).toBe(1)
    registry.find('x')?.run()
    expect(ran).toEqual(['new'])
    registry.set('a', 'screen', [{ ...command('x'), isAvailable: false }])
    expect(heard).toBe(2)
  })

  test('[UI10] the window asks before it closes only while something would be lost', () => {
    const problem = { affected: '', refusal: { code: 'x' } }
    expect(isAtRisk({ kind: 'kept' })).toBe(false)
    expect(isAtRisk({ kind: 'keeping', waiting: 1 })).toBe(true)
    for (const kind of ['full', 'refused'] as const)
      expect(isAtRisk({ kind: 'needsYou', problem: { kind, ...problem } })).toBe(true)
    for (const kind of ['corrupt', 'newer'] as const)
      expect(isAtRisk({ kind: 'needsYou', problem: { kind, ...problem } })).toBe(false)
  })

  test('[UI2] no command of the frame uses Ctrl+Alt, a bracket, or a key of another, in either language', () => {
    const acts = new Proxy({}, { get: () => () => undefined }) as FrameActs
    for (const words of [en, de]) {
      const keys = frameCommands(words, acts, { screen: 'home' }, [], false).flatMap((each) => each.keys ?? [])
      expect(new Set(keys).size).toBe(keys.length)
      for (const each of keys) expect(each).not.toMatch(/Alt.*Mod|Mod.*Alt|Ctrl.*Alt|[[\]{}@#\\]/)
    }
  })
})
