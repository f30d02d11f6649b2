/** The list of blocks that `/` opens. The focus stays in the text; the text says which choice is active. */
import { type RefObject, useEffect, useId } from 'react'
import { useReadable } from '../replica/hooks.ts'
import { useText } from '../text/text.tsx'
import { Icon, type IconName } from '../ui/Icon.tsx'
import type { OpenEditor } from './openEditor.ts'
import { usePlaceAt } from './placeAt.ts'
import type { SlashState } from './slashMenu.ts'

interface SlashMenuProps {
  readonly opened: OpenEditor
  readonly root: RefObject<HTMLElement | null>
}

export function SlashMenu({ opened, root }: SlashMenuProps) {
  const state = useReadable(opened.slash.state)
  return state === undefined ? null : <Choices opened={opened} root={root} state={state} />
}

const icons: Readonly<Record<string, IconName>> = {
  h2: 'heading2',
  h3: 'heading3',
  quote: 'quote',
  bullet: 'list',
  number: 'numberedList',
  check: 'checkList',
  code: 'codeBlock',
  table: 'table',
}

function Choices({ opened, root, state }: SlashMenuProps & { state: SlashState }) {
  const words = useText().editor
  const id = useId()
  const panel = usePlaceAt(root, 'below', state)
  const active = `${id}-${state.choices[state.selected]?.id}`
  useEffect(() => {
    const text = root.current
    text?.setAttribute('aria-controls', id)
    text?.setAttribute('aria-haspopup', 'listbox')
    text?.setAttribute('aria-activedescendant', active)
    document.getElementById(active)?.scrollIntoView({ block: 'nearest' })
    return () => {
      for (const name of ['aria-controls', 'aria-haspopup', 'aria-activedescendant']) text?.removeAttribute(name)
    }
  }, [root, id, active])
  return (
    // Tab chooses while the list is open, so this stop is never reached by key; it lets the list be scrolled by those who point.
    <div ref={panel} id={id} className="editor-slash" role="listbox" aria-label={words.blockMenu} tabIndex={0}>
      {state.choices.map((choice, place) => (
        <div
          key={choice.id}
          id={`${id}-${choice.id}`}
          className="editor-slash-choice"
          role="option"
          aria-selected={place === state.selected}
          onPointerMove={() => opened.slash.select(place)}
          onPointerDown={(event) => {
            event.preventDefault()
            opened.slash.choose(place)
          }}
        >
          <Icon name={icons[choice.id] ?? 'text'} />
          {choice.label}
        </div>
      ))}
    </div>
  )
}
