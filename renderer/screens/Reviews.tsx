/** Home: the reviews on this device, and the two ways to begin. {onNew, onSample, sample: how loading the sample stands}. */
import { labelOf } from '../../shared/domain/vocabularies.ts'
import { writeRoute } from '../commands/routes.ts'
import { useReviews } from '../replica/hooks.ts'
import type { ReviewSummary } from '../replica/shapes.ts'
import { relativeTime } from '../text/relativeTime.ts'
import { useLabelLanguage, useLocale, useText } from '../text/text.tsx'
import { Badge } from '../ui/Badge.tsx'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Progress } from '../ui/Progress.tsx'
import { useNow } from './useNow.ts'
import './Reviews.css'

export interface ReviewsProps {
  onNew: () => void
  onSample: () => void
  sample: 'idle' | 'failed' | { readonly done: number; readonly of: number }
}

export function Reviews({ onNew, onSample, sample }: ReviewsProps) {
  const words = useText().app.reviews
  const reviews = useReviews()
  const isLoading = typeof sample === 'object'
  const isEmpty = reviews !== 'loading' && reviews.length === 0
  const hasSample = reviews !== 'loading' && reviews.some((review) => review.isSample)
  return (
    <>
      <header className="screen-head">
        <h1 tabIndex={-1}>{words.title}</h1>
        {!isEmpty && (
          <div className="ui-actions">
            {!hasSample && (
              <Button onPress={onSample} isDisabled={isLoading}>
                {words.sample}
              </Button>
            )}
            <Button kind="primary" icon="plus" onPress={onNew}>
              {words.new}
            </Button>
          </div>
        )}
      </header>
      {sample === 'failed' && (
        <Banner tone="danger" isStatus>
          {words.sampleFailed}
        </Banner>
      )}
      <div className="screen-body">
        {reviews === 'loading' ? (
          <div className="reviews-waiting">
            <Progress label={words.loading} />
          </div>
        ) : isEmpty ? (
          <EmptyState
            title={words.emptyTitle}
            actions={
              <>
                <Button kind="primary" onPress={onNew} isDisabled={isLoading}>
                  {words.new}
                </Button>
                <Button onPress={onSample} isDisabled={isLoading}>
                  {words.sample}
                </Button>
              </>
            }
          >
            {words.emptyWords}
          </EmptyState>
        ) : (
          <ul className="reviews" aria-label={words.title}>
            {[...reviews]
              .sort((a, b) => b.changedAt - a.changedAt)
              .map((review) => (
                <ReviewLine key={review.id} review={review} />
              ))}
          </ul>
        )}
        {isLoading && (
          <div className="reviews-waiting">
            <Progress label={words.loadingSample(sample.done, sample.of)} />
          </div>
        )}
      </div>
    </>
  )
}

function ReviewLine({ review }: { review: ReviewSummary }) {
  const words = useText().app.reviews
  const locale = useLocale()
  const labels = useLabelLanguage()
  const now = useNow()
  return (
    <li>
      <a className="reviews-line" href={writeRoute({ screen: 'findings', review: review.id })}>
        <span className="reviews-key">{review.key}</span>
        <span className="reviews-name">
          <span className="reviews-title">
            <span className="truncate">{review.title}</span>
            {review.isSample && <Badge kind="plain">{words.isSample}</Badge>}
          </span>
          <span className="muted truncate">
            {review.modelName} ·{' '}
            {review.lab === '' ? `${review.institute}, ${words.noLab}` : words.both(review.institute, review.lab)}
          </span>
        </span>
        <span className="reviews-phase muted">{review.phase === '' ? '' : labelOf('phase', review.phase, labels)}</span>
        <span className="reviews-when muted">{relativeTime(locale, review.changedAt, now)}</span>
      </a>
    </li>
  )
}
