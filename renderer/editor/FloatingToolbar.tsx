/** Marks and link beside the selected text. The same buttons as above the text, nearer to the hand. */
import { type RefObject, useEffect, useState } from 'react'
import { useReadable } from '../replica/hooks.ts'
import { useText } from '../text/text.tsx'
import { IconButton } from '../ui/Button.tsx'
import { Toolbar } from '../ui/Toolbar.tsx'
import type { EditorApi } from './editorApi.ts'
import { editorKeys, kindKeys } from './editorCommands.ts'
import { MarkButtons } from './EditorToolbar.tsx'
import { usePlaceAt } from './placeAt.ts'

export function FloatingToolbar({ api, root }: { api: EditorApi; root: RefObject<HTMLElement | null> }) {
  const { hasSelection, hasFocus, kind } = useReadable(api.state)
  const isPressing = usePointerPressed(root)
  if (!hasSelection || !hasFocus || isPressing || kind === 'code') return null
  return <Bar api={api} root={root} />
}

function Bar({ api, root }: { api: EditorApi; root: RefObject<HTMLElement | null> }) {
  const words = useText().editor
  const state = useReadable(api.state)
  const panel = usePlaceAt(root, 'above', state)
  return (
    <div
      ref={panel}
      className="editor-float"
      onKeyDown={(event) => {
        if (event.key === 'Escape') api.focus()
      }}
    >
      <Toolbar label={words.selectionToolbar}>
        <MarkButtons api={api} />
        <IconButton
          icon="link"
          label={words.link.set}
          keys={editorKeys.link}
          isPressed={state.link !== undefined}
          keepsFocus
          onPress={() => api.link()}
        />
        <IconButton
          icon="heading"
          label={words.kinds.h2}
          keys={kindKeys.h2}
          isPressed={state.kind === 'h2'}
          keepsFocus
          onPress={() => api.setKind('h2')}
        />
      </Toolbar>
    </div>
  )
}

/** While the mouse still selects, nothing may stand in its way. */
function usePointerPressed(root: RefObject<HTMLElement | null>): boolean {
  const [isPressed, setPressed] = useState(false)
  useEffect(() => {
    const element = root.current
    const down = () => setPressed(true)
    const up = () => setPressed(false)
    element?.addEventListener('pointerdown', down)
    addEventListener('pointerup', up)
    addEventListener('pointercancel', up)
    return () => {
      element?.removeEventListener('pointerdown', down)
      removeEventListener('pointerup', up)
      removeEventListener('pointercancel', up)
    }
  }, [root])
  return isPressed
}
