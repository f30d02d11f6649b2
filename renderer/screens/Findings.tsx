/** All findings of a review as one table. Works on the catalogue alone: no text is opened, however many findings there are. */
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { labelOf } from '../../shared/domain/vocabularies.ts'
import { useCommands } from '../commands/registry.tsx'
import { goTo } from '../commands/routes.ts'
import { focusIfLost } from '../panels/focusElement.ts'
import { useFindings, useReadable, useReplica, useReviewSession } from '../replica/hooks.ts'
import type { ReviewSession } from '../replica/shapes.ts'
import { useLabelLanguage, useLocale, useText } from '../text/text.tsx'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Progress } from '../ui/Progress.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { VirtualTable } from '../ui/VirtualTable.tsx'
import { keepFindingOrder } from './findingOrder.ts'
import { ActionBar, useFindingsActions } from './FindingsActions.tsx'
import { FindingsBar } from './FindingsBar.tsx'
import { fittingColumns, makeColumns } from './FindingsColumns.tsx'
import { findingsCommands } from './findingsCommands.ts'
import { FindingsContents } from './FindingsContents.tsx'
import { useNewFinding } from './FindingsNew.tsx'
import { FindingsNote } from './FindingsNote.tsx'
import { FindingsPeek } from './FindingsPeek.tsx'
import { type Column, type FindingsView, type Lookup, noFilters, viewFindings } from './findingsView.ts'
import { groupsForTable } from './groupsForTable.ts'
import { recallTable, rememberTable, type TableMemory } from './tableMemory.ts'
import { useNow } from './useNow.ts'
import { useRoom } from './useRoom.ts'
import './Findings.css'

export function Findings({ reviewId }: { reviewId: string }) {
  const words = useText()
  const session = useReviewSession(reviewId)
  if (session === 'loading')
    return (
      <div className="screen-waiting">
        <Progress label={words.findings.loading} />
      </div>
    )
  if (session === 'missing')
    return (
      <FindingsNote
        heading={words.findings.screen}
        title={words.finding.reviewFailed}
        actions={<Button onPress={() => goTo({ screen: 'home' })}>{words.finding.backHome}</Button>}
      >
        {words.finding.reviewFailedMore}
      </FindingsNote>
    )
  return <FindingsOfReview key={reviewId} session={session} />
}

const noneSelected: ReadonlySet<string> = new Set()

function FindingsOfReview({ session }: { session: ReviewSession }) {
  const words = useText()
  const lang = useLabelLanguage()
  const locale = useLocale()
  const { me } = useReplica()
  const summary = useReadable(session.summary)
  const people = useReadable(session.people)
  const findings = useFindings(session)
  const canUndo = useReadable(session.canUndo)
  const canRedo = useReadable(session.canRedo)
  const now = useNow()
  const [room, roomRef] = useRoom()
  const [memory, setMemory] = useState(() => recallTable(session.id))
  const [selected, setSelected] = useState(noneSelected)
  useEffect(() => rememberTable(session.id, memory), [session.id, memory])
  const change = (part: Partial<TableMemory>) => setMemory((before) => ({ ...before, ...part }))
  const changeView = (part: Partial<FindingsView>) =>
    setMemory((before) => ({ ...before, view: { ...before.view, ...part } }))

  const { view, search, current, closedGroups } = memory
  const lookup = useMemo<Lookup>(() => {
    const names = new Map(people.map((person) => [person.id, person.name]))
    return {
      locale,
      domainLabel: (domain) => labelOf('domain', domain, lang),
      personName: (person) => names.get(person) ?? person,
    }
  }, [people, lang, locale])
  const deferredSearch = useDeferredValue(search)
  const groups = useMemo(
    () => viewFindings(findings, view, deferredSearch, lookup),
    [findings, view, deferredSearch, lookup],
  )
  const shown = useMemo(() => groups.flatMap((group) => group.findings), [groups])
  useEffect(
    () =>
      keepFindingOrder(
        session.id,
        shown.map(({ id }) => id),
      ),
    [session.id, shown],
  )

  const tableColumns = useMemo(
    () => makeColumns(fittingColumns(view.columns, room), { words, lang, locale, lookup, now }),
    [view.columns, room, words, lang, locale, lookup, now],
  )
  const tableGroups = useMemo(
    () => groupsForTable(groups, view.group, closedGroups, { words, lang, lookup }),
    [groups, view.group, closedGroups, words, lang, lookup],
  )

  // What a filter hides is not acted upon, whatever was selected before.
  const acted = shown.filter(({ id }) => selected.has(id))
  const currentFinding = shown.find(({ id }) => id === current) ?? shown[0]
  const targets = acted.length > 0 ? acted : currentFinding ? [currentFinding] : []
  const clear = () => {
    setSelected(noneSelected)
    focusTable()
  }
  const actions = useFindingsActions(session, clear)
  const creation = useNewFinding(session)
  const open = (finding: string) => goTo({ screen: 'finding', review: session.id, finding })
  const clearFilters = () => {
    change({ search: '', view: { ...view, filters: noFilters } })
    focusTable()
  }

  useCommands(
    findingsCommands({
      words,
      session,
      canUndo,
      canRedo,
      labelLanguage: lang,
      current: currentFinding,
      isPeeking: memory.isPeeking,
      isSelected: currentFinding !== undefined && selected.has(currentFinding.id),
      newFinding: creation.open,
      ask: (action) => actions.ask(action, targets),
      peek: (isPeeking) => {
        change({ isPeeking })
        if (!isPeeking) focusTable()
      },
      select: (finding, isIn) => {
        const next = new Set(selected)
        if (isIn) next.add(finding)
        else next.delete(finding)
        setSelected(next)
      },
    }),
  )

  const withdrawn = findings.filter(({ status }) => status === 'withdrawn').length
  const showsWithdrawn = view.filters.showsWithdrawn || view.filters.status.includes('withdrawn')
  const isEmpty = findings.length === 0
  const rows = { rows: shown, ...(tableGroups === undefined ? {} : { groups: tableGroups }) }
  return (
    <>
      <header className="screen-head">
        <h1 tabIndex={-1}>
          <span className="findings-key">{summary.key}</span> {summary.title}
        </h1>
        <div className="findings-head">
          {!isEmpty && (
            <SearchField label={words.findings.find} value={search} onChange={(text) => change({ search: text })} />
          )}
          <Button kind="primary" icon="plus" keys="Mod+N" onPress={creation.open}>
            {words.findings.newFinding}
          </Button>
        </div>
      </header>
      <FindingsContents session={session} />
      {isEmpty ? (
        <EmptyState title={words.findings.empty}>{words.findings.emptyMore}</EmptyState>
      ) : (
        <>
          <FindingsBar
            review={session.id}
            memory={memory}
            people={people}
            me={me}
            onView={changeView}
            onChoose={(chosen, savedView) => change({ view: chosen, savedView })}
          />
          <div className="findings">
            <div className="findings-table" ref={roomRef}>
              <VirtualTable
                label={words.findings.screen}
                columns={tableColumns}
                {...rows}
                rowId={idOf}
                rowName={nameOf}
                onToggleGroup={(group) => {
                  const closed = new Set(closedGroups)
                  if (!closed.delete(group)) closed.add(group)
                  change({ closedGroups: closed })
                }}
                sort={view.sort}
                onSort={({ column, isDescending }) =>
                  changeView({ sort: { column: column as Column, isDescending: isDescending } })
                }
                selected={selected}
                onSelect={setSelected}
                current={current}
                onCurrent={(id) => change({ current: id })}
                onOpen={open}
                isFaint={isWithdrawn}
                autoFocus
                empty={
                  <EmptyState
                    title={withdrawn === findings.length ? words.findings.onlyWithdrawn : words.findings.noMatch}
                    actions={
                      <>
                        <Button onPress={clearFilters}>{words.findings.clearFilters}</Button>
                        {withdrawn > 0 && !showsWithdrawn && (
                          <Button onPress={() => changeView({ filters: { ...view.filters, showsWithdrawn: true } })}>
                            {words.findings.showWithdrawn}
                          </Button>
                        )}
                      </>
                    }
                  />
                }
              />
            </div>
            {memory.isPeeking && currentFinding && (
              <FindingsPeek
                finding={currentFinding}
                lookup={lookup}
                onOpen={() => open(currentFinding.id)}
                onClose={() => {
                  change({ isPeeking: false })
                  focusTable()
                }}
              />
            )}
          </div>
          <footer className="findings-foot">
            {acted.length > 0 ? (
              <ActionBar count={acted.length} onAsk={(action) => actions.ask(action, acted)} onClear={clear} />
            ) : (
              <p className="findings-count muted tabular" role="status">
                {words.findings.count(shown.length, findings.length - (showsWithdrawn ? 0 : withdrawn))}
                {withdrawn > 0 && !showsWithdrawn && ` · ${words.findings.withdrawnHidden(withdrawn)}`}
              </p>
            )}
          </footer>
        </>
      )}
      {actions.dialog}
      {creation.dialog}
    </>
  )
}

const idOf = (finding: { id: string }) => finding.id
const nameOf = (finding: { key: string; fields: { title: string } }) => `${finding.key} ${finding.fields.title}`
const isWithdrawn = (finding: { status: string }) => finding.status === 'withdrawn'

function focusTable(): void {
  focusIfLost(() => document.querySelector('.findings-table [data-row][tabindex="0"]'))
}
