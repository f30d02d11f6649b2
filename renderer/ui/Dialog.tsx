/**
 * Dialogs. `ModalDialog`: {title, isOpen, onClose, children, actions?, width?: 'narrow'|'normal'|'wide', description?}; Esc closes, focus goes back.
 * `ConfirmDialog`: {title, children, confirmLabel, isDangerous?, isOpen, onConfirm, onClose}; the safe button has the focus.
 */
import type { ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useText } from '../text/text.tsx'
import { Button, IconButton } from './Button.tsx'

export interface ModalDialogProps {
  title: string
  isOpen: boolean
  onClose: () => void
  children: ReactNode
  /** Buttons at the end, the main one last. */
  actions?: ReactNode
  width?: 'narrow' | 'normal' | 'wide'
  /** A click beside it closes it too. Not for forms: what was typed would be gone. */
  isDismissable?: boolean
  role?: 'dialog' | 'alertdialog'
}

export function ModalDialog({
  title,
  isOpen,
  onClose,
  children,
  actions,
  width = 'normal',
  isDismissable = false,
  role = 'dialog',
}: ModalDialogProps) {
  const words = useText().app.ui
  return (
    <ModalOverlay
      className="ui-overlay"
      isOpen={isOpen}
      isDismissable={isDismissable}
      onOpenChange={(open) => open || onClose()}
    >
      <Modal className={`ui-modal ui-modal-${width}`}>
        <Dialog className="ui-dialog" role={role}>
          <header className="ui-dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {role === 'dialog' && <IconButton icon="close" label={words.close} keys="Escape" onPress={onClose} />}
          </header>
          <div className="ui-dialog-body">{children}</div>
          {actions !== undefined && <footer className="ui-dialog-actions">{actions}</footer>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

export interface ConfirmDialogProps {
  title: string
  children: ReactNode
  confirmLabel: string
  isDangerous?: boolean
  isOpen: boolean
  onConfirm: () => void
  onClose: () => void
}

export function ConfirmDialog({
  title,
  children,
  confirmLabel,
  isDangerous = false,
  isOpen,
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const words = useText().app.ui
  return (
    <ModalDialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      width="narrow"
      role="alertdialog"
      actions={
        <>
          <Button onPress={onClose} autoFocus>
            {words.cancel}
          </Button>
          <Button
            kind={isDangerous ? 'danger' : 'primary'}
            onPress={() => {
              onConfirm()
              onClose()
            }}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </ModalDialog>
  )
}

/** True while a modal dialog is open anywhere: keys of the window rest then. */
export function isDialogOpen(): boolean {
  return document.querySelector('.ui-overlay') !== null
}
