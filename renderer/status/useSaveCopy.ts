/** "Save a copy": everything held in memory of one review, as one file, where the person says. Answers whether it was saved; says so in a toast. */
import { useCallback } from 'react'
import { useHost } from '../commands/hostContext.ts'
import { useReplica, useReviews } from '../replica/hooks.ts'
import { useText } from '../text/text.tsx'
import { showToast } from '../ui/toasts.ts'

export function useSaveCopy(): (review: string) => Promise<boolean> {
  const host = useHost()
  const replica = useReplica()
  const reviews = useReviews()
  const words = useText().app.status
  return useCallback(
    async (review) => {
      const summary = reviews === 'loading' ? undefined : reviews.find((each) => each.id === review)
      try {
        const bytes = await replica.copyOf(review)
        const day = new Date().toISOString().slice(0, 10)
        const saved = await host.request('file:save', {
          suggestedName: fileName(`${summary?.key ?? ''} ${words.copyName} ${day}`),
          bytes,
        })
        if (!saved.ok) {
          showToast({ text: words.copyFailed, tone: 'attention' })
          return false
        }
        if (saved.value.outcome === 'no') return false
        showToast({
          text:
            saved.value.outcome === 'saved'
              ? words.copySaved(saved.value.name)
              : words.copyHandedOver(saved.value.name),
        })
        return true
      } catch {
        showToast({ text: words.copyFailed, tone: 'attention' })
        return false
      }
    },
    [host, replica, reviews, words],
  )
}

function fileName(words: string): string {
  return `${words.trim().replace(/[^\p{L}\p{N}.-]+/gu, '-')}.countersign-copy`
}
