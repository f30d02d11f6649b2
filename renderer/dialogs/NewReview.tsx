/** Asks for what a review needs at its start. {isOpen, onClose, onCreated(id)}. */
import { type FormEvent, useId, useState } from 'react'
import { useReplica } from '../replica/hooks.ts'
import { useText } from '../text/text.tsx'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { ModalDialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'

export interface NewReviewProps {
  isOpen: boolean
  onClose: () => void
  onCreated: (id: string) => void
}

export function NewReview(props: NewReviewProps) {
  return props.isOpen ? <OpenNewReview {...props} /> : null
}

function OpenNewReview({ onClose, onCreated }: NewReviewProps) {
  const text = useText().app
  const words = text.newReview
  const replica = useReplica()
  const form = useId()
  const [title, setTitle] = useState('')
  const [modelName, setModelName] = useState('')
  const [institute, setInstitute] = useState(replica.me.organisation)
  const [lab, setLab] = useState('')
  const [isTried, setTried] = useState(false)
  const [isPending, setPending] = useState(false)
  const [hasFailed, setFailed] = useState(false)

  const missing = (value: string, label: string) => (isTried && value.trim() === '' ? words.needed(label) : undefined)

  const create = async () => {
    setTried(true)
    if (isPending || [title, modelName, institute].some((value) => value.trim() === '')) return
    setPending(true)
    setFailed(false)
    try {
      const id = await replica.createReview({
        title: title.trim(),
        modelName: modelName.trim(),
        institute: institute.trim(),
        lab: lab.trim(),
      })
      onClose()
      onCreated(id)
    } catch {
      setFailed(true)
      setPending(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void create()
  }

  return (
    <ModalDialog
      title={words.title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.ui.cancel}</Button>
          <Button kind="primary" isPending={isPending} onPress={() => void create()}>
            {words.create}
          </Button>
        </>
      }
    >
      {hasFailed && (
        <Banner tone="danger" isStatus>
          {words.failed}
        </Banner>
      )}
      <form id={form} className="form" noValidate onSubmit={submit}>
        <TextField
          label={words.name}
          description={words.nameDescription}
          value={title}
          onChange={setTitle}
          errorMessage={missing(title, words.name)}
          onEnter={() => void create()}
          isRequired
          autoFocus
        />
        <TextField
          label={words.model}
          description={words.modelDescription}
          value={modelName}
          onChange={setModelName}
          errorMessage={missing(modelName, words.model)}
          onEnter={() => void create()}
          isRequired
        />
        <TextField
          label={words.institute}
          value={institute}
          onChange={setInstitute}
          errorMessage={missing(institute, words.institute)}
          onEnter={() => void create()}
          isRequired
        />
        <TextField
          label={words.lab}
          description={words.labDescription}
          value={lab}
          onChange={setLab}
          onEnter={() => void create()}
        />
      </form>
    </ModalDialog>
  )
}
