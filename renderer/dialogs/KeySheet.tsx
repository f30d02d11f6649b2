/** F1: every key there is now, from the command list itself, and the few words that matter. {isOpen, onClose}. */
import type { CommandGroup } from '../commands/command.ts'
import { useAllCommands } from '../commands/registry.tsx'
import { useText } from '../text/text.tsx'
import { ModalDialog } from '../ui/Dialog.tsx'
import { KeyHint } from '../ui/KeyHint.tsx'
import './KeySheet.css'

const groups: readonly CommandGroup[] = ['goTo', 'review', 'finding', 'text', 'help']

export function KeySheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const text = useText().app
  const words = text.keySheet
  const commands = useAllCommands().filter((command) => command.keys !== undefined && command.isAvailable)
  const inTables = [
    { keys: ['ArrowUp', 'ArrowDown'], label: words.move },
    { keys: ['Enter'], label: words.open },
    { keys: ['Space'], label: words.mark },
    { keys: ['Shift+ArrowDown'], label: words.markMore },
    { keys: ['Mod+A'], label: words.markAll },
    { keys: ['Escape'], label: words.closeTop },
  ]
  const meanings = [
    [words.kept, words.keptMeans],
    [words.instituteOnly, words.instituteOnlyMeans],
    [words.withdrawn, words.withdrawnMeans],
  ] as const
  return (
    <ModalDialog title={words.title} isOpen={isOpen} onClose={onClose} width="wide" isDismissable>
      <p className="muted">{words.intro}</p>
      <dl className="keysheet-meanings">
        {meanings.map(([word, means]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
      <div className="keysheet">
        {groups.map((group) => {
          const its = commands.filter((command) => command.group === group)
          return its.length === 0 ? null : (
            <section key={group}>
              <h3>{text.palette.groups[group]}</h3>
              <ul>
                {its.map((command) => (
                  <li key={command.id}>
                    <span>{command.label}</span>
                    <KeyHint keys={command.keys ?? ''} />
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
        <section>
          <h3>{words.inTables}</h3>
          <ul>
            {inTables.map(({ keys, label }) => (
              <li key={label}>
                <span>{label}</span>
                <span>
                  {keys.map((each) => (
                    <KeyHint key={each} keys={each} />
                  ))}
                </span>
              </li>
            ))}
          </ul>
          <p className="muted">{words.letterNote}</p>
        </section>
      </div>
    </ModalDialog>
  )
}
