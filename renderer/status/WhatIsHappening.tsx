/** F8: what is kept, what waits, what went wrong and what to do about it, and a copy of every review for the asking. {isOpen, onClose}. */
import { useKeepState, useReviews } from '../replica/hooks.ts'
import type { KeepState } from '../replica/shapes.ts'
import { useText } from '../text/text.tsx'
import { Button } from '../ui/Button.tsx'
import { ModalDialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useSaveCopy } from './useSaveCopy.ts'
import './WhatIsHappening.css'

export function WhatIsHappening({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const words = useText().app.status
  const keepState = useKeepState()
  return (
    <ModalDialog title={words.title} isOpen={isOpen} onClose={onClose} isDismissable>
      <div className="happening">
        <Storage keepState={keepState} />
        <Copies />
      </div>
    </ModalDialog>
  )
}

function Storage({ keepState }: { keepState: KeepState }) {
  const words = useText().app.status
  if (keepState.kind === 'kept')
    return (
      <section className="happening-state">
        <Icon name="circleCheck" size={20} />
        <div>
          <h3>{words.allKept}</h3>
          <p className="muted">{words.allKeptMeans}</p>
        </div>
      </section>
    )
  if (keepState.kind === 'keeping')
    return (
      <section className="happening-state">
        <Icon name="disk" size={20} />
        <div>
          <h3>{words.writing(keepState.waiting)}</h3>
          <p className="muted">{words.keepingMeans}</p>
        </div>
      </section>
    )
  const { problem } = keepState
  return (
    <section className="happening-state happening-problem">
      <Icon name="alert" size={20} />
      <div>
        <h3>{words.problems[problem.kind]}</h3>
        {problem.affected !== '' && <p>{words.affected(problem.affected)}</p>}
        <p>{words.ways[problem.kind]}</p>
      </div>
    </section>
  )
}

function Copies() {
  const text = useText().app
  const reviews = useReviews()
  const saveCopy = useSaveCopy()
  if (reviews === 'loading' || reviews.length === 0) return null
  return (
    <section>
      <h3>{text.frame.reviews}</h3>
      <ul className="happening-reviews">
        {reviews.map((review) => (
          <li key={review.id}>
            <span className="muted">{review.key}</span>
            <span className="truncate">{review.title}</span>
            <Button
              icon="save"
              aria-label={`${text.status.saveCopy}: ${review.title}`}
              onPress={() => void saveCopy(review.id)}
            >
              {text.status.saveCopy}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
