/** Undo and redo of this person's own changes to a catalogue: each verb, or each `asOneStep`, is one step; what others did stays. */
import * as Y from 'yjs'
import { findingsMap, reviewMap, splitFindingKey } from '../../shared/document/layout.ts'
import { makeCell } from './readable.ts'
import type { Readable } from './shapes.ts'

/** Origin of this person's changes to a catalogue. Only these are undone. */
export const localOrigin = { name: 'local' }

export interface UndoSteps {
  undo(): void
  redo(): void
  readonly canUndo: Readable<boolean>
  readonly canRedo: Readable<boolean>
  close(): void
}

/** `onMoved` hears which findings an undo or redo changed. */
export function makeUndoSteps(doc: Y.Doc, onMoved: (findings: readonly string[]) => void): UndoSteps {
  const findings = findingsMap(doc)
  const manager = new Y.UndoManager([findings, reviewMap(doc)], {
    trackedOrigins: new Set([localOrigin]),
    captureTimeout: 0,
  })
  const canUndo = makeCell(false)
  const canRedo = makeCell(false)
  const moved = new Set<string>()

  function show(): void {
    canUndo.set(manager.canUndo())
    canRedo.set(manager.canRedo())
  }

  function noteMoved(event: Y.YMapEvent<unknown>, transaction: Y.Transaction): void {
    if (transaction.origin !== manager) return
    for (const key of event.keysChanged) {
      const finding = splitFindingKey(key)?.finding
      if (finding !== undefined) moved.add(finding)
    }
  }

  function move(which: 'undo' | 'redo'): void {
    moved.clear()
    manager[which]()
    if (moved.size > 0) onMoved([...moved])
    show()
  }

  findings.observe(noteMoved)
  manager.on('stack-item-added', show)
  manager.on('stack-item-popped', show)
  manager.on('stack-cleared', show)

  return {
    undo: () => move('undo'),
    redo: () => move('redo'),
    canUndo,
    canRedo,
    close() {
      findings.unobserve(noteMoved)
      manager.destroy()
    },
  }
}
