/**
 * The one set of answers behind the contract. Both carriers (IPC in the desktop, loopback HTTP in the browser host) bring a request here as it
 * came over the bridge; it is read, then answered through a `Shell`. Who asks, and whether they may, the carrier has checked before.
 */
import { accept, refuse, type Result } from '../shared/base/result.ts'
import {
  type About,
  type FileKinds,
  type FileToSave,
  type Input,
  type LoopbackRequestName,
  type NewWindow,
  type OpenedFile,
  type Output,
  readInput,
  type RequestName,
  type SavedFile,
} from '../shared/contract.ts'

/** What either host can do. `window` is the carrier's own mark of the window that asks. */
export interface Shell<Window> {
  about(): About
  flushed(window: Window): void
  newWindow(): Promise<NewWindow>
}

/** What only the desktop can do; in the browser host the page does it. */
export interface DesktopShell<Window> extends Shell<Window> {
  saveFile(window: Window, file: FileToSave): Promise<Result<SavedFile>>
  openFile(window: Window, kinds: FileKinds): Promise<Result<OpenedFile>>
  openLink(window: Window, url: string): Promise<Result<{ opened: boolean }>>
}

export type Answers<N extends RequestName, Window> = {
  readonly [K in N]: (input: Input<K>, window: Window) => Promise<Result<Output<K>>>
}

export function loopbackAnswers<Window>(shell: Shell<Window>): Answers<LoopbackRequestName, Window> {
  return {
    'app:about': () => Promise.resolve(accept(shell.about())),
    'app:flushed': (_, window) => {
      shell.flushed(window)
      return Promise.resolve(accept(undefined))
    },
    'window:new': async () => accept(await shell.newWindow()),
  }
}

export function desktopAnswers<Window>(shell: DesktopShell<Window>): Answers<RequestName, Window> {
  return {
    ...loopbackAnswers(shell),
    'file:save': (file, window) => shell.saveFile(window, file),
    'file:open': (kinds, window) => shell.openFile(window, kinds),
    'link:open': ({ url }, window) => shell.openLink(window, url),
  }
}

/** Reads and answers. What goes wrong inside becomes a refusal without details: they might hold content. */
export async function answer<N extends RequestName, Window>(
  answers: Answers<N, Window>,
  name: unknown,
  input: unknown,
  window: Window,
): Promise<Result<unknown>> {
  if (!isAnswered(answers, name)) return refuse('requestUnknown')
  const read = readInput[name](input)
  if (!read.ok) return read
  try {
    // Name and input belong together by `readInput`; the compiler cannot follow that through a name known only at run time.
    const act: (input: never, window: Window) => Promise<Result<unknown>> = answers[name]
    return await act(read.value as never, window)
  } catch {
    return refuse('hostFailed')
  }
}

function isAnswered<N extends RequestName>(answers: Answers<N, never>, name: unknown): name is N {
  return typeof name === 'string' && Object.hasOwn(answers, name)
}
