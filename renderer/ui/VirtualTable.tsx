/**
 * A table of any length: only the rows in sight are in the page. Sort, select many, open, group; all by keyboard.
 *   label       name of the table
 *   columns     Column<R>[]: {id, label, width (a CSS grid track), isSortable?, isRowHeader?, isEnd?, isLabelHidden?, render(row)}; keep it stable (useMemo)
 *   rows        the rows in the order to show, or `groups`: {id, label, rows, isClosed}[] with onToggleGroup(id)
 *   rowId, rowName(row)   id, and the words by which the tick box of a row is called
 *   sort, onSort({column, isDescending})
 *   selected, onSelect(ids)   leave `onSelect` out for a table without selection
 *   current, onCurrent(id)    the row with the focus; kept by the caller so that coming back finds it
 *   onOpen(id)  Enter or a click
 *   empty       shown instead of rows
 * The rows carry `data-keys="letters"`: single-letter commands work while the focus is in here, and typing letters moves nothing.
 */
import {
  memo,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useText } from '../text/text.tsx'
import { Icon } from './Icon.tsx'
import { extendTo, moveBy, type TableState, toggle } from './tableSelection.ts'

export interface Column<R> {
  readonly id: string
  readonly label: string
  /** A CSS grid track: `5rem`, `minmax(12rem, 1fr)`. */
  readonly width: string
  readonly isSortable?: boolean
  readonly isRowHeader?: boolean
  readonly isEnd?: boolean
  readonly isLabelHidden?: boolean
  render(row: R): ReactNode
}

export interface TableGroup<R> {
  readonly id: string
  readonly label: string
  readonly mark?: ReactNode
  readonly rows: readonly R[]
  readonly isClosed: boolean
}

export interface TableSort {
  readonly column: string
  readonly isDescending: boolean
}

export interface VirtualTableProps<R> {
  label: string
  columns: readonly Column<R>[]
  rows?: readonly R[]
  groups?: readonly TableGroup<R>[] | undefined
  onToggleGroup?: (id: string) => void
  rowId: (row: R) => string
  rowName: (row: R) => string
  sort?: TableSort
  onSort?: (sort: TableSort) => void
  selected?: ReadonlySet<string>
  onSelect?: (selected: ReadonlySet<string>) => void
  current?: string | undefined
  onCurrent?: (id: string) => void
  onOpen: (id: string) => void
  /** Marks a row as less important, as a withdrawn one. */
  isFaint?: (row: R) => boolean
  autoFocus?: boolean
  empty?: ReactNode
}

type Line<R> =
  | { readonly kind: 'row'; readonly id: string; readonly row: R }
  | { readonly kind: 'group'; readonly id: string; readonly group: TableGroup<R> }

const overscan = 6
const noneSelected: ReadonlySet<string> = new Set()

export function VirtualTable<R>(props: VirtualTableProps<R>) {
  const {
    label,
    columns,
    rows,
    groups,
    onToggleGroup,
    rowId,
    rowName,
    sort,
    onSort,
    onSelect,
    current,
    onCurrent,
    onOpen,
    isFaint,
    autoFocus = false,
    empty,
  } = props
  const selected = props.selected ?? noneSelected
  const words = useText().app.ui
  const scroller = useRef<HTMLDivElement>(null)
  const head = useRef<HTMLDivElement>(null)
  const anchor = useRef<string | undefined>(undefined)
  const wantsFocus = useRef(autoFocus)
  const [rowHeight, setRowHeight] = useState(32)
  const [view, setView] = useState({ first: 0, count: 40 })

  const lines = useMemo<readonly Line<R>[]>(() => {
    const asLine = (row: R): Line<R> => ({ kind: 'row', id: rowId(row), row })
    if (!groups) return (rows ?? []).map(asLine)
    return groups.flatMap((group) => [
      { kind: 'group' as const, id: `group ${group.id}`, group },
      ...(group.isClosed ? [] : group.rows.map(asLine)),
    ])
  }, [rows, groups, rowId])
  const order = useMemo(() => lines.map((line) => line.id), [lines])
  const placeById = useMemo(() => new Map(order.map((id, place) => [id, place])), [order])
  const rowIds = useMemo(() => lines.filter((line) => line.kind === 'row').map((line) => line.id), [lines])
  const [currentGroup, setCurrentGroup] = useState<string | undefined>(undefined)
  const focused =
    currentGroup !== undefined && placeById.has(currentGroup)
      ? currentGroup
      : current !== undefined && placeById.has(current)
        ? current
        : order[0]

  const look = useCallback(() => {
    const box = scroller.current
    if (!box) return
    const first = Math.max(0, Math.floor(box.scrollTop / rowHeight) - overscan)
    const count = Math.ceil(box.clientHeight / rowHeight) + 2 * overscan
    setView((before) => (before.first === first && before.count === count ? before : { first, count }))
  }, [rowHeight])

  // The height of a row comes from the style sheet (density, text size): measured on the header, which is one row high.
  useLayoutEffect(() => {
    const box = scroller.current
    const line = head.current
    if (!box || !line) return
    const measure = () => {
      const height = line.getBoundingClientRect().height
      if (height > 0) setRowHeight(height)
      look()
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    observer.observe(line)
    return () => observer.disconnect()
  }, [look])

  const bringIntoView = useCallback(
    (id: string) => {
      const box = scroller.current
      const place = placeById.get(id)
      if (!box || place === undefined) return
      const top = place * rowHeight
      const room = box.clientHeight - rowHeight
      if (top < box.scrollTop) box.scrollTop = top
      else if (top + rowHeight > box.scrollTop + room) box.scrollTop = top + rowHeight - room
      look()
    },
    [placeById, rowHeight, look],
  )

  // Coming back to a table finds the row that was left, in sight.
  const isFirst = useRef(true)
  useLayoutEffect(() => {
    if (isFirst.current && focused !== undefined && lines.length > 0) {
      isFirst.current = false
      bringIntoView(focused)
    }
  }, [focused, lines.length, bringIntoView])

  useEffect(() => {
    if (!wantsFocus.current || focused === undefined) return
    const element = scroller.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(focused)}"]`)
    if (element) {
      wantsFocus.current = false
      element.focus({ preventScroll: true })
    }
  })

  const take = useCallback(
    (state: TableState) => {
      anchor.current = state.anchor
      if (state.current !== undefined) {
        if (state.current.startsWith('group ')) setCurrentGroup(state.current)
        else {
          setCurrentGroup(undefined)
          onCurrent?.(state.current)
        }
        wantsFocus.current = true
        bringIntoView(state.current)
      }
      if (onSelect && state.selected !== selected)
        onSelect(new Set([...state.selected].filter((id) => !id.startsWith('group '))))
    },
    [bringIntoView, onCurrent, onSelect, selected],
  )
  const state: TableState = { current: focused, anchor: anchor.current, selected }

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (
      event.altKey ||
      focused === undefined ||
      !(event.target instanceof HTMLElement) ||
      !event.target.matches('[data-row]')
    )
      return
    const mod = event.ctrlKey || event.metaKey
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2)
    const line = lines[placeById.get(focused) ?? -1]
    const doesExtend = event.shiftKey && onSelect !== undefined
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -lines.length,
      End: lines.length,
    }
    const step = steps[event.key]
    if (step !== undefined) take(moveBy(state, order, step, doesExtend))
    else if (event.key === ' ' && line?.kind === 'row' && onSelect)
      take(event.shiftKey ? extendTo(state, order, focused) : toggle(state, focused))
    else if (event.key === 'Enter' && !mod && line?.kind === 'row') onOpen(focused)
    else if ((event.key === 'Enter' || event.key === ' ') && line?.kind === 'group') onToggleGroup?.(line.group.id)
    else if (event.key === 'ArrowLeft' && line?.kind === 'group' && !line.group.isClosed) onToggleGroup?.(line.group.id)
    else if (event.key === 'ArrowRight' && line?.kind === 'group' && line.group.isClosed) onToggleGroup?.(line.group.id)
    else if (event.key.toLowerCase() === 'a' && mod && !event.shiftKey && onSelect) onSelect(new Set(rowIds))
    else if (event.key === 'Escape' && selected.size > 0 && onSelect) onSelect(new Set())
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  // One stable object, so that rows that did not change are not drawn again.
  const latest = useRef({ take, state, order, onOpen, onToggleGroup })
  useLayoutEffect(() => {
    latest.current = { take, state, order, onOpen, onToggleGroup }
  })
  const acts = useMemo<RowActs>(
    () => ({
      click(id, event) {
        const { take, state, order, onOpen } = latest.current
        const canSelect = onSelect !== undefined
        if (canSelect && event.shiftKey) take(extendTo(state, order, id))
        else if (canSelect && (event.ctrlKey || event.metaKey)) take(toggle(state, id))
        else {
          take({ ...state, current: id, anchor: id })
          onOpen(id)
        }
      },
      tick(id, isRange) {
        const { take, state, order } = latest.current
        take(isRange ? extendTo(state, order, id) : toggle(state, id))
      },
      toggleGroup(id) {
        latest.current.onToggleGroup?.(id)
      },
    }),
    [onSelect],
  )

  const visible = lines
    .slice(view.first, view.first + view.count)
    .map((line, index) => ({ line, place: view.first + index }))
  const focusedPlace = focused === undefined ? undefined : placeById.get(focused)
  // The row with the focus stays in the page when it is scrolled out of sight, or the focus would be lost.
  if (focusedPlace !== undefined && (focusedPlace < view.first || focusedPlace >= view.first + view.count)) {
    const line = lines[focusedPlace]
    if (line) visible.push({ line, place: focusedPlace })
  }
  const canSelect = onSelect !== undefined
  const tracks = `${canSelect ? '2.25rem ' : ''}${columns.map((column) => column.width).join(' ')}`
  const isAllSelected = rowIds.length > 0 && rowIds.every((id) => selected.has(id))

  return (
    <div ref={scroller} className="ui-table-scroller" onScroll={look}>
      <div
        className="ui-table"
        role={groups ? 'treegrid' : 'grid'}
        aria-label={label}
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length + (canSelect ? 1 : 0)}
        aria-multiselectable={canSelect}
        style={{ '--tracks': tracks } as object}
        onKeyDown={onKeyDown}
      >
        <div role="rowgroup" className="ui-table-head-group">
          <div ref={head} role="row" aria-rowindex={1} className="ui-table-head">
            {canSelect && (
              <div role="columnheader" className="ui-table-tick">
                <Tick
                  label={words.selectAll}
                  isTicked={isAllSelected}
                  isMixed={!isAllSelected && selected.size > 0}
                  onTick={() => onSelect?.(isAllSelected ? new Set() : new Set(rowIds))}
                />
              </div>
            )}
            {columns.map((column) => (
              <ColumnHeader key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </div>
        </div>
        <div role="rowgroup" className="ui-table-body" data-keys="letters" style={{ height: lines.length * rowHeight }}>
          {visible.map(({ line, place }) =>
            line.kind === 'row' ? (
              <TableRow
                key={line.id}
                row={line.row as unknown}
                id={line.id}
                place={place}
                top={place * rowHeight}
                columns={columns as readonly Column<unknown>[]}
                name={rowName(line.row)}
                isSelected={selected.has(line.id)}
                isFocused={line.id === focused}
                isFaint={isFaint?.(line.row) ?? false}
                canSelect={canSelect}
                level={groups ? 2 : undefined}
                acts={acts}
              />
            ) : (
              <div
                key={line.id}
                role="row"
                data-row={line.id}
                aria-level={1}
                aria-expanded={!line.group.isClosed}
                aria-rowindex={place + 2}
                tabIndex={line.id === focused ? 0 : -1}
                className="ui-table-group"
                style={{ transform: `translateY(${place * rowHeight}px)` }}
                onClick={() => acts.toggleGroup(line.group.id)}
                onFocus={() => setCurrentGroup(line.id)}
              >
                <div role="gridcell" aria-colspan={columns.length + (canSelect ? 1 : 0)}>
                  <Icon name={line.group.isClosed ? 'chevronRight' : 'chevronDown'} size={14} />
                  {line.group.mark}
                  <span>{line.group.label}</span>
                  <span className="ui-count">{line.group.rows.length}</span>
                </div>
              </div>
            ),
          )}
        </div>
      </div>
      {lines.length === 0 && <div className="ui-table-empty">{empty}</div>}
    </div>
  )
}

interface RowActs {
  click(id: string, event: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }): void
  tick(id: string, isRange: boolean): void
  toggleGroup(id: string): void
}

interface TableRowProps {
  row: unknown
  id: string
  place: number
  top: number
  columns: readonly Column<unknown>[]
  name: string
  isSelected: boolean
  isFocused: boolean
  isFaint: boolean
  canSelect: boolean
  level: number | undefined
  acts: RowActs
}

const TableRow = memo(function TableRow(props: TableRowProps) {
  const { row, id, place, top, columns, name, isSelected, isFocused, isFaint, canSelect, level, acts } = props
  const words = useText().app.ui
  return (
    <div
      role="row"
      data-row={id}
      aria-rowindex={place + 2}
      aria-level={level}
      aria-selected={canSelect ? isSelected : undefined}
      tabIndex={isFocused ? 0 : -1}
      className={`ui-table-row${isFaint ? ' ui-table-faint' : ''}`}
      style={{ transform: `translateY(${top}px)` }}
      onClick={(event) => acts.click(id, event)}
    >
      {canSelect && (
        <div role="gridcell" className="ui-table-tick">
          <Tick
            label={words.select(name)}
            isTicked={isSelected}
            onTick={(isRange) => acts.tick(id, isRange)}
            isReachable={false}
          />
        </div>
      )}
      {columns.map((column) => (
        <div
          key={column.id}
          role={column.isRowHeader ? 'rowheader' : 'gridcell'}
          className={`ui-table-cell${column.isEnd ? ' ui-table-end' : ''}`}
        >
          {column.render(row)}
        </div>
      ))}
    </div>
  )
})

function ColumnHeader<R>({
  column,
  sort,
  onSort,
}: {
  column: Column<R>
  sort: TableSort | undefined
  onSort: ((sort: TableSort) => void) | undefined
}) {
  const isSorted = sort?.column === column.id
  const words = column.isLabelHidden ? (
    <span className="visually-hidden">{column.label}</span>
  ) : (
    <span className="truncate">{column.label}</span>
  )
  const direction = isSorted ? (sort.isDescending ? 'descending' : 'ascending') : 'none'
  return (
    <div
      role="columnheader"
      aria-sort={column.isSortable ? direction : undefined}
      className={`ui-table-column${column.isEnd ? ' ui-table-end' : ''}`}
    >
      {column.isSortable && onSort ? (
        <button
          type="button"
          className="ui-table-sort"
          onClick={() => onSort({ column: column.id, isDescending: isSorted ? !sort.isDescending : false })}
        >
          {words}
          {isSorted && <Icon name={sort.isDescending ? 'down' : 'up'} size={12} />}
        </button>
      ) : (
        words
      )}
    </div>
  )
}

function Tick(props: {
  label: string
  isTicked: boolean
  isMixed?: boolean
  isReachable?: boolean
  onTick: (isRange: boolean) => void
}) {
  const { label, isTicked, isMixed = false, isReachable = true, onTick } = props
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={isMixed ? 'mixed' : isTicked}
      aria-label={label}
      tabIndex={isReachable ? 0 : -1}
      className="ui-tick"
      onClick={(event) => {
        event.stopPropagation()
        onTick(event.shiftKey)
      }}
    >
      <span className="ui-checkbox-box">
        {isMixed ? <Icon name="minus" size={14} /> : isTicked ? <Icon name="check" size={14} /> : null}
      </span>
    </button>
  )
}
