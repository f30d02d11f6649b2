/** Floor of the floor: Lexical rich text with history, no collaboration, nothing stored. */
import './floor.css'
import { HeadingNode, QuoteNode } from '@lexical/rich-text'
import { LexicalComposer } from '@lexical/react/LexicalComposer'
import { ContentEditable } from '@lexical/react/LexicalContentEditable'
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary'
import { HistoryPlugin } from '@lexical/react/LexicalHistoryPlugin'
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin'
import { createRoot } from 'react-dom/client'
import { readyWhenShown, wantedWords, whenAsked } from './benchHook.ts'
import { fillRoot } from './fillRoot.ts'
import { prose } from './prose.ts'
import { pageRoot } from './pageRoot.ts'

const paragraphs = prose(wantedWords)
await whenAsked()
window.bench.startedAt = performance.now()
createRoot(pageRoot()).render(
  <LexicalComposer
    initialConfig={{
      namespace: 'bench',
      nodes: [HeadingNode, QuoteNode],
      onError: (fault) => {
        throw fault
      },
      ...(paragraphs.length > 0 ? { editorState: () => fillRoot(paragraphs) } : {}),
    }}
  >
    <RichTextPlugin contentEditable={<ContentEditable />} ErrorBoundary={LexicalErrorBoundary} />
    <HistoryPlugin />
  </LexicalComposer>,
)
readyWhenShown(paragraphs.length)
