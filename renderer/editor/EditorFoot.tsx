/** Below the text: how long it is, and what the last paste left out. */
import { useReadable } from '../replica/hooks.ts'
import { useLocale, useText } from '../text/text.tsx'
import { IconButton } from '../ui/Button.tsx'
import type { EditorApi } from './editorApi.ts'

export function EditorFoot({ api, notice, onHide }: { api: EditorApi; notice: string; onHide: () => void }) {
  const words = useText().editor
  const number = new Intl.NumberFormat(useLocale())
  const { words: count, characters } = useReadable(api.state)
  return (
    <div className="editor-foot">
      <div className="editor-notice" role="status">
        {notice !== '' && (
          <>
            <span>{notice}</span>
            <IconButton icon="close" label={words.paste.hide} isSmall onPress={onHide} />
          </>
        )}
      </div>
      <span
        className="editor-size tabular"
        title={words.sizeAndCharacters(number.format(count), number.format(characters))}
      >
        {words.size(number.format(count), count)}
      </span>
    </div>
  )
}
