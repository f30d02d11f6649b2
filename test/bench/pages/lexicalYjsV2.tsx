/**
 * For comparison only: the stock `CollaborationPluginV2__EXPERIMENTAL`, the binding that ours builds on. The difference
 * from the floor is the price of V2; the difference from ours is the price of what we hang on it.
 */
import './floor.css'
import { HeadingNode, QuoteNode } from '@lexical/rich-text'
import { LexicalCollaboration } from '@lexical/react/LexicalCollaborationContext'
import { CollaborationPluginV2__EXPERIMENTAL as CollaborationPluginV2 } from '@lexical/react/LexicalCollaborationPlugin'
import { LexicalComposer } from '@lexical/react/LexicalComposer'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { ContentEditable } from '@lexical/react/LexicalContentEditable'
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary'
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin'
import { useEffect } from 'react'
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
      <CollaborationPluginV2
        id="main"
        doc={doc}
        provider={provider}
        __shouldBootstrapUnsafe={state === undefined}
        username="me"
      />
      <Fill />
    </LexicalComposer>
  </LexicalCollaboration>,
)
readyWhenShown(paragraphs.length)

window.bench.state = () => Y.encodeStateAsUpdate(doc)
window.bench.size = () => Y.encodeStateAsUpdate(doc).length
window.bench.remote = remoteEdits(doc, (replica) => leaves(replica.get('root-v2', Y.XmlElement)))

/** First visit only: writes the prose when the plugin has made its first paragraph. */
function Fill() {
  const [editor] = useLexicalComposerContext()
  useEffect(() => {
    if (state !== undefined || paragraphs.length === 0) return
    return editor.registerUpdateListener(({ editorState }) => {
      if (editorState._nodeMap.size !== 2) return
      editor.update(() => fillRoot(paragraphs))
    })
  }, [editor])
  return null
}

function leaves(element: Y.XmlElement): Y.XmlText[] {
  return element.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return [child]
    return child instanceof Y.XmlElement ? leaves(child) : []
  })
}
