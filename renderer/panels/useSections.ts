/**
 * Which sections of the text hold words. Asked for a moment after typing pauses, and the answer changes only when a section
 * fills or empties, so typing does not draw the form again.
 */
import { useCallback, useEffect, useState } from 'react'
import { type BodySection, bodySections } from '../../shared/domain/fieldTable.ts'
import type { EditorApi } from '../editor/editorApi.ts'

const pause = 300

export function useSections(editor: EditorApi | undefined): ((section: BodySection) => boolean) | undefined {
  const [known, setKnown] = useState<{ editor: EditorApi; filled: string } | undefined>(undefined)
  useEffect(() => {
    if (!editor) return
    const look = () => {
      const filled = bodySections.filter((section) => editor.sectionText(section).trim() !== '').join(' ')
      setKnown((before) => (before?.editor === editor && before.filled === filled ? before : { editor, filled }))
    }
    let timer = setTimeout(look)
    const stop = editor.state.subscribe(() => {
      clearTimeout(timer)
      timer = setTimeout(look, pause)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [editor])
  const filled = known !== undefined && known.editor === editor ? known.filled : undefined
  const has = useCallback((section: BodySection) => filled?.split(' ').includes(section) ?? false, [filled])
  return filled === undefined ? undefined : has
}
