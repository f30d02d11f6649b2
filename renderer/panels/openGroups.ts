/** Which groups of the form are open, as this person left them on this device. */
import { fieldGroups, type FormGroup } from './fieldGroups.ts'

const storageKey = 'countersign/openGroups/1'
const atFirst: readonly FormGroup[] = ['needed', 'identity', 'results', 'assessment']

export function readOpenGroups(): ReadonlySet<FormGroup> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null')
    if (!Array.isArray(kept)) return new Set(atFirst)
    return new Set(fieldGroups.map(({ group }) => group).filter((group) => kept.includes(group)))
  } catch {
    return new Set(atFirst)
  }
}

export function writeOpenGroups(groups: ReadonlySet<FormGroup>): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify([...groups]))
  } catch {
    // Storage is refused: the groups stay as they are until the window closes.
  }
}
