/** The frame: sidebar, screen, status bar, and what opens above them. Screens know nothing of each other; this is where they meet. */
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import type { About, Host } from '../../shared/contract.ts'
import { CommandsProvider, useCommands } from '../commands/registry.tsx'
import { goTo, parseRoute, type Route, useRoute } from '../commands/routes.ts'
import { HostProvider, useAbout, useHost } from '../commands/hostContext.ts'
import { changeSettings, useSettings } from '../commands/settings.ts'
import { useKeys } from '../commands/useKeys.ts'
import { KeySheet } from '../dialogs/KeySheet.tsx'
import { LeaveDialog } from '../dialogs/LeaveDialog.tsx'
import { NewReview } from '../dialogs/NewReview.tsx'
import { askBeforeLeaving } from '../host.ts'
import { ReplicaProvider, useFindings, useReplica, useReviews, useReviewSession } from '../replica/hooks.ts'
import type { Finding as FindingShape, Replica, ReviewSession } from '../replica/shapes.ts'
import { Reviews, type ReviewsProps } from '../screens/Reviews.tsx'
import { SyncStatus } from '../status/SyncStatus.tsx'
import { useSaveCopy } from '../status/useSaveCopy.ts'
import { WhatIsHappening } from '../status/WhatIsHappening.tsx'
import { TextProvider, useText } from '../text/text.tsx'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { isMac } from '../ui/KeyHint.tsx'
import { announce } from '../ui/toasts.ts'
import { Progress } from '../ui/Progress.tsx'
import { Toasts } from '../ui/Toasts.tsx'
import { UiLanguage } from '../ui/UiLanguage.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { frameCommands } from './frameCommands.ts'
import { applyLooks, interfaceLanguage } from './looks.ts'
import { Palette } from './Palette.tsx'
import { rememberFocus } from './panes.ts'
import { Sidebar } from './Sidebar.tsx'
import { useKeptBeforeLeaving } from './useKeptBeforeLeaving.ts'
import './App.css'

// Each screen is loaded when it is first needed, so that the window is there sooner. What opens by a key is not: letters typed on would be lost.
const Findings = lazy(async () => ({ default: (await import('../screens/Findings.tsx')).Findings }))
const Finding = lazy(async () => ({ default: (await import('../screens/Finding.tsx')).Finding }))
const Settings = lazy(async () => ({ default: (await import('../screens/Settings.tsx')).Settings }))

export interface AppProps {
  host: Host
  about: About | undefined
  replica: Replica
}

export function App({ host, about, replica }: AppProps) {
  const settings = useSettings()
  const language = interfaceLanguage(settings)
  useEffect(() => applyLooks(settings), [settings])
  return (
    <TextProvider language={language}>
      <UiLanguage locale={language === 'de' ? 'de-DE' : 'en-GB'}>
        <HostProvider value={{ host, about }}>
          <ReplicaProvider replica={replica}>
            <CommandsProvider>
              <Frame />
            </CommandsProvider>
          </ReplicaProvider>
        </HostProvider>
      </UiLanguage>
    </TextProvider>
  )
}

type Above = 'palette' | 'findings' | 'keys' | 'status' | 'newReview'
const noReviews: readonly [] = []

function Frame() {
  const words = useText()
  const text = words.app
  const route = useRoute()
  const host = useHost()
  const replica = useReplica()
  const reviews = useReviews()
  const settings = useSettings()
  const saveCopy = useSaveCopy()
  const [above, setAbove] = useState<Above | undefined>(undefined)
  const [sample, setSample] = useState<ReviewsProps['sample']>('idle')
  const { isNarrow, isSidebarClosed, toggleSidebar } = useSidebar(settings, JSON.stringify(route))
  const leaving = useLeaving()
  const close = useCallback(() => setAbove(undefined), [])
  useKeys()
  useKeptBeforeLeaving()
  useScreenFocus(route)
  useEffect(() => host.on('link:follow', ({ path }) => goTo(parseRoute(path))), [host])

  const openSample = async () => {
    if (typeof sample === 'object') return
    setSample({ done: 0, of: 0 })
    try {
      const id = await replica.openSample((done, of) => setSample({ done, of }))
      setSample('idle')
      goTo({ screen: 'findings', review: id })
    } catch {
      setSample('failed')
      goTo({ screen: 'home' })
    }
  }

  const acts = {
    openPalette: () => setAbove('palette'),
    openFindings: () => setAbove('findings'),
    openKeySheet: () => setAbove('keys'),
    openStatus: () => setAbove('status'),
    newReview: () => setAbove('newReview'),
    openSample: () => void openSample(),
    toggleSidebar,
    saveCopy: (review: string) => void saveCopy(review),
    newWindow: () => void host.request('window:new'),
  }
  useCommands(frameCommands(words, acts, route, reviews === 'loading' ? noReviews : reviews, isMac), 'frame')

  const review = route.screen === 'findings' || route.screen === 'finding' ? route.review : undefined
  const palette = {
    mode: above === 'palette' ? 'commands' : above === 'findings' ? 'findings' : undefined,
    onClose: close,
  } as const
  return (
    <div className={isNarrow ? 'frame frame-narrow' : 'frame'} onFocus={(event) => rememberFocus(event.target)}>
      <a
        className="skip"
        href="#content"
        onClick={(event) => {
          event.preventDefault()
          document.getElementById('content')?.focus()
        }}
      >
        {text.frame.skipToContent}
      </a>
      {review !== undefined && <HeldReview key={review} review={review} />}
      <Sidebar route={route} isClosed={isSidebarClosed} onToggle={toggleSidebar} />
      <main id="content" className="screen" tabIndex={-1} data-pane>
        <Notices />
        <ErrorBoundary
          key={JSON.stringify(route)}
          onSaveCopy={review === undefined ? undefined : () => void saveCopy(review)}
        >
          <Suspense fallback={<Waiting />}>
            {route.screen === 'home' && <Reviews onNew={acts.newReview} onSample={acts.openSample} sample={sample} />}
            {route.screen === 'findings' && <Findings reviewId={route.review} />}
            {route.screen === 'finding' && <Finding reviewId={route.review} findingId={route.finding} />}
            {route.screen === 'settings' && <Settings />}
          </Suspense>
        </ErrorBoundary>
      </main>
      <SyncStatus
        language={interfaceLanguage(settings).slice(0, 2).toUpperCase()}
        onLook={acts.openStatus}
        onSettings={() => goTo({ screen: 'settings' })}
        onHelp={acts.openKeySheet}
      />
      {palette.mode !== undefined &&
        (review === undefined ? (
          <Palette {...palette} findings={noReviews} onOpenFinding={close} />
        ) : (
          <PaletteOfReview mode={palette.mode} onClose={close} review={review} />
        ))}
      {above === 'keys' && <KeySheet isOpen onClose={close} />}
      {above === 'status' && <WhatIsHappening isOpen onClose={close} />}
      {above === 'newReview' && (
        <NewReview isOpen onClose={close} onCreated={(id) => goTo({ screen: 'findings', review: id })} />
      )}
      <LeaveDialog {...leaving} />
      <Toasts />
    </div>
  )
}

function Waiting() {
  const words = useText().app.frame
  return (
    <div className="screen-waiting">
      <Progress label={words.loading} />
    </div>
  )
}

/** Keeps a review open while its screens follow each other, so that undo reaches back over them. */
function HeldReview({ review }: { review: string }) {
  useReviewSession(review)
  return null
}

interface PaletteOfReviewProps {
  mode: 'commands' | 'findings'
  onClose: () => void
  review: string
}

function PaletteOfReview({ review, ...palette }: PaletteOfReviewProps) {
  const session = useReviewSession(review)
  const open = (finding: string) => goTo({ screen: 'finding', review, finding })
  if (typeof session === 'string') return <Palette {...palette} findings={noReviews} onOpenFinding={open} />
  return <PaletteOfSession {...palette} session={session} onOpenFinding={open} />
}

function PaletteOfSession({
  session,
  ...palette
}: {
  mode: 'commands' | 'findings'
  onClose: () => void
  session: ReviewSession
  onOpenFinding: (id: string) => void
}) {
  const findings: readonly FindingShape[] = useFindings(session)
  return <Palette {...palette} findings={findings} />
}

/** What the person should know about how the program runs, once per notice until it is understood. */
function Notices() {
  const words = useText().app.notices
  const about = useAbout()
  const { seenNotices } = useSettings()
  const notice = about?.notices.find((each) => !seenNotices.includes(each))
  if (notice === undefined) return null
  return (
    <Banner
      actions={
        <Button kind="quiet" onPress={() => changeSettings({ seenNotices: [...seenNotices, notice] })}>
          {words.understood}
        </Button>
      }
    >
      {words[notice]}
    </Banner>
  )
}

/** After a change of screen the focus is on the new screen's heading, unless something in it took it, and the screen is named to who listens. */
function useScreenFocus(route: Route): void {
  const words = useText().app
  const place = JSON.stringify(route)
  const before = useRef(place)
  const name =
    route.screen === 'settings'
      ? words.settings.title
      : route.screen === 'home'
        ? words.reviews.title
        : words.frame[route.screen]
  useEffect(() => {
    // Never the words of a finding: titles of windows are seen by others.
    document.title = `${name} – ${words.name}`
  }, [name, words.name])
  useEffect(() => {
    if (before.current === place) return
    before.current = place
    announce(name)
    const content = document.getElementById('content')
    if (!content || content.contains(document.activeElement)) return
    if (document.activeElement === document.body || document.activeElement === null)
      (content.querySelector('h1') ?? content).focus()
  }, [place, name])
}

function useLeaving() {
  const [asked, setAsked] = useState<{ where: string; answer: (isYes: boolean) => void } | undefined>(undefined)
  useEffect(() => askBeforeLeaving((where) => new Promise((answer) => setAsked({ where, answer }))), [])
  return {
    where: asked?.where,
    onAnswer(isYes: boolean) {
      asked?.answer(isYes)
      setAsked(undefined)
    },
  }
}

/** Wide windows remember whether the sidebar is open; in narrow ones it opens over the page, for the place where it was opened. */
function useSidebar({ isSidebarClosed, textSize }: { isSidebarClosed: boolean; textSize: number }, place: string) {
  const [width, setWidth] = useState(innerWidth)
  const [overlaidAt, setOverlaidAt] = useState<string | undefined>(undefined)
  const isNarrow = width < (narrowBelow * textSize) / 100
  const isOverlaid = isNarrow && overlaidAt === place
  useEffect(() => {
    const listen = () => setWidth(innerWidth)
    addEventListener('resize', listen)
    return () => removeEventListener('resize', listen)
  }, [])
  useEffect(() => {
    if (!isOverlaid) return
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) setOverlaidAt(undefined)
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [isOverlaid])
  return {
    isNarrow,
    isSidebarClosed: isNarrow ? !isOverlaid : isSidebarClosed,
    toggleSidebar() {
      if (isNarrow) setOverlaidAt(isOverlaid ? undefined : place)
      else changeSettings({ isSidebarClosed: !isSidebarClosed })
    },
  }
}

/** Pixels at a text size of 100 %. */
const narrowBelow = 860
