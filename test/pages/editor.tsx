/** Two editors of one text, as two people have it: each with its own document, joined by hand. `?lang=de&theme=dark&readonly=1&two=1`. */
import '../../renderer/style/style.css'
import { StrictMode, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import * as Y from 'yjs'
import { useCommands, CommandsProvider } from '../../renderer/commands/registry.tsx'
import { useKeys } from '../../renderer/commands/useKeys.ts'
import type { EditorApi } from '../../renderer/editor/editorApi.ts'
import { editorCommands } from '../../renderer/editor/editorCommands.ts'
import { FindingEditor } from '../../renderer/editor/FindingEditor.tsx'
import { blocksOfHtml } from '../../renderer/editor/paste/pasteHtml.ts'
import { useReadable } from '../../renderer/replica/hooks.ts'
import type { LiveDoc } from '../../renderer/replica/liveDoc.ts'
import type { Contents, SwallowedText } from '../../renderer/replica/shapes.ts'
import { makeCell } from '../../renderer/replica/readable.ts'
import { TextProvider, useText, type InterfaceLanguage } from '../../renderer/text/text.tsx'
import type { Block } from '../../shared/document/blocks.ts'
import { applySeed } from '../../shared/document/seed.ts'
import { readBlocks, writeBlocks } from '../../shared/document/writeBlocks.ts'

const options = new URLSearchParams(location.search)
const language = (options.get('lang') ?? 'en') as InterfaceLanguage
document.documentElement.lang = language === 'pseudo' ? 'en' : language
document.title = 'Editor'
document.documentElement.dataset['theme'] = options.get('theme') ?? 'light'

// As in the product's own page: the component library's one style rule is in base.css.
const pressable = document.createElement('meta')
pressable.id = 'react-aria-pressable-style'
document.head.append(pressable)

let claims = 0
let mostClaims = 0
let updates = 0

function makeDoc(): Y.Doc {
  const doc = new Y.Doc()
  applySeed(doc)
  doc.on('update', () => updates++)
  return doc
}

function makeLiveDoc(doc: Y.Doc): LiveDoc {
  let isClaimed = false
  return {
    address: { review: 'test', name: 'body/test/institute' },
    doc,
    ready: Promise.resolve(),
    keepState: makeCell({ kind: 'kept' } as const),
    contents: makeCell<Contents>('whole'),
    swallowed: makeCell<readonly SwallowedText[]>([]),
    forgetSwallowed: () => {},
    claimBinding: () => {
      if (isClaimed) throw new Error('This document has an editor already.')
      isClaimed = true
      claims++
      mostClaims = Math.max(mostClaims, claims)
      return () => {
        isClaimed = false
        claims--
      }
    },
    close: () => {},
  }
}

const docs = options.has('two') ? [makeDoc(), makeDoc()] : [makeDoc()]
const lives = docs.map(makeLiveDoc)
const apis: (EditorApi | undefined)[] = []
const opened: string[] = []

Object.assign(window, {
  blocksOfHtml,
  opened,
  apis,
  binding: () => ({ claims, mostClaims, updates }),
  blocks: (place = 0) => readBlocks(docs[place] as Y.Doc),
  write: (blocks: Block[], place = 0) => writeBlocks(docs[place] as Y.Doc, blocks),
  join: () => {
    const [first, second] = docs as [Y.Doc, Y.Doc]
    Y.applyUpdate(second, Y.encodeStateAsUpdate(first), 'peer')
    Y.applyUpdate(first, Y.encodeStateAsUpdate(second), 'peer')
  },
})

function Keys({ api }: { api: EditorApi | undefined }) {
  useKeys()
  return api === undefined ? null : <Commands api={api} />
}

function Commands({ api }: { api: EditorApi }) {
  const words = useText()
  useReadable(api.state)
  useCommands(editorCommands(api, words))
  return null
}

function Page() {
  const [api, setApi] = useState<EditorApi>()
  const [isShown, setShown] = useState(true)
  useEffect(() => {
    Object.assign(window, { setShown })
  }, [])
  return (
    <main style={{ display: 'flex', flexDirection: 'column', height: '100vh' }}>
      <h1 className="visually-hidden">Editor</h1>
      <button type="button">before</button>
      {isShown &&
        lives.map((live, place) => (
          <FindingEditor
            key={live.doc.guid}
            liveDoc={live}
            lang={options.get('textLang') ?? 'en'}
            label={`Text ${place + 1}`}
            isReadOnly={options.has('readonly')}
            onOpenLink={(url) => opened.push(url)}
            onReady={(ready) => {
              apis[place] = ready
              if (place === 0) setApi(ready)
            }}
          />
        ))}
      <button type="button">after</button>
      <Keys api={api} />
    </main>
  )
}

const root = document.querySelector('#root')
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <TextProvider language={language}>
        <CommandsProvider>
          <Page />
        </CommandsProvider>
      </TextProvider>
    </StrictMode>,
  )
