/**
 * A box on top of everything: type, choose with the arrows, Enter runs. Focus stays in the input; the list is told by `aria-activedescendant`.
 * {title, placeholder, isOpen, onClose, query, onQuery, groups: {id, label, entries: {id, label, note?, keys?, mark?}[]}[], onChoose(id), nothing, resultWords(count)}
 */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { Icon } from './Icon.tsx'
import { KeyHint } from './KeyHint.tsx'

export interface BoxEntry {
  readonly id: string
  readonly label: string
  readonly note?: string | undefined
  readonly keys?: string | undefined
  readonly mark?: ReactNode
}

export interface BoxGroup {
  readonly id: string
  readonly label: string
  readonly entries: readonly BoxEntry[]
}

export interface CommandBoxProps {
  title: string
  placeholder: string
  isOpen: boolean
  onClose: () => void
  query: string
  onQuery: (query: string) => void
  groups: readonly BoxGroup[]
  onChoose: (id: string) => void
  nothing: string
  resultWords: (count: number) => string
}

export function CommandBox(props: CommandBoxProps) {
  return (
    <ModalOverlay
      className="ui-overlay"
      isOpen={props.isOpen}
      isDismissable
      onOpenChange={(open) => open || props.onClose()}
    >
      <Modal className="ui-modal">
        <Dialog className="ui-dialog" aria-label={props.title}>
          <Box {...props} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Box({ title, placeholder, query, onQuery, groups, onChoose, nothing, resultWords }: CommandBoxProps) {
  const id = useId()
  const [place, setPlace] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const entries = groups.flatMap((group) => group.entries.map((entry) => ({ entry, key: `${group.id} ${entry.id}` })))
  const at = Math.min(place, entries.length - 1)
  const active = entries[at]

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  })

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const last = entries.length - 1
    if (event.key === 'ArrowDown') setPlace(at >= last ? 0 : at + 1)
    else if (event.key === 'ArrowUp') setPlace(at <= 0 ? last : at - 1)
    else if (event.key === 'PageDown') setPlace(Math.min(last, at + 8))
    else if (event.key === 'PageUp') setPlace(Math.max(0, at - 8))
    else if (event.key === 'Enter') {
      if (active) onChoose(active.entry.id)
    } else return
    event.preventDefault()
  }

  return (
    <>
      <div className="ui-box-head">
        <Icon name="search" />
        <input
          className="ui-box-input"
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}list`}
          aria-autocomplete="list"
          aria-label={title}
          aria-activedescendant={active ? `${id}${at}` : undefined}
          placeholder={placeholder}
          value={query}
          autoComplete="off"
          spellCheck={false}
          ref={(input) => input?.focus()}
          onChange={(event) => {
            onQuery(event.target.value)
            setPlace(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={`${id}list`} ref={list} role="listbox" aria-label={title} className="ui-box-list" tabIndex={-1}>
        {groups.map(
          (group) =>
            group.entries.length > 0 && (
              <div key={group.id} role="group" aria-labelledby={`${id}${group.id}`} className="ui-box-group">
                <div id={`${id}${group.id}`} className="ui-box-label" role="presentation">
                  {group.label}
                </div>
                {group.entries.map((entry) => {
                  const its = entries.findIndex(({ key }) => key === `${group.id} ${entry.id}`)
                  return (
                    <div
                      key={entry.id}
                      id={`${id}${its}`}
                      role="option"
                      aria-selected={its === at}
                      className="ui-box-entry"
                      onMouseMove={() => its === at || setPlace(its)}
                      onClick={() => onChoose(entry.id)}
                    >
                      {entry.mark}
                      <span className="truncate">{entry.label}</span>
                      {entry.note !== undefined && <span className="ui-box-note truncate">{entry.note}</span>}
                      {entry.keys !== undefined && <KeyHint keys={entry.keys} />}
                    </div>
                  )
                })}
              </div>
            ),
        )}
      </div>
      {entries.length === 0 && <p className="ui-box-nothing">{nothing}</p>}
      <div role="status" className="visually-hidden">
        {entries.length === 0 ? nothing : resultWords(entries.length)}
      </div>
    </>
  )
}
