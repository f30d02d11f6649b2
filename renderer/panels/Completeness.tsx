/** What is missing before a finding is shared, each with the way there. */
import { useState } from 'react'
import type { Missing } from '../../shared/domain/completeness.ts'
import type { Finding } from '../replica/shapes.ts'
import { useLocale, useText } from '../text/text.tsx'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { missingWords } from './missingWords.ts'

export interface CompletenessProps {
  finding: Finding
  missing: readonly Missing[]
  /** False while the text is still opening and its sections cannot be counted. */
  isTextKnown: boolean
  onGoTo: (missing: Missing) => void
}

const shownAtFirst = 5

export function Completeness({ finding, missing, isTextKnown, onGoTo }: CompletenessProps) {
  const words = useText()
  const { completeness } = words.finding
  const locale = useLocale()
  const [isOpen, setOpen] = useState(true)
  const [showsAll, setShowsAll] = useState(false)
  const isComplete = missing.length === 0
  const shown = showsAll ? missing : missing.slice(0, shownAtFirst)
  return (
    <section className="completeness" aria-label={completeness.title}>
      <h3>
        <button
          type="button"
          className="group-toggle"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          disabled={isComplete}
        >
          <Icon name={isComplete ? 'circleCheck' : isOpen ? 'chevronDown' : 'chevronRight'} size={14} />
          <span>{completeness.title}</span>
          <span className="group-note">
            {isComplete && isTextKnown ? completeness.complete : completeness.missing(missing.length)}
          </span>
        </button>
      </h3>
      {!isTextKnown && <p className="ui-description">{completeness.textNotOpen}</p>}
      {isOpen && !isComplete && (
        <>
          <ul className="missing-list">
            {shown.map((each) => {
              const text = missingWords(each, finding, words, locale)
              return (
                <li key={missingKey(each)}>
                  <button type="button" className="missing-link" onClick={() => onGoTo(each)}>
                    {text}
                  </button>
                </li>
              )
            })}
          </ul>
          {missing.length > shownAtFirst && (
            <Button kind="quiet" onPress={() => setShowsAll(!showsAll)}>
              {showsAll ? completeness.showFewer : completeness.showAll(missing.length)}
            </Button>
          )}
        </>
      )}
    </section>
  )
}

function missingKey(missing: Missing): string {
  if (missing.kind === 'section') return `section ${missing.section}`
  return ['field', missing.field, missing.row, missing.column, missing.why].join(' ')
}
