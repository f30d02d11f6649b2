/**
 * The text of one finding: toolbar, page, menus, find bar, number of words. Opens its editor in an effect, on the element that is there
 * already, so React may render and mount as often as it likes.
 * Props: the open document, the language of the text, the name for assistive technology. Whoever needs to act on the text gets an
 * `EditorApi` through `onReady`, and undefined when it is gone.
 */
import './editor.css'
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { bodySections } from '../../shared/domain/fieldTable.ts'
import { sectionLabel } from '../../shared/domain/vocabularies.ts'
import { blockKinds } from '../../shared/document/blocks.ts'
import type { LiveDoc } from '../replica/liveDoc.ts'
import { useReadable } from '../replica/hooks.ts'
import type { Words } from '../text/en.ts'
import { useLabelLanguage, useText } from '../text/text.tsx'
import { Button } from '../ui/Button.tsx'
import type { TextSize } from './countWords.ts'
import type { EditorApi } from './editorApi.ts'
import { EditorFoot } from './EditorFoot.tsx'
import { EditorToolbar } from './EditorToolbar.tsx'
import { FindBar } from './FindBar.tsx'
import { FloatingToolbar } from './FloatingToolbar.tsx'
import { LinkBox } from './LinkBox.tsx'
import { LinkCard } from './LinkCard.tsx'
import { type OpenEditor, openEditor } from './openEditor.ts'
import type { PasteOutcome } from './paste/pasteOutcome.ts'
import { pasteNotice } from './pasteNotice.ts'
import { SlashMenu } from './SlashMenu.tsx'
import type { SlashChoice } from './slashMenu.ts'

export interface FindingEditorProps {
  readonly liveDoc: LiveDoc
  /** BCP 47 language of the text, for speech and spelling. */
  readonly lang: string
  /** Name of the text, as "Text of F-012". */
  readonly label: string
  readonly isReadOnly?: boolean
  readonly onReady?: (api: EditorApi | undefined) => void
  readonly onStats?: (size: { words: number; characters: number }) => void
  /** Asked for each link somebody wants to open; shows the real address and asks. Without it links do not open. */
  readonly onOpenLink?: (url: string) => void
}

export function FindingEditor(props: FindingEditorProps) {
  const [generation, setGeneration] = useState(0)
  const [hasFault, setFault] = useState(false)
  const words = useText().editor
  if (hasFault)
    return (
      <div className="editor-fault" role="alert">
        <p>{words.fault}</p>
        <p className="muted">{words.faultWays}</p>
        <Button
          kind="primary"
          onPress={() => {
            setGeneration(generation + 1)
            setFault(false)
          }}
        >
          {words.showAgain}
        </Button>
      </div>
    )
  return <Text key={generation} {...props} onFault={() => setFault(true)} />
}

function Text(props: FindingEditorProps & { onFault: () => void }) {
  const { liveDoc, lang, label, onReady, onStats, onOpenLink, onFault } = props
  const contents = useReadable(liveDoc.contents)
  // What a newer version wrote may be read here and not be changed.
  const isReadOnly = props.isReadOnly === true || contents === 'newer'
  const words = useText()
  const labelLanguage = useLabelLanguage()
  const root = useRef<HTMLDivElement>(null)
  const help = useId()
  const [opened, setOpened] = useState<OpenEditor>()
  const [notice, setNotice] = useState('')
  const doneWord = words.editor.done

  const sayPasted = useEffectEvent((outcome: PasteOutcome) => setNotice(pasteNotice(outcome, words)))
  const askToOpen = useEffectEvent((url: string) => onOpenLink?.(url))
  const tellSize = useEffectEvent((size: TextSize) => onStats?.(size))
  const offerBlocks = useEffectEvent((api: EditorApi) => slashChoices(api, words, labelLanguage))
  const tellReady = useEffectEvent((api: EditorApi | undefined) => onReady?.(api))
  const giveUp = useEffectEvent((error: unknown) => {
    console.error(error)
    onFault()
  })

  useEffect(() => {
    let isShown = true
    let editor: OpenEditor | undefined
    void liveDoc.ready.then(() => {
      const element = root.current
      if (!isShown || element === null) return
      try {
        editor = openEditor(element, liveDoc, {
          lang,
          isReadOnly,
          doneWord,
          slashChoices: (api) => offerBlocks(api),
          onPasted: (outcome) => sayPasted(outcome),
          onOpenLink: (url) => askToOpen(url),
          onSize: (size) => tellSize(size),
          onFault: (error) => giveUp(error),
        })
      } catch (error) {
        giveUp(error)
        return
      }
      setOpened(editor)
      tellReady(editor.api)
    })
    return () => {
      isShown = false
      if (editor === undefined) return
      editor.close()
      setOpened(undefined)
      tellReady(undefined)
    }
  }, [liveDoc, lang, isReadOnly, doneWord])

  return (
    <div className="editor">
      {opened !== undefined && !isReadOnly && <EditorToolbar api={opened.api} />}
      {opened !== undefined && <FindBar find={opened.find} api={opened.api} />}
      <div className="editor-scroll">
        <div className="editor-page">
          {opened !== undefined && !isReadOnly && contents === 'whole' && <Placeholder api={opened.api} />}
          <div
            ref={root}
            className="editor-text"
            role="textbox"
            aria-multiline="true"
            aria-label={label}
            aria-describedby={help}
            aria-readonly={isReadOnly}
            aria-busy={opened === undefined}
            lang={lang}
            spellCheck={!isReadOnly}
            contentEditable={!isReadOnly}
            suppressContentEditableWarning
            tabIndex={0}
          />
          <p id={help} hidden>
            {words.editor.help}
          </p>
        </div>
        {opened !== undefined && !isReadOnly && (
          <>
            <SlashMenu opened={opened} root={root} />
            <FloatingToolbar api={opened.api} root={root} />
            <LinkCard api={opened.api} root={root} onOpenLink={(url) => onOpenLink?.(url)} />
            <LinkBox box={opened.linkBox} root={root} onOpenLink={(url) => onOpenLink?.(url)} />
          </>
        )}
      </div>
      {opened !== undefined && <EditorFoot api={opened.api} notice={notice} onHide={() => setNotice('')} />}
    </div>
  )
}

function Placeholder({ api }: { api: EditorApi }) {
  const words = useText().editor
  const { isEmpty } = useReadable(api.state)
  return isEmpty ? (
    <p className="editor-placeholder" aria-hidden="true">
      {words.placeholder}
    </p>
  ) : null
}

function slashChoices(api: EditorApi, { editor: words }: Words, lang: string): readonly SlashChoice[] {
  const also = (text: string) => text.split(', ')
  return [
    ...blockKinds
      .filter((kind) => kind !== 'p')
      .map((kind) => ({
        id: kind,
        label: words.kinds[kind],
        alsoFoundBy: also(words.kindsAlso[kind]),
        run: () => api.setKind(kind),
      })),
    {
      id: 'table',
      label: words.table.simple,
      alsoFoundBy: also(words.table.also),
      run: () => api.insertTable(3, 3),
    },
    ...bodySections.map((section) => ({
      id: section,
      label: words.sectionOf(sectionLabel(section, lang)),
      alsoFoundBy: [],
      run: () => api.jumpToSection(section),
    })),
  ]
}
