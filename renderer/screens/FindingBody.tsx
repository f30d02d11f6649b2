/** The text of a finding: opened when it is shown, closed when it is left. */
import { useCallback, useEffect, useState } from 'react'
import { useHost } from '../commands/hostContext.ts'
import type { EditorApi } from '../editor/editorApi.ts'
import { FindingEditor } from '../editor/FindingEditor.tsx'
import type { LiveDoc } from '../replica/liveDoc.ts'
import type { Finding, ReviewSession } from '../replica/shapes.ts'
import { useText } from '../text/text.tsx'
import { SwallowedTexts } from './SwallowedTexts.tsx'
import { TextContents } from './TextContents.tsx'
import { takeNewlyCreated } from './newlyCreated.ts'

export interface FindingBodyProps {
  session: ReviewSession
  finding: Finding
  onEditor: (editor: EditorApi | undefined) => void
}

export function FindingBody({ session, finding, onEditor }: FindingBodyProps) {
  const words = useText().finding
  const host = useHost()
  const liveDoc = useBody(session, finding.id)
  const [editor, setEditor] = useState<EditorApi>()
  const onReady = useCallback(
    (editor: EditorApi | undefined) => {
      setEditor(editor)
      onEditor(editor)
      if (editor && takeNewlyCreated(finding.id)) editor.jumpToSection('observation')
    },
    [onEditor, finding.id],
  )
  return (
    <section className="finding-text" aria-label={words.textOfFinding(finding.key)} data-pane>
      {liveDoc && <TextContents contents={liveDoc.contents} />}
      {liveDoc && <SwallowedTexts liveDoc={liveDoc} editor={editor} />}
      {liveDoc && (
        <FindingEditor
          liveDoc={liveDoc}
          lang={finding.lang}
          label={words.textOfFinding(finding.key)}
          onReady={onReady}
          onOpenLink={(url) => void host.request('link:open', { url })}
        />
      )}
    </section>
  )
}

function useBody(session: ReviewSession, finding: string): LiveDoc | undefined {
  const [opened, setOpened] = useState<{ session: ReviewSession; finding: string; liveDoc: LiveDoc } | undefined>(
    undefined,
  )
  useEffect(() => {
    const liveDoc = session.openBody(finding)
    let isShown = true
    // Ready also when the disk refused: the editor then says what is amiss.
    void liveDoc.ready.then(() => {
      if (isShown) setOpened({ session, finding, liveDoc })
    })
    return () => {
      isShown = false
      liveDoc.close()
    }
  }, [session, finding])
  return opened?.session === session && opened.finding === finding ? opened.liveDoc : undefined
}
