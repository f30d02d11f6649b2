/** Shows where the link at the caret really goes, and what can be done with it. */
import type { RefObject } from 'react'
import { useReadable } from '../replica/hooks.ts'
import { useText } from '../text/text.tsx'
import { Button } from '../ui/Button.tsx'
import type { EditorApi } from './editorApi.ts'
import { usePlaceAt } from './placeAt.ts'

interface LinkCardProps {
  readonly api: EditorApi
  readonly root: RefObject<HTMLElement | null>
  readonly onOpenLink: (url: string) => void
}

export function LinkCard(props: LinkCardProps) {
  const { link, hasFocus, hasSelection } = useReadable(props.api.state)
  return link === undefined || !hasFocus || hasSelection ? null : <Card {...props} url={link} />
}

function Card({ api, root, onOpenLink, url }: LinkCardProps & { url: string }) {
  const words = useText().editor.link
  const panel = usePlaceAt(root, 'below', url)
  return (
    <div
      ref={panel}
      className="editor-float editor-link-card"
      role="group"
      aria-label={words.card}
      onKeyDown={(event) => {
        if (event.key === 'Escape') api.focus()
      }}
      // The caret stays where it is: the card is about it.
      onMouseDown={(event) => event.preventDefault()}
    >
      <bdi className="editor-address" dir="ltr" title={url}>
        {url}
      </bdi>
      <Button kind="quiet" icon="externalLink" onPress={() => onOpenLink(url)}>
        {words.open}
      </Button>
      <Button kind="quiet" icon="edit" onPress={() => api.link()}>
        {words.change}
      </Button>
    </div>
  )
}
