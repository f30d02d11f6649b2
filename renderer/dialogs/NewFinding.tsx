/**
 * Asks for the five things without which there is no finding. The owner is me and the language that of the window unless
 * changed; domain, type and phase start with what was chosen last, since findings come in series.
 */
import { type FormEvent, useId, useState } from 'react'
import { missingForSaving } from '../../shared/domain/completeness.ts'
import type { FieldName } from '../../shared/domain/fieldTable.ts'
import { type VocabularyName, isIdOf } from '../../shared/domain/vocabularies.ts'
import { AudienceMark } from '../panels/Marks.tsx'
import { languageName, textLanguages } from '../panels/textLanguages.ts'
import { vocabularyOptions } from '../panels/vocabularyOptions.ts'
import { useReadable, useReplica } from '../replica/hooks.ts'
import type { ReviewSession } from '../replica/shapes.ts'
import { useLabelLanguage, useText } from '../text/text.tsx'
import { Button } from '../ui/Button.tsx'
import { ModalDialog } from '../ui/Dialog.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import '../panels/panels.css'

export interface NewFindingProps {
  session: ReviewSession
  onClose: () => void
  onCreated: (finding: string) => void
}

interface Choices {
  readonly domain: string | undefined
  readonly findingType: string | undefined
  readonly phase: string | undefined
}

export function NewFinding({ session, onClose, onCreated }: NewFindingProps) {
  const words = useText()
  const labelLanguage = useLabelLanguage()
  const { me } = useReplica()
  const people = useReadable(session.people)
  const formId = useId()
  const [title, setTitle] = useState('')
  const [choices, setChoices] = useState<Choices>(readLastChoices)
  const [owner, setOwner] = useState(me.id)
  const [lang, setLang] = useState<string>(labelLanguage)
  const [isTried, setTried] = useState(false)
  const { domain, findingType, phase } = choices

  const missing = missingForSaving({ title, owner, domain, findingType, phase })
  const errorOf = (name: FieldName) =>
    isTried && missing.some((each) => each.kind === 'field' && each.field === name)
      ? words.finding.newFinding.missing(words.finding.fields[name].label)
      : undefined

  function create(): void {
    setTried(true)
    if (missing.length > 0 || domain === undefined || findingType === undefined || phase === undefined) return
    const finding = session.createFinding({ title: title.trim(), domain, findingType, phase, owner, lang })
    writeLastChoices(choices)
    onClose()
    onCreated(finding)
  }

  const choice = (name: keyof Choices, vocabulary: VocabularyName) => (
    <Select
      label={words.finding.fields[name].label}
      value={choices[name]}
      options={vocabularyOptions(vocabulary, labelLanguage)}
      onChange={(value) => setChoices({ ...choices, [name]: value })}
      isRequired
      errorMessage={errorOf(name)}
    />
  )

  return (
    <ModalDialog
      title={words.finding.newFinding.title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{words.app.ui.cancel}</Button>
          <Button kind="primary" onPress={create}>
            {words.finding.newFinding.create}
          </Button>
        </>
      }
    >
      <p className="new-finding-audience">
        <AudienceMark audience="institute" />
        <span className="muted">{words.finding.newFinding.more}</span>
      </p>
      <form
        id={formId}
        className="new-finding"
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          create()
        }}
      >
        <div className="new-finding-wide">
          <TextField
            label={words.finding.fields.title.label}
            placeholder={words.finding.fields.title.hint}
            value={title}
            onChange={setTitle}
            onEnter={create}
            lang={lang}
            isRequired
            autoFocus
            errorMessage={errorOf('title')}
          />
        </div>
        {choice('domain', 'domain')}
        {choice('findingType', 'findingType')}
        {choice('phase', 'phase')}
        <Select
          label={words.finding.fields.owner.label}
          value={owner}
          options={people.map((person) => ({ id: person.id, label: person.name }))}
          onChange={(person) => person !== undefined && setOwner(person)}
          isRequired
        />
        <Select
          label={words.finding.newFinding.language}
          value={lang}
          options={textLanguages(lang).map((id) => ({ id, label: languageName(id, labelLanguage) }))}
          onChange={(next) => next !== undefined && setLang(next)}
        />
      </form>
    </ModalDialog>
  )
}

const storageKey = 'countersign/newFinding/1'

function readLastChoices(): Choices {
  let kept: Partial<Record<keyof Choices, unknown>> = {}
  try {
    const read: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}')
    if (typeof read === 'object' && read !== null) kept = read
  } catch {
    // Unreadable is the same as never chosen.
  }
  const known = (vocabulary: VocabularyName, id: unknown) => (isIdOf(vocabulary, id) ? id : undefined)
  return {
    domain: known('domain', kept.domain),
    findingType: known('findingType', kept.findingType),
    phase: known('phase', kept.phase) ?? 'pre_deployment',
  }
}

function writeLastChoices(choices: Choices): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(choices))
  } catch {
    // Storage is refused: the next finding starts without suggestions.
  }
}
