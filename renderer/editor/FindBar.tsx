/** Find and replace, above the text. Enter goes on, Shift+Enter goes back, Escape closes. */
import { useEffect, useId, useRef, useState } from 'react'
import { useReadable } from '../replica/hooks.ts'
import { useText } from '../text/text.tsx'
import { Button, IconButton } from '../ui/Button.tsx'
import type { EditorApi } from './editorApi.ts'
import type { FindText } from './findText.ts'

export function FindBar({ find, api }: { find: FindText; api: EditorApi }) {
  const { isOpen } = useReadable(find.state)
  return isOpen ? <Bar find={find} api={api} /> : null
}

function Bar({ find, api }: { find: FindText; api: EditorApi }) {
  const words = useText().editor.find
  const state = useReadable(find.state)
  const [replacement, setReplacement] = useState('')
  const [replaced, setReplaced] = useState<number>()
  const field = useRef<HTMLInputElement>(null)
  const countId = useId()
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  const found = state.isCut ? words.foundAtLeast : words.found
  const count = state.count > 0 ? found(state.current, state.count) : words.none
  const message = replaced !== undefined ? words.replaced(replaced) : state.query === '' ? '' : count
  const close = () => {
    find.close()
    api.focus()
  }
  const replace = () => {
    find.replaceCurrent(replacement)
    // The button is disabled now: the focus must not fall off the page.
    if (find.state.get().count === 0) field.current?.focus()
  }
  const replaceAll = () => {
    setReplaced(find.replaceAll(replacement))
    field.current?.focus()
  }
  return (
    <search
      className="editor-find"
      aria-label={words.title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        close()
      }}
    >
      <div className="editor-find-row">
        <input
          ref={field}
          className="ui-input"
          aria-label={words.query}
          aria-describedby={countId}
          placeholder={words.query}
          value={state.query}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setReplaced(undefined)
            find.setQuery(event.target.value, state.isCaseSensitive)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            event.preventDefault()
            setReplaced(undefined)
            find.move(event.shiftKey ? -1 : 1)
          }}
        />
        <IconButton
          icon="caseSensitive"
          label={words.matchCase}
          isPressed={state.isCaseSensitive}
          onPress={() => find.setQuery(state.query, !state.isCaseSensitive)}
        />
        <IconButton icon="chevronUp" label={words.previous} keys="Shift+Enter" onPress={() => find.move(-1)} />
        <IconButton icon="chevronDown" label={words.next} keys="Enter" onPress={() => find.move(1)} />
        <span id={countId} className="editor-find-count tabular" role="status">
          {message}
        </span>
        <span className="editor-toolbar-gap" />
        <IconButton icon="close" label={words.close} keys="Escape" onPress={close} />
      </div>
      {!api.isReadOnly && (
        <div className="editor-find-row">
          <input
            className="ui-input"
            aria-label={words.replacement}
            placeholder={words.replacement}
            value={replacement}
            autoComplete="off"
            onChange={(event) => setReplacement(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
              event.preventDefault()
              replace()
            }}
          />
          <Button isDisabled={state.count === 0} onPress={replace}>
            {words.replace}
          </Button>
          <Button isDisabled={state.count === 0} onPress={replaceAll}>
            {words.replaceAll}
          </Button>
        </div>
      )}
    </search>
  )
}
