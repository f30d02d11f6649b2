/** The title of a finding, edited in place: a heading that is also a field. */
import { useId } from 'react'
import { fieldTable } from '../../shared/domain/fieldTable.ts'
import { fieldElementId } from '../panels/missingWords.ts'
import { useDraft } from '../panels/useDraft.ts'
import type { Finding, ReviewSession } from '../replica/shapes.ts'
import { useText } from '../text/text.tsx'

export function FindingTitle({ session, finding }: { session: ReviewSession; finding: Finding }) {
  const words = useText().finding
  const noteId = useId()
  const draft = useDraft(finding.fields.title, (title) => session.setField(finding.id, 'title', title))
  const over = draft.text.length - fieldTable.title.longest
  return (
    <div className="finding-title">
      {/* The heading names the screen; its words are those of the field below. */}
      <h1 className="visually-hidden" tabIndex={-1}>
        {finding.key} {draft.text || words.titleEmpty}
      </h1>
      <textarea
        id={fieldElementId('title')}
        className="finding-title-field"
        rows={1}
        lang={finding.lang}
        aria-label={words.titleLabel}
        aria-invalid={over > 0}
        aria-describedby={noteId}
        placeholder={words.titleEmpty}
        value={draft.text}
        onChange={(event) => draft.onChange(event.target.value.replace(/\s*\n\s*/g, ' '))}
        onBlur={draft.onBlur}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          draft.flush()
        }}
      />
      <span id={noteId} className="ui-error">
        {over > 0 && words.tooLong(over)}
      </span>
    </div>
  )
}
