/** Offers back what a merge swallowed: words typed in a paragraph that somebody joined or removed elsewhere at the same time. */
import type { EditorApi } from '../editor/editorApi.ts'
import type { LiveDoc } from '../replica/liveDoc.ts'
import { useReadable } from '../replica/hooks.ts'
import { useText } from '../text/text.tsx'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'

export function SwallowedTexts({ liveDoc, editor }: { liveDoc: LiveDoc; editor: EditorApi | undefined }) {
  const words = useText().finding.swallowed
  const texts = useReadable(liveDoc.swallowed)
  return texts.map(({ id, text, at }) => (
    <Banner
      key={id}
      tone="attention"
      isStatus
      actions={
        <>
          <Button
            isDisabled={editor === undefined}
            onPress={() => {
              editor?.putBack(text, at)
              liveDoc.forgetSwallowed(id)
            }}
          >
            {words.putBack}
          </Button>
          <Button kind="quiet" onPress={() => liveDoc.forgetSwallowed(id)}>
            {words.leaveOut}
          </Button>
        </>
      }
    >
      {words.found(text)}
    </Banner>
  ))
}
