/** Says when what this device kept of a review could not be read in full, or was written by a newer version. */
import { useReadable } from '../replica/hooks.ts'
import type { ReviewSession } from '../replica/shapes.ts'
import { useText } from '../text/text.tsx'
import { Banner } from '../ui/Banner.tsx'

export function FindingsContents({ session }: { session: ReviewSession }) {
  const words = useText().findings.contents
  const contents = useReadable(session.contents)
  if (contents === 'whole' || contents === 'loading') return null
  return (
    <Banner tone={contents === 'newer' ? 'attention' : 'danger'} isStatus>
      {words[contents]}
    </Banner>
  )
}
