/** "New finding" for the screens that offer it: opens the dialog, then the finding with the caret in its text. */
import { type ReactNode, useState } from 'react'
import { goTo } from '../commands/routes.ts'
import { NewFinding } from '../dialogs/NewFinding.tsx'
import type { ReviewSession } from '../replica/shapes.ts'
import { addToFindingOrder } from './findingOrder.ts'
import { noteNewlyCreated } from './newlyCreated.ts'

export function useNewFinding(session: ReviewSession): { open: () => void; dialog: ReactNode } {
  const [isOpen, setOpen] = useState(false)
  return {
    open: () => setOpen(true),
    dialog: isOpen && (
      <NewFinding
        session={session}
        onClose={() => setOpen(false)}
        onCreated={(finding) => {
          noteNewlyCreated(finding)
          addToFindingOrder(session.id, finding)
          goTo({ screen: 'finding', review: session.id, finding })
        }}
      />
    ),
  }
}
