/** The menu of saved views: choose, save, rename, withdraw. */
import { type FormEvent, useState } from 'react'
import { useText } from '../text/text.tsx'
import { Button } from '../ui/Button.tsx'
import { ModalDialog } from '../ui/Dialog.tsx'
import { Menu, type MenuEntry } from '../ui/Menu.tsx'
import { TextField } from '../ui/TextField.tsx'
import { showToast } from '../ui/toasts.ts'
import { defaultView, type FindingsView } from './findingsView.ts'
import { readName, type SavedView, type ViewStore } from './savedViews.ts'

export interface FindingsViewsProps {
  store: ViewStore
  view: FindingsView
  /** Id of the view that was chosen. */
  chosen: string | undefined
  onChoose: (view: FindingsView, id: string | undefined) => void
}

type Asked = { readonly kind: 'save' } | { readonly kind: 'rename'; readonly view: SavedView }

export function FindingsViews({ store, view, chosen, onChoose }: FindingsViewsProps) {
  const words = useText().findings
  const [views, setViews] = useState(() => store.read())
  const [asked, setAsked] = useState<Asked | undefined>(undefined)
  const current = views.find((saved) => saved.id === chosen)
  const isChanged = !isSameView(view, current?.view ?? defaultView)

  function keep(next: readonly SavedView[]): void {
    setViews(next)
    if (!store.write(next)) showToast({ text: words.viewNotKept, tone: 'attention' })
  }

  function save(name: string): void {
    const saved = { id: crypto.randomUUID(), name, view }
    keep([...views, saved])
    onChoose(view, saved.id)
    showToast({ text: words.viewSaved(name) })
  }

  function withdraw(saved: SavedView): void {
    keep(views.filter((each) => each !== saved))
    onChoose(view, undefined)
    showToast({ text: words.viewWithdrawn(saved.name), action: { label: words.undo, run: () => keep(views) } })
  }

  const entries: MenuEntry[] = [
    {
      id: 'all',
      label: words.allFindings,
      isSelected: current === undefined && !isChanged,
      run: () => onChoose(defaultView, undefined),
    },
    ...views.map((saved) => ({
      id: saved.id,
      label: saved.name,
      isSelected: saved === current,
      run: () => onChoose(saved.view, saved.id),
    })),
    'line',
    { id: 'save', label: words.saveView, icon: 'save', run: () => setAsked({ kind: 'save' }) },
  ]
  if (current) {
    if (isChanged)
      entries.push({
        id: 'update',
        label: words.updateView(current.name),
        icon: 'check',
        run: () => keep(views.map((each) => (each === current ? { ...current, view } : each))),
      })
    entries.push(
      {
        id: 'rename',
        label: words.renameView,
        icon: 'edit',
        run: () => setAsked({ kind: 'rename', view: current }),
      },
      { id: 'withdraw', label: words.withdrawView, icon: 'archive', run: () => withdraw(current) },
    )
  }

  const name = current?.name ?? words.allFindings
  return (
    <>
      <Menu
        label={words.views}
        entries={entries}
        button={
          <Button kind="quiet" icon="list">
            {isChanged ? `${name} (${words.changedView})` : name}
          </Button>
        }
      />
      {asked && (
        <NameDialog
          title={asked.kind === 'save' ? words.saveViewTitle : words.renameViewTitle}
          more={asked.kind === 'save' ? words.saveViewMore : undefined}
          name={asked.kind === 'rename' ? asked.view.name : ''}
          onClose={() => setAsked(undefined)}
          onName={(name) =>
            asked.kind === 'save'
              ? save(name)
              : keep(views.map((each) => (each.id === asked.view.id ? { ...each, name } : each)))
          }
        />
      )}
    </>
  )
}

interface NameDialogProps {
  title: string
  more: string | undefined
  name: string
  onName: (name: string) => void
  onClose: () => void
}

function NameDialog({ title, more, name: first, onName, onClose }: NameDialogProps) {
  const words = useText()
  const [name, setName] = useState(first)
  const [isTried, setTried] = useState(false)

  function save(): void {
    setTried(true)
    if (readName(name) === '') return
    onName(readName(name))
    onClose()
  }

  return (
    <ModalDialog
      title={title}
      isOpen
      onClose={onClose}
      width="narrow"
      actions={
        <>
          <Button onPress={onClose}>{words.app.ui.cancel}</Button>
          <Button kind="primary" onPress={save}>
            {words.findings.save}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          save()
        }}
      >
        <TextField
          label={words.findings.viewName}
          value={name}
          onChange={setName}
          onEnter={save}
          description={more}
          autoFocus
          errorMessage={isTried && readName(name) === '' ? words.findings.viewNameNeeded : undefined}
        />
      </form>
    </ModalDialog>
  )
}

function isSameView(a: FindingsView, b: FindingsView): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
