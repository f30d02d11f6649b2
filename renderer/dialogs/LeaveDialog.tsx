/** Asks before an address is opened outside the program; the whole address is shown. {where, onAnswer}. `where` undefined: closed. */
import { useText } from '../text/text.tsx'
import { ConfirmDialog } from '../ui/Dialog.tsx'

export function LeaveDialog({ where, onAnswer }: { where: string | undefined; onAnswer: (isYes: boolean) => void }) {
  const words = useText().app.leave
  return (
    <ConfirmDialog
      title={words.title}
      confirmLabel={words.open}
      isOpen={where !== undefined}
      onConfirm={() => onAnswer(true)}
      onClose={() => onAnswer(false)}
    >
      <p>{words.words}</p>
      <p>
        <code className="wrap-anywhere">{where}</code>
      </p>
    </ConfirmDialog>
  )
}
