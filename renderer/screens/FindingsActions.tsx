/** What is done to several findings at once: owner, domain, status, withdrawal. Each is one step of undo. */
import { type ReactNode, useState } from 'react'
import { missingForSharing } from '../../shared/domain/completeness.ts'
import { labelOf } from '../../shared/domain/vocabularies.ts'
import { ReasonDialog } from '../panels/ReasonDialog.tsx'
import { commonMoves, statusMoves } from '../panels/statusMoves.ts'
import { undoLast } from '../panels/undoLast.ts'
import { vocabularyOptions } from '../panels/vocabularyOptions.ts'
import { useReadable } from '../replica/hooks.ts'
import type { Finding, ReviewSession } from '../replica/shapes.ts'
import { useLabelLanguage, useText } from '../text/text.tsx'
import { Button } from '../ui/Button.tsx'
import { CommandBox } from '../ui/CommandBox.tsx'
import type { Option } from '../ui/options.tsx'
import { showToast } from '../ui/toasts.ts'

export type Action = 'owner' | 'domain' | 'status' | 'withdraw'

export interface FindingsActionsApi {
  readonly ask: (action: Action, findings: readonly Finding[]) => void
  readonly dialog: ReactNode
}

interface Asked {
  readonly action: Action
  readonly findings: readonly Finding[]
  /** A status that was chosen and still needs a reason. */
  readonly to?: 'draft' | 'withdrawn'
}

export function useFindingsActions(session: ReviewSession, onDone: () => void): FindingsActionsApi {
  const words = useText()
  const lang = useLabelLanguage()
  const people = useReadable(session.people)
  const [asked, setAsked] = useState<Asked | undefined>(undefined)

  function close(): void {
    setAsked(undefined)
    onDone()
  }

  function change(findings: readonly Finding[], done: string, one: (finding: Finding) => void, more = ''): void {
    session.asOneStep(done, () => {
      for (const finding of findings) one(finding)
    })
    showToast({
      text: [sentence(done), more].filter(Boolean).join(' '),
      action: { label: words.findings.undo, run: () => undoLast(session, words, lang) },
    })
    close()
  }

  function setStatus(findings: readonly Finding[], to: string | undefined): void {
    const move = commonMoves(findings).find((each) => each.to === to)
    if (!move) return
    if (move.needsReason) {
      if (move.to !== 'internal_review') setAsked({ action: 'status', findings, to: move.to })
      return
    }
    // Texts are not opened for this; their sections are checked again when a finding is shared.
    const ready = move.needsComplete
      ? findings.filter((finding) => missingForSharing(finding.fields, { sectionHasText: () => true }).length === 0)
      : findings
    const leftOut = findings.length - ready.length
    change(
      ready,
      words.findings.done.status(ready.length),
      (finding) => session.setStatus(finding.id, move.to, ''),
      leftOut > 0 ? words.findings.leftOut(leftOut) : '',
    )
  }

  function dialogOf({ action, findings, to }: Asked): ReactNode {
    const count = findings.length
    const key = findings[0]?.key ?? ''
    if (action === 'withdraw' || to !== undefined) {
      const goal = to ?? 'withdrawn'
      const able = findings.filter((finding) => statusMoves(finding.status).some((move) => move.to === goal))
      const isWithdrawal = goal === 'withdrawn'
      return (
        <ReasonDialog
          title={
            isWithdrawal ? words.finding.withdrawTitle(able.length, key) : words.findings.chooseStatus(able.length, key)
          }
          confirmLabel={isWithdrawal ? words.finding.withdrawConfirm : words.finding.backToDraftConfirm}
          isDangerous={isWithdrawal}
          onClose={close}
          onConfirm={(reason) =>
            change(
              able,
              isWithdrawal ? words.findings.done.withdraw(able.length) : words.findings.done.status(able.length),
              (finding) => session.setStatus(finding.id, goal, reason),
            )
          }
        >
          {isWithdrawal ? words.finding.withdrawMore : words.finding.backToDraftMore}
          {able.length < count && ` ${words.findings.someNotAllowed(count - able.length)}`}
        </ReasonDialog>
      )
    }
    if (action === 'owner')
      return (
        <ChoiceBox
          title={words.findings.chooseOwner(count, key)}
          label={words.finding.owner}
          options={people.map((person) => ({ id: person.id, label: person.name, description: person.organisation }))}
          onClose={close}
          onChoose={(owner) =>
            change(findings, words.findings.done.owner(count), (finding) =>
              session.setField(finding.id, 'owner', owner),
            )
          }
        />
      )
    if (action === 'domain')
      return (
        <ChoiceBox
          title={words.findings.chooseDomain(count, key)}
          label={words.finding.fields.domain.label}
          options={vocabularyOptions('domain', lang)}
          onClose={close}
          onChoose={(domain) =>
            change(findings, words.findings.done.domain(count), (finding) =>
              session.setField(finding.id, 'domain', domain),
            )
          }
        />
      )
    const moves = commonMoves(findings)
    return (
      <ChoiceBox
        title={words.findings.chooseStatus(count, key)}
        label={words.finding.status}
        options={moves.map((move) => ({ id: move.to, label: labelOf('findingStatus', move.to, lang) }))}
        nothing={words.findings.noStatusMove}
        onClose={close}
        onChoose={(to) => setStatus(findings, to)}
      />
    )
  }

  return {
    ask: (action, findings) => findings.length > 0 && setAsked({ action, findings }),
    dialog: asked && dialogOf(asked),
  }
}

interface ChoiceBoxProps {
  title: string
  label: string
  options: readonly Option[]
  /** Said when there is nothing to choose. */
  nothing?: string
  onChoose: (id: string) => void
  onClose: () => void
}

/** One choice from a list, found by typing; choosing is doing. */
function ChoiceBox({ title, label, options, nothing, onChoose, onClose }: ChoiceBoxProps) {
  const words = useText().app
  const [query, setQuery] = useState('')
  const sought = query.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const entries = options
    .filter((option) => {
      const text = `${option.label} ${option.description ?? ''}`.toLocaleLowerCase()
      return sought.every((word) => text.includes(word))
    })
    .map((option) => ({ id: option.id, label: option.label, note: option.description }))
  return (
    <CommandBox
      title={title}
      placeholder={title}
      isOpen
      onClose={onClose}
      query={query}
      onQuery={setQuery}
      groups={[{ id: 'choices', label, entries }]}
      onChoose={onChoose}
      nothing={options.length === 0 && nothing !== undefined ? nothing : words.ui.nothingFound}
      resultWords={words.palette.results}
    />
  )
}

export interface ActionBarProps {
  count: number
  onAsk: (action: Action) => void
  onClear: () => void
}

export function ActionBar({ count, onAsk, onClear }: ActionBarProps) {
  const words = useText().findings
  return (
    <div className="action-bar" role="toolbar" aria-label={words.actions}>
      <span className="tabular">{words.selected(count)}</span>
      <Button kind="quiet" onPress={() => onAsk('status')}>
        {words.setStatus}
      </Button>
      <Button kind="quiet" onPress={() => onAsk('owner')}>
        {words.setOwner}
      </Button>
      <Button kind="quiet" onPress={() => onAsk('domain')}>
        {words.setDomain}
      </Button>
      <Button kind="quiet" onPress={() => onAsk('withdraw')}>
        {words.withdraw}
      </Button>
      <span className="action-bar-end">
        <Button kind="quiet" onPress={onClear}>
          {words.clearSelection}
        </Button>
        <span className="muted">{words.escClears}</span>
      </span>
    </div>
  )
}

function sentence(text: string): string {
  return `${text.charAt(0).toLocaleUpperCase()}${text.slice(1)}.`
}
