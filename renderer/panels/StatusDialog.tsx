/** Asks for the reason that a change of status needs. */
import type { Finding, ReviewSession } from '../replica/shapes.ts'
import { useText } from '../text/text.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'
import type { SettableStatus } from './statusMoves.ts'

export interface StatusDialogProps {
  session: ReviewSession
  finding: Finding
  to: SettableStatus
  onClose: () => void
}

export function StatusDialog({ session, finding, to, onClose }: StatusDialogProps) {
  const words = useText().finding
  const wanted =
    to === 'withdrawn'
      ? { title: words.withdrawTitle(1, finding.key), more: words.withdrawMore, confirm: words.withdrawConfirm }
      : finding.status === 'withdrawn'
        ? { title: words.bringBackTitle(finding.key), more: words.bringBackMore, confirm: words.bringBackConfirm }
        : { title: words.backToDraftTitle(finding.key), more: words.backToDraftMore, confirm: words.backToDraftConfirm }
  return (
    <ReasonDialog
      title={wanted.title}
      confirmLabel={wanted.confirm}
      isDangerous={to === 'withdrawn'}
      onConfirm={(reason) => session.setStatus(finding.id, to, reason)}
      onClose={onClose}
    >
      {wanted.more}
    </ReasonDialog>
  )
}
