/** Asks why, before a change that others will want to understand. {title, words, confirmLabel, isDangerous?, onConfirm(reason), onClose}. */
import { type FormEvent, type ReactNode, useState } from 'react'
import { useText } from '../text/text.tsx'
import { Button } from '../ui/Button.tsx'
import { ModalDialog } from '../ui/Dialog.tsx'
import { TextArea } from '../ui/TextArea.tsx'

export interface ReasonDialogProps {
  title: string
  children: ReactNode
  confirmLabel: string
  isDangerous?: boolean
  onConfirm: (reason: string) => void
  onClose: () => void
}

export function ReasonDialog(props: ReasonDialogProps) {
  const { title, children, confirmLabel, isDangerous = false, onConfirm, onClose } = props
  const words = useText()
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const isEmpty = reason.trim() === ''

  function confirm(): void {
    setTried(true)
    if (isEmpty) return
    onConfirm(reason.trim())
    onClose()
  }

  return (
    <ModalDialog
      title={title}
      isOpen
      onClose={onClose}
      width="narrow"
      actions={
        <>
          <Button onPress={onClose}>{words.app.ui.cancel}</Button>
          <Button kind={isDangerous ? 'danger' : 'primary'} onPress={confirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <p>{children}</p>
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          confirm()
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          confirm()
        }}
      >
        <TextArea
          label={words.finding.reason}
          value={reason}
          onChange={setReason}
          isRequired
          autoFocus
          errorMessage={isTried && isEmpty ? words.finding.reasonNeeded : undefined}
        />
      </form>
    </ModalDialog>
  )
}
