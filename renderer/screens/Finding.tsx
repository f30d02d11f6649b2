/** One finding: its text in the middle, its marks above, its properties beside. Opens the text of this finding and of no other. */
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react'
import { missingForSharing } from '../../shared/domain/completeness.ts'
import type { BodySection } from '../../shared/domain/fieldTable.ts'
import { useCommands } from '../commands/registry.tsx'
import { goTo } from '../commands/routes.ts'
import type { EditorApi } from '../editor/editorApi.ts'
import { editorCommands } from '../editor/editorCommands.ts'
import { StatusDialog } from '../panels/StatusDialog.tsx'
import type { SettableStatus } from '../panels/statusMoves.ts'
import { keepNativeUndo } from '../panels/keepNativeUndo.ts'
import type { PropertiesApi } from '../panels/Properties.tsx'
import { useSections } from '../panels/useSections.ts'
import { useFinding, useFindings, useReadable, useReviewSession } from '../replica/hooks.ts'
import type { Finding as FindingShape, ReviewSession } from '../replica/shapes.ts'
import { useLabelLanguage, useText } from '../text/text.tsx'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Progress } from '../ui/Progress.tsx'
import { FindingBody } from './FindingBody.tsx'
import { findingCommands } from './findingCommands.ts'
import { FindingHeader } from './FindingHeader.tsx'
import { neighboursOf } from './findingOrder.ts'
import { FindingPanel } from './FindingPanel.tsx'
import { FindingsContents } from './FindingsContents.tsx'
import { FindingsNote } from './FindingsNote.tsx'
import { useNewFinding } from './FindingsNew.tsx'
import { useLayout } from './findingLayout.ts'
import './Finding.css'

// The text comes first: whoever opens a finding can write before its form is there.
const Properties = lazy(async () => ({ default: (await import('../panels/Properties.tsx')).Properties }))

export function Finding({ reviewId, findingId }: { reviewId: string; findingId: string }) {
  const words = useText().finding
  const session = useReviewSession(reviewId)
  if (session === 'loading')
    return (
      <div className="screen-waiting">
        <Progress label={words.loading} />
      </div>
    )
  if (session === 'missing')
    return (
      <FindingsNote
        heading={words.screen}
        title={words.reviewFailed}
        actions={<Button onPress={() => goTo({ screen: 'home' })}>{words.backHome}</Button>}
      >
        {words.reviewFailedMore}
      </FindingsNote>
    )
  return <FindingOfReview key={findingId} session={session} findingId={findingId} />
}

function FindingOfReview({ session, findingId }: { session: ReviewSession; findingId: string }) {
  const words = useText().finding
  const finding = useFinding(session, findingId)
  if (finding) return <OpenFinding session={session} finding={finding} />
  return (
    <>
      <FindingsContents session={session} />
      <FindingsNote
        heading={words.screen}
        title={words.notFound}
        actions={
          <Button onPress={() => goTo({ screen: 'findings', review: session.id })}>{words.backToFindings}</Button>
        }
      >
        {words.notFoundMore}
      </FindingsNote>
    </>
  )
}

function OpenFinding({ session, finding }: { session: ReviewSession; finding: FindingShape }) {
  const words = useText()
  const labelLanguage = useLabelLanguage()
  const findings = useFindings(session)
  const neighbours = useMemo(() => neighboursOf(session.id, finding.id, findings), [session.id, finding.id, findings])
  const [editor, setEditor] = useState<EditorApi | undefined>(undefined)
  const [asked, setAsked] = useState<SettableStatus | undefined>(undefined)
  const properties = useRef<PropertiesApi>(null)
  const layout = useLayout()
  const creation = useNewFinding(session)
  const canUndo = useReadable(session.canUndo)
  const canRedo = useReadable(session.canRedo)
  const sectionHasText = useSections(editor)
  const missingCount = missingForSharing(finding.fields, { sectionHasText: sectionHasText ?? (() => true) }).length

  const open = (id: string | undefined) =>
    id !== undefined && goTo({ screen: 'finding', review: session.id, finding: id })
  const goToSection = useCallback((section: BodySection) => editor?.jumpToSection(section), [editor])

  function askStatus(to: SettableStatus): void {
    // Handing over to review needs no reason, and undo takes it back.
    if (to === 'internal_review') session.setStatus(finding.id, to, '')
    else setAsked(to)
  }

  function goToAssessment(): void {
    layout.show()
    // The panel may have been hidden until now.
    requestAnimationFrame(() => properties.current?.reveal('likelihood'))
  }

  useCommands(
    findingCommands({
      words,
      session,
      finding,
      neighbours,
      canUndo,
      canRedo,
      layout,
      labelLanguage,
      askStatus,
      open,
      newFinding: creation.open,
      goToAssessment,
    }),
  )

  return (
    <>
      <FindingsContents session={session} />
      {finding.status === 'withdrawn' && (
        <Banner
          tone="attention"
          actions={<Button onPress={() => askStatus('draft')}>{words.finding.bringBack}</Button>}
        >
          {words.finding.withdrawnBanner(finding.statusReason)}
        </Banner>
      )}
      {finding.status === 'superseded' && <Banner>{words.finding.supersededBanner}</Banner>}
      <div className="finding" onKeyDown={keepNativeUndo}>
        <FindingHeader
          session={session}
          finding={finding}
          neighbours={neighbours}
          missingCount={missingCount}
          isPanelShown={layout.isShown}
          onOpen={open}
          onTogglePanel={layout.toggle}
          onAskStatus={askStatus}
          onGoToAssessment={goToAssessment}
        />
        <div className="finding-main" style={layout.style}>
          <FindingBody session={session} finding={finding} onEditor={setEditor} />
          {layout.isShown && (
            <FindingPanel layout={layout}>
              <Suspense>
                <Properties
                  session={session}
                  finding={finding}
                  sectionHasText={sectionHasText}
                  onGoToSection={goToSection}
                  ref={properties}
                />
              </Suspense>
            </FindingPanel>
          )}
        </div>
      </div>
      {editor !== undefined && <TextCommands editor={editor} />}
      {asked !== undefined && (
        <StatusDialog session={session} finding={finding} to={asked} onClose={() => setAsked(undefined)} />
      )}
      {creation.dialog}
    </>
  )
}

/** The commands of the text, while it is open. A component of its own: it follows every key, and nothing else here should. */
function TextCommands({ editor }: { editor: EditorApi }) {
  const words = useText()
  useReadable(editor.state)
  useCommands(editorCommands(editor, words))
  return null
}
