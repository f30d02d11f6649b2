/** Ours: the editor of a finding as the screen shows it, with binding, guards, undo and toolbar, on a document that is kept in IndexedDB. */
import '../../../renderer/style/style.css'
import './ours.css'
import { createRoot } from 'react-dom/client'
import * as Y from 'yjs'
import { FindingEditor } from '../../../renderer/editor/FindingEditor.tsx'
import { TextProvider } from '../../../renderer/text/text.tsx'
import { parameters, readyWhenShown, wantedWords, whenAsked } from './benchHook.ts'
import { fillOurs, openOurs, remoteEditsOf } from './oursDocument.ts'
import { pageRoot } from './pageRoot.ts'
import { prose } from './prose.ts'

const paragraphs = prose(wantedWords)
await whenAsked()
window.bench.startedAt = performance.now()
const live = openOurs(wantedWords)
if (parameters.has('first')) {
  await live.ready
  await fillOurs(live, paragraphs)
}
void live.ready.then(() => {
  window.bench.handedAt = performance.now()
})
createRoot(pageRoot()).render(
  <TextProvider language="en">
    <FindingEditor liveDoc={live} lang="en" label="Text of F-001" />
  </TextProvider>,
)
readyWhenShown(paragraphs.length)

window.bench.size = () => Y.encodeStateAsUpdate(live.doc).length
window.bench.remote = remoteEditsOf(live)
