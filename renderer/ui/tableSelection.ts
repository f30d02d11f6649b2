/**
 * What the keys and clicks of a table do to its selection and its current row. Pure; `VirtualTable` draws the outcome.
 * Rows are named by their ids, in the order in which they are shown.
 */
export interface TableState {
  /** The row that has (or last had) the focus. */
  readonly current: string | undefined
  /** Where a range began. */
  readonly anchor: string | undefined
  readonly selected: ReadonlySet<string>
}

function between(order: readonly string[], from: string, to: string): readonly string[] {
  const a = order.indexOf(from)
  const b = order.indexOf(to)
  if (a < 0 || b < 0) return []
  return order.slice(Math.min(a, b), Math.max(a, b) + 1)
}

/** Moves the current row by `steps`, staying inside; with `doesExtend`, everything from the anchor to it is selected. */
export function moveBy(state: TableState, order: readonly string[], steps: number, doesExtend: boolean): TableState {
  if (order.length === 0) return state
  const place = state.current === undefined ? -1 : order.indexOf(state.current)
  const next = order[place < 0 ? 0 : Math.max(0, Math.min(order.length - 1, place + steps))]
  if (next === undefined) return state
  if (!doesExtend) return { ...state, current: next, anchor: next }
  return extendTo({ ...state, anchor: state.anchor ?? state.current ?? next }, order, next)
}

/** Selects everything between the anchor and `row`. What was selected elsewhere stays. */
export function extendTo(state: TableState, order: readonly string[], row: string): TableState {
  const anchor = state.anchor ?? row
  const selected = new Set(state.selected)
  if (state.current !== undefined) for (const id of between(order, anchor, state.current)) selected.delete(id)
  for (const id of between(order, anchor, row)) selected.add(id)
  return { current: row, anchor, selected }
}

export function toggle(state: TableState, row: string): TableState {
  const selected = new Set(state.selected)
  if (!selected.delete(row)) selected.add(row)
  return { current: row, anchor: row, selected }
}
