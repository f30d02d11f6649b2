/** A pasted table as a full grid: merged cells take one place and leave the others empty, short rows are filled. */
import { pasteLimits } from './pasteOutcome.ts'

export type Grid = readonly (readonly (Element | undefined)[])[]

/** undefined when it is larger than a table in a finding may be. */
export function gridOf(table: Element): Grid | undefined {
  const rows = rowsOf(table)
  if (rows.length > pasteLimits.rows) return undefined
  const grid: (Element | undefined)[][] = rows.map(() => [])
  const taken = new Set<string>()
  let width = 0
  for (const [y, row] of rows.entries()) {
    let x = 0
    for (const cell of row.children) {
      if (cell.tagName !== 'TD' && cell.tagName !== 'TH') continue
      while (taken.has(`${y} ${x}`)) x++
      const across = span(cell, 'colspan', pasteLimits.columns)
      const down = span(cell, 'rowspan', rows.length - y)
      if (x + across > pasteLimits.columns) return undefined
      for (let dy = 0; dy < down; dy++) for (let dx = 0; dx < across; dx++) taken.add(`${y + dy} ${x + dx}`)
      const gridRow = grid[y]
      if (gridRow !== undefined) gridRow[x] = cell
      width = Math.max(width, x + across)
      x += across
    }
  }
  return grid.map((row) => Array.from({ length: width }, (_, x) => row[x]))
}

/** Its own rows, not those of tables inside it. */
export function rowsOf(table: Element): Element[] {
  return [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table)
}

/** Tables that only arrange a page: one cell, marked so, or holding other tables. */
export function isLayoutTable(table: Element, grid: Grid): boolean {
  const role = table.getAttribute('role')
  if (role === 'presentation' || role === 'none') return true
  const width = grid[0]?.length ?? 0
  return grid.length * width <= 1 || table.querySelector('table') !== null
}

function span(cell: Element, name: string, most: number): number {
  const value = Number.parseInt(cell.getAttribute(name) ?? '1', 10)
  return Number.isNaN(value) ? 1 : Math.max(1, Math.min(value, most))
}
