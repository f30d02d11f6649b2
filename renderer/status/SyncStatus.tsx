/**
 * The bar at the foot of the window: is what was typed on this disk, who is writing, in which language, and F1.
 * "Kept here" appears only while the replica says `kept`. {onLook, onSettings, onHelp}
 */
import { useEffect, useRef } from 'react'
import { useFilledSlot } from '../commands/statusSlot.ts'
import { useKeepState, useReplica } from '../replica/hooks.ts'
import { useText } from '../text/text.tsx'
import { Button } from '../ui/Button.tsx'
import { announce } from '../ui/toasts.ts'
import './SyncStatus.css'

export interface SyncStatusProps {
  language: string
  onLook: () => void
  onSettings: () => void
  onHelp: () => void
}

export function SyncStatus({ language, onLook, onSettings, onHelp }: SyncStatusProps) {
  const words = useText().app.status
  const { me } = useReplica()
  const keepState = useKeepState()
  const slot = useFilledSlot()

  // Spoken only when it matters: not at every letter.
  const neededYou = useRef(false)
  useEffect(() => {
    const needsYou = keepState.kind === 'needsYou'
    if (needsYou && !neededYou.current) announce(`${words.needsYou}. ${words.problems[keepState.problem.kind]}`)
    if (keepState.kind === 'kept' && neededYou.current) announce(words.nowKept)
    if (keepState.kind !== 'keeping') neededYou.current = needsYou
  }, [keepState, words])

  return (
    <footer className="status" aria-label={words.label} data-pane data-hints>
      {keepState.kind === 'needsYou' ? (
        <span className="status-needs-you">
          <Button kind="quiet" icon="alert" onPress={onLook} keys="F8">
            {words.needsYou}
          </Button>
          <span className="status-problem truncate">{words.problems[keepState.problem.kind]}</span>
        </span>
      ) : (
        <Button kind="quiet" icon={keepState.kind === 'kept' ? 'check' : 'disk'} onPress={onLook} keys="F8">
          {keepState.kind === 'kept' ? words.kept : words.keeping(keepState.waiting)}
        </Button>
      )}
      <span className="status-quiet status-optional">{words.offline}</span>
      <span className="status-gap" />
      {slot !== undefined && <span className="status-quiet tabular">{slot}</span>}
      <span className="status-quiet status-optional truncate">
        <span className="visually-hidden">{words.you(me.name)}</span>
        <span aria-hidden="true">{me.name}</span>
      </span>
      <Button kind="quiet" onPress={onSettings} aria-label={words.languageIs(language)}>
        {language}
      </Button>
      <Button kind="quiet" onPress={onHelp} aria-label={`${words.help}, F1`}>
        F1
      </Button>
    </footer>
  )
}
