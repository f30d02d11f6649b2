/** The line above the table: saved views, filters, grouping, columns. */
import { useMemo } from 'react'
import type { Person } from '../replica/shapes.ts'
import { useText } from '../text/text.tsx'
import { Button, IconButton } from '../ui/Button.tsx'
import { Menu } from '../ui/Menu.tsx'
import { FindingsFilters } from './FindingsFilters.tsx'
import { FindingsViews } from './FindingsViews.tsx'
import { columns, type FindingsView, groupings } from './findingsView.ts'
import { openViewStore } from './savedViews.ts'
import type { TableMemory } from './tableMemory.ts'

export interface FindingsBarProps {
  review: string
  memory: TableMemory
  people: readonly Person[]
  me: Person
  onView: (part: Partial<FindingsView>) => void
  onChoose: (view: FindingsView, savedView: string | undefined) => void
}

export function FindingsBar({ review, memory, people, me, onView, onChoose }: FindingsBarProps) {
  const words = useText().findings
  const store = useMemo(() => openViewStore(localStorage, me.id, review), [me.id, review])
  const { view } = memory
  return (
    <div className="findings-bar" data-pane>
      <FindingsViews store={store} view={view} chosen={memory.savedView} onChoose={onChoose} />
      <FindingsFilters filters={view.filters} people={people} me={me} onChange={(filters) => onView({ filters })} />
      <div className="findings-bar-end">
        <Menu
          label={words.groupBy}
          placement="bottom end"
          button={
            <Button kind="quiet" icon="group">
              {view.group === 'none' ? words.groupBy : words.groupedBy(words.groups[view.group])}
            </Button>
          }
          entries={groupings.map((group) => ({
            id: group,
            label: words.groups[group],
            isSelected: view.group === group,
            run: () => onView({ group }),
          }))}
        />
        <Menu
          label={words.chooseColumns}
          placement="bottom end"
          button={<IconButton icon="columns" label={words.chooseColumns} />}
          entries={columns.map((column) => ({
            id: column,
            label: words.columns[column],
            isSelected: view.columns.includes(column),
            isDisabled: column === 'key' || column === 'title' || column === 'audience',
            run: () => onView({ columns: columns.filter((each) => (each === column) !== view.columns.includes(each)) }),
          }))}
        />
      </div>
    </div>
  )
}
