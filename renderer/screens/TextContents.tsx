/** Says above a text when it could not be read whole, so that a gap is never taken for an empty text. */
import { useReadable } from '../replica/hooks.ts'
import type { Contents, Readable } from '../replica/shapes.ts'
import { useText } from '../text/text.tsx'
import { Banner } from '../ui/Banner.tsx'

export function TextContents({ contents: readable }: { contents: Readable<Contents> }) {
  const words = useText().storage.textContents
  const contents = useReadable(readable)
  if (contents === 'whole' || contents === 'loading') return null
  return (
    <Banner tone={contents === 'newer' ? 'attention' : 'danger'} isStatus>
      {words[contents]}
    </Banner>
  )
}
