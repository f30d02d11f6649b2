/** Ours: the editor of a finding with binding, guards and undo, on a document that is kept in IndexedDB. */
import '../../../renderer/style/style.css'
import * as Y from 'yjs'
import { openEditor } from '../../../renderer/editor/openEditor.ts'
import { parameters, readyWhenShown, wantedWords } from './benchHook.ts'
import { fillOurs, openOurs, remoteEditsOf } from './oursDocument.ts'
import { pageRoot } from './pageRoot.ts'
import { prose } from './prose.ts'

const paragraphs = prose(wantedWords)
window.bench.startedAt = performance.now()
const live = openOurs(wantedWords)
await live.ready
if (parameters.get('state') === null) await fillOurs(live, paragraphs)
window.bench.handedAt = performance.now()

const root = document.createElement('div')
root.contentEditable = 'true'
pageRoot().append(root)
openEditor(root, live, {
  lang: 'en',
  isReadOnly: false,
  doneWord: 'Done',
  slashChoices: () => [],
  onPasted() {},
  onOpenLink() {},
  onSize() {},
  onFault(fault) {
    throw fault
  },
})
readyWhenShown(paragraphs.length)

window.bench.state = () => new Uint8Array()
window.bench.size = () => Y.encodeStateAsUpdate(live.doc).length
window.bench.remote = remoteEditsOf(live)
