/** The box in which the address of the selected text is set. Shows the real target while it is typed. */
import { type RefObject, useEffect, useId, useRef, useState } from 'react'
import { useReadable } from '../replica/hooks.ts'
import { useText } from '../text/text.tsx'
import { Button } from '../ui/Button.tsx'
import { addressFromTyping } from './linkAddress.ts'
import type { LinkBox as Box } from './linkBox.ts'
import { usePlaceAt } from './placeAt.ts'

interface LinkBoxProps {
  readonly box: Box
  readonly root: RefObject<HTMLElement | null>
  readonly onOpenLink: (url: string) => void
}

export function LinkBox(props: LinkBoxProps) {
  const state = useReadable(props.box.state)
  return state === undefined ? null : <Open {...props} url={state.url} />
}

function Open({ box, root, onOpenLink, url }: LinkBoxProps & { url: string }) {
  const words = useText().editor.link
  const [typed, setTyped] = useState(url)
  const [isRefused, setRefused] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const noteId = useId()
  const panel = usePlaceAt(root, 'below', url)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  const target = addressFromTyping(typed)
  return (
    <div
      ref={panel}
      className="editor-float editor-link-box"
      role="dialog"
      aria-label={words.title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        box.close()
      }}
      onBlur={(event) => {
        if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget)) box.close()
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setRefused(!box.save(typed))
        }}
      >
        <label className="editor-link-field">
          {words.address}
          <input
            ref={field}
            className="ui-input"
            type="text"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            placeholder={words.example}
            value={typed}
            aria-invalid={isRefused}
            aria-describedby={noteId}
            onChange={(event) => {
              setTyped(event.target.value)
              setRefused(false)
            }}
          />
        </label>
        <p id={noteId} className={isRefused ? 'editor-refused' : 'editor-target'} role="status">
          {isRefused ? words.refused : target === undefined ? '' : words.target(target)}
        </p>
        <div className="ui-actions">
          <Button kind="primary" type="submit">
            {words.save}
          </Button>
          {url !== '' && (
            <>
              <Button onPress={() => onOpenLink(url)}>{words.open}</Button>
              <Button onPress={() => box.remove()}>{words.remove}</Button>
            </>
          )}
          <Button kind="quiet" onPress={() => box.close()}>
            {words.cancel}
          </Button>
        </div>
      </form>
    </div>
  )
}
