/** The window starts here: looks before the first paint, then the host, the replica, and the frame around the screens. */
import './style/style.css'
import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { applyLooks, interfaceLanguage } from './app/looks.ts'
import { changeSettings, getSettings, readSettings } from './commands/settings.ts'
import { connectHost } from './host.ts'
import { openReplica } from './replica/replica.ts'
import { de } from './text/de.ts'
import { en } from './text/en.ts'
import { TextProvider, useText } from './text/text.tsx'
import { EmptyState } from './ui/EmptyState.tsx'

const container = document.getElementById('root')
if (!container) throw new Error('index.html has no #root')
const root = createRoot(container)

void start()

async function start(): Promise<void> {
  // `?lang=pseudo` and the like are for tests and screenshots; taken before the host tidies the address.
  const asked = readSettings(JSON.stringify({ language: new URLSearchParams(location.search).get('lang') })).language
  if (asked !== 'system') changeSettings({ language: asked })
  applyLooks(getSettings())
  try {
    const host = await connectHost()
    if (!host.ok) {
      show(<NotStarted reason={host.refusal.code === 'noSession' ? 'noSession' : 'fault'} />)
      return
    }
    const [about, replica] = await Promise.all([host.value.request('app:about'), openReplica({ nameOfMe: nameOfMe() })])
    show(<App host={host.value} about={about.ok ? about.value : undefined} replica={replica} />)
  } catch (fault) {
    console.error(fault)
    show(<NotStarted reason="fault" />)
  }
}

function show(content: ReactNode): void {
  root.render(<StrictMode>{content}</StrictMode>)
}

function nameOfMe(): string {
  return (interfaceLanguage(getSettings()) === 'de' ? de : en).app.frame.me
}

function NotStarted({ reason }: { reason: 'noSession' | 'fault' }) {
  return (
    <TextProvider language={interfaceLanguage(getSettings())}>
      <NotStartedWords reason={reason} />
    </TextProvider>
  )
}

function NotStartedWords({ reason }: { reason: 'noSession' | 'fault' }) {
  const words = useText().app.fault
  return (
    <main role="alert">
      <h1 className="visually-hidden">Countersign</h1>
      <EmptyState title={reason === 'noSession' ? words.noSessionTitle : words.startTitle}>
        {reason === 'noSession' ? words.noSessionWords : words.startWords}
      </EmptyState>
    </main>
  )
}
