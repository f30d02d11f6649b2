/** Where toasts appear and announcements are spoken: mounted once, by the frame. No props. */
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useText } from '../text/text.tsx'
import { Button, IconButton } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { closeToast, type Toast, toastList } from './toasts.ts'

const stayMs = 8000

export function Toasts() {
  const toasts = useSyncExternalStore(toastList.subscribe, toastList.get)
  const spoken = useSyncExternalStore(toastList.subscribe, toastList.getSpoken)
  const words = useText().app.ui
  return (
    <>
      <div className="ui-toasts" role="region" aria-label={words.messages} data-react-aria-top-layer="true">
        {toasts.map((toast) => (
          <OneToast key={toast.id} toast={toast} />
        ))}
      </div>
      <div className="visually-hidden" role="status" aria-live="polite">
        {/* A new key makes the same words be spoken again. */}
        <span key={spoken.id}>{spoken.text}</span>
        {toasts.map((toast) => (
          <span key={toast.id}>{toast.text}</span>
        ))}
      </div>
    </>
  )
}

function OneToast({ toast }: { toast: Toast }) {
  const words = useText().app.ui
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (isHeld || toast.tone === 'attention') return
    const timer = setTimeout(() => closeToast(toast.id), stayMs)
    return () => clearTimeout(timer)
  }, [isHeld, toast])
  return (
    <div
      className={`ui-toast ui-toast-${toast.tone}`}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toast.tone === 'attention' && <Icon name="alert" />}
      <span className="ui-toast-words">{toast.text}</span>
      {toast.action && (
        <Button
          kind="quiet"
          onPress={() => {
            toast.action?.run()
            closeToast(toast.id)
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton icon="close" label={words.close} isSmall onPress={() => closeToast(toast.id)} placement="top" />
    </div>
  )
}
