/** What stands above the text of a finding: who can see it, its title, its marks, and what can be done with all of it. */
import { riskOf } from '../../shared/domain/risk.ts'
import { labelOf } from '../../shared/domain/vocabularies.ts'
import { writeRoute } from '../commands/routes.ts'
import { AudienceMark, RiskMark, riskWord } from '../panels/Marks.tsx'
import { type SettableStatus, statusMoves } from '../panels/statusMoves.ts'
import { useReadable } from '../replica/hooks.ts'
import type { Finding, FindingStatus, ReviewSession } from '../replica/shapes.ts'
import { useLabelLanguage, useText } from '../text/text.tsx'
import { Button, IconButton } from '../ui/Button.tsx'
import { Menu, type MenuEntry } from '../ui/Menu.tsx'
import { Select } from '../ui/Select.tsx'
import { showToast } from '../ui/toasts.ts'
import { findingKeys } from './findingCommands.ts'
import { FindingTitle } from './FindingTitle.tsx'
import type { Neighbours } from './findingOrder.ts'
import { languageName, textLanguages } from '../panels/textLanguages.ts'

export interface FindingHeaderProps {
  session: ReviewSession
  finding: Finding
  neighbours: Neighbours
  /** What internal review still asks for. */
  missingCount: number
  isPanelShown: boolean
  onOpen: (finding: string | undefined) => void
  onTogglePanel: () => void
  onAskStatus: (to: SettableStatus) => void
  onGoToAssessment: () => void
}

export function FindingHeader(props: FindingHeaderProps) {
  const { session, finding, neighbours, isPanelShown, onOpen, onTogglePanel, onGoToAssessment } = props
  const words = useText()
  const lang = useLabelLanguage()
  const risk = riskOf(finding.fields)
  return (
    <header className="finding-head" data-pane>
      <div className="finding-place">
        <a className="finding-back" href={writeRoute({ screen: 'findings', review: session.id })}>
          {words.finding.backToFindings}
        </a>
        <span className="muted tabular">{words.finding.position(neighbours.place, neighbours.all)}</span>
        <IconButton
          icon="chevronLeft"
          label={words.finding.previous}
          keys={findingKeys.previous}
          isSmall
          isDisabled={neighbours.previous === undefined}
          onPress={() => onOpen(neighbours.previous)}
        />
        <IconButton
          icon="chevronRight"
          label={words.finding.next}
          keys={findingKeys.next}
          isSmall
          isDisabled={neighbours.next === undefined}
          onPress={() => onOpen(neighbours.next)}
        />
        <span className="finding-audience" title={words.finding.audienceLong[finding.audience]}>
          <AudienceMark audience={finding.audience} />
        </span>
        <MoreMenu {...props} />
        <IconButton
          icon="panelRight"
          label={isPanelShown ? words.finding.hidePanel : words.finding.showPanel}
          keys={findingKeys.hidePanel}
          isSmall
          isPressed={isPanelShown}
          onPress={onTogglePanel}
        />
      </div>
      <div className="finding-name">
        <span className="finding-key tabular">{finding.key}</span>
        <FindingTitle session={session} finding={finding} />
      </div>
      <div className="finding-marks">
        <Button
          kind="quiet"
          aria-label={words.finding.riskOpen(riskWord(risk, words, lang))}
          onPress={onGoToAssessment}
        >
          <RiskMark risk={risk} />
        </Button>
        <StatusSelect {...props} />
        <OwnerSelect session={session} finding={finding} />
        <LanguageSelect session={session} finding={finding} />
      </div>
    </header>
  )
}

function StatusSelect({ finding, missingCount, onAskStatus }: FindingHeaderProps) {
  const words = useText().finding
  const lang = useLabelLanguage()
  const moves = statusMoves(finding.status).filter((move) => move.to !== 'withdrawn')
  const options = [
    { id: finding.status, label: labelOf('findingStatus', finding.status, lang) },
    ...moves.map((move) => ({
      id: move.to as FindingStatus,
      label: labelOf('findingStatus', move.to, lang),
      ...(move.needsComplete && missingCount > 0
        ? { isDisabled: true, description: words.reviewNeedsComplete(missingCount) }
        : {}),
    })),
  ]
  return (
    <Select
      label={words.status}
      isLabelHidden
      isInline
      value={finding.status}
      options={options}
      onChange={(to) => {
        const move = moves.find((each) => each.to === to)
        if (move) onAskStatus(move.to)
      }}
    />
  )
}

function OwnerSelect({ session, finding }: { session: ReviewSession; finding: Finding }) {
  const words = useText().finding
  const people = useReadable(session.people)
  const { owner } = finding.fields
  const known = people.map((person) => ({ id: person.id, label: person.name, description: person.organisation }))
  const options =
    owner === undefined || known.some(({ id }) => id === owner) ? known : [...known, { id: owner, label: owner }]
  return (
    <Select
      label={words.owner}
      isLabelHidden
      isInline
      placeholder={words.noOwner}
      value={owner}
      options={options}
      onChange={(person) => session.setField(finding.id, 'owner', person)}
    />
  )
}

function LanguageSelect({ session, finding }: { session: ReviewSession; finding: Finding }) {
  const words = useText().finding
  const lang = useLabelLanguage()
  return (
    <Select
      label={words.language}
      isLabelHidden
      isInline
      value={finding.lang}
      options={textLanguages(finding.lang).map((id) => ({ id, label: languageName(id, lang) }))}
      onChange={(next) => next !== undefined && session.setLanguage(finding.id, next)}
    />
  )
}

function MoreMenu({ session, finding, onAskStatus }: FindingHeaderProps) {
  const words = useText().finding
  const moves = statusMoves(finding.status)
  const address = new URL(writeRoute({ screen: 'finding', review: session.id, finding: finding.id }), location.href)
    .href
  const entries: MenuEntry[] = [
    {
      id: 'link',
      label: words.copyLink,
      icon: 'link',
      run: () => void copy(address, words.linkCopied, words.copyRefused),
    },
    {
      id: 'text',
      label: words.copyText,
      icon: 'copy',
      run: () => void copy(`${finding.key} ${finding.fields.title}`, words.textCopied, words.copyRefused),
    },
  ]
  if (moves.some((move) => move.to === 'withdrawn'))
    entries.push('line', {
      id: 'withdraw',
      label: words.withdraw,
      icon: 'archive',
      isDangerous: true,
      run: () => onAskStatus('withdrawn'),
    })
  if (finding.status === 'withdrawn')
    entries.push('line', {
      id: 'bringBack',
      label: words.bringBack,
      icon: 'bringBack',
      run: () => onAskStatus('draft'),
    })
  return (
    <Menu
      label={words.more}
      placement="bottom end"
      button={<IconButton icon="more" label={words.more} isSmall />}
      entries={entries}
    />
  )
}

async function copy(text: string, done: string, refused: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    showToast({ text: done })
  } catch {
    showToast({ text: refused, tone: 'attention' })
  }
}
