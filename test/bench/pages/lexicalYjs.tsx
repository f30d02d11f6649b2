/**
 * The floor: Lexical with the stock `CollaborationPlugin` of @lexical/react (binding V1), as its documentation shows it,
 * on a provider without a network. No guards, nothing stored.
 */
import './floor.css'
import { HeadingNode, QuoteNode } from '@lexical/rich-text'
import { LexicalCollaboration } from '@lexical/react/LexicalCollaborationContext'
import { CollaborationPlugin } from '@lexical/react/LexicalCollaborationPlugin'
import { LexicalComposer } from '@lexical/react/LexicalComposer'
import { ContentEditable } from '@lexical/react/LexicalContentEditable'
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary'
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin'
import type { Provider } from '@lexical/yjs'
import { createRoot } from 'react-dom/client'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { readyWhenShown, remoteEdits, storedState, wantedWords, whenAsked } from './benchHook.ts'
import { fillRoot } from './fillRoot.ts'
import { pageRoot } from './pageRoot.ts'
import { prose } from './prose.ts'
import { networklessProvider } from './networklessProvider.ts'

const paragraphs = prose(wantedWords)
const state = await storedState()

await whenAsked()
window.bench.startedAt = performance.now()
const doc = new Y.Doc()
const provider = networklessProvider(doc, new Awareness(doc), state)

function provide(id: string, docs: Map<string, Y.Doc>): Provider {
  docs.set(id, doc)
  return provider
}

createRoot(pageRoot()).render(
  <LexicalCollaboration>
    <LexicalComposer
      initialConfig={{
        namespace: 'bench',
        nodes: [HeadingNode, QuoteNode],
        onError: (fault) => {
          throw fault
        },
        editorState: null,
      }}
    >
      <RichTextPlugin contentEditable={<ContentEditable />} ErrorBoundary={LexicalErrorBoundary} />
      <CollaborationPlugin
        id="main"
        providerFactory={provide}
        shouldBootstrap={state === undefined}
        {...(paragraphs.length > 0 ? { initialEditorState: () => fillRoot(paragraphs) } : {})}
        username="me"
      />
    </LexicalComposer>
  </LexicalCollaboration>,
)
readyWhenShown(paragraphs.length)

window.bench.state = () => Y.encodeStateAsUpdate(doc)
window.bench.size = () => Y.encodeStateAsUpdate(doc).length
window.bench.remote = remoteEdits(doc, (replica) => {
  const root = replica.get('root', Y.XmlText)
  const inserts = (root.toDelta() as { insert: unknown }[]).map((stretch) => stretch.insert)
  return inserts.filter((insert) => insert instanceof Y.XmlText)
})
