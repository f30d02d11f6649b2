/**
 * The one list of what the page may ask of the program that hosts it, and of what that program may tell the page. IPC channels, the preload,
 * the loopback routes, the tests' double and the tests all derive from it. It must not know who carries it, and nothing here acts.
 *
 * To add a request: name it in `Requests`, give it a reader in `readInput` (without one this file does not compile), answer it in
 * `electron/hostRequests.ts` (without that, neither host compiles).
 */
import { accept, refuse, type Result } from './base/result.ts'

/** What the page may ask: `noun:verb`. Input reaches an answer only through its reader. */
export interface Requests {
  /** Which program this is. */
  'app:about': { input: undefined; output: About }
  /** The page has written everything down, after `app:flush`. */
  'app:flushed': { input: undefined; output: undefined }
  /** One more window on the same data. */
  'window:new': { input: undefined; output: NewWindow }
  /** The person picks where to keep a file. */
  'file:save': { input: FileToSave; output: SavedFile }
  /** The person picks a file to read. */
  'file:open': { input: FileKinds; output: OpenedFile }
  /** Opens a link outside, once the person has said yes to where it leads. */
  'link:open': { input: Link; output: { readonly opened: boolean } }
}

/** What the page may be told. */
export interface Events {
  /** The program is about to end: write everything down, then ask `app:flushed`. */
  'app:flush': undefined
  /** The system's theme changed. Desktop only: in a browser the page sees it by itself. */
  'theme:changed': { readonly dark: boolean }
  /** A link to this program was followed; it may select something, never act. */
  'link:follow': { readonly path: string }
}

export type RequestName = keyof Requests
export type EventName = keyof Events
export type Input<N extends RequestName> = Requests[N]['input']
export type Output<N extends RequestName> = Requests[N]['output']

/** What the page holds of its host: two functions, the same in both hosts. */
export interface Host {
  /** Never rejects: a host that is gone, or that refuses, answers with a refusal. */
  request<N extends RequestName>(name: N, ...input: InputOf<N>): Promise<Result<Output<N>>>
  /** Calls `listen` at each such event. Returns its own undo. */
  on<N extends EventName>(name: N, listen: (event: Events[N]) => void): () => void
}

/** Nothing to give where a request takes no input. */
export type InputOf<N extends RequestName> = Input<N> extends undefined ? [] : [input: Input<N>]

export interface About {
  readonly version: string
  readonly host: 'desktop' | 'browser'
  /** Name of this set of data, `default` unless another was asked for. */
  readonly profile: string
  /** As Node names it: `linux`, `darwin`, `win32`. */
  readonly platform: string
  /** The system's language, as `de-AT`. */
  readonly language: string
  /** What the person should know about how the program runs; empty in the desktop. */
  readonly notices: readonly Notice[]
}

/**
 * `runtimeMissing`: the desktop runtime is not installed, so this is the browser host.
 * `runtimeCannotStart`: it is installed but cannot run here (no display, or started as root).
 * `sharedBrowser`: the page runs in the person's everyday browser, whose extensions and history can see it.
 */
export type Notice = 'runtimeMissing' | 'runtimeCannotStart' | 'sharedBrowser'

/** Where no window could be shown by the host, the page opens `path` itself. */
export type NewWindow = { readonly shown: true } | { readonly shown: false; readonly path: string }

export interface FileToSave {
  /** A plain file name, no folders. */
  readonly suggestedName: string
  readonly bytes: Uint8Array
}

/**
 * `saved`: written where the person chose. `handedOver`: the browser has it and puts it where it puts downloads; whether it got there
 * the page cannot know. `no`: the person changed their mind.
 */
export type SavedFile = { readonly outcome: 'saved' | 'handedOver'; readonly name: string } | { readonly outcome: 'no' }

export interface FileKinds {
  /** Without dots, as `['json', 'eval']`; empty means any. */
  readonly extensions: readonly string[]
}

export type OpenedFile =
  | { readonly outcome: 'opened'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly outcome: 'no' }

export interface Link {
  /** `https:` or `mailto:`, as `URL.href` gives it. */
  readonly url: string
}

export type Readers = { readonly [N in RequestName]: (input: unknown) => Result<Input<N>> }

/** Each turns what came over the bridge into what the answer may rely on, or refuses. */
export const readInput: Readers = {
  'app:about': readNothing,
  'app:flushed': readNothing,
  'window:new': readNothing,
  'file:save': readFileToSave,
  'file:open': readFileKinds,
  'link:open': readLink,
}

/** In the browser host these are answered by the page itself: there the browser owns downloads, file pickers and tabs. */
export const answeredByPage = ['file:save', 'file:open', 'link:open'] as const satisfies readonly RequestName[]
export type PageRequestName = (typeof answeredByPage)[number]
/** What travels over loopback. */
export type LoopbackRequestName = Exclude<RequestName, PageRequestName>

const events: Readonly<Record<EventName, true>> = { 'app:flush': true, 'theme:changed': true, 'link:follow': true }

export const requestNames = Object.keys(readInput) as readonly RequestName[]
export const eventNames = Object.keys(events) as readonly EventName[]

export function isRequestName(name: unknown): name is RequestName {
  return typeof name === 'string' && Object.hasOwn(readInput, name)
}

export function isEventName(name: unknown): name is EventName {
  return typeof name === 'string' && Object.hasOwn(events, name)
}

/** Bytes of one file that may cross the bridge. */
export const largestFile = 256 * 1024 * 1024

const notUnderstood = refuse('inputNotUnderstood')

function readNothing(input: unknown): Result<undefined> {
  return input === undefined || input === null ? accept(undefined) : notUnderstood
}

function readFileToSave(input: unknown): Result<FileToSave> {
  if (!isRecord(input, ['suggestedName', 'bytes'])) return notUnderstood
  const { suggestedName, bytes } = input
  if (!isPlainFileName(suggestedName) || !(bytes instanceof Uint8Array)) return notUnderstood
  if (bytes.byteLength > largestFile) return refuse('fileTooLarge')
  return accept({ suggestedName, bytes })
}

function readFileKinds(input: unknown): Result<FileKinds> {
  if (!isRecord(input, ['extensions']) || !Array.isArray(input['extensions'])) return notUnderstood
  const extensions: unknown[] = input['extensions']
  if (
    extensions.length > 20 ||
    !extensions.every((name) => typeof name === 'string' && /^[a-z0-9]{1,10}$/.test(name))
  ) {
    return notUnderstood
  }
  return accept({ extensions: extensions as string[] })
}

/**
 * Only the two kinds of link that lead a person somewhere, written out in full: no name or password before the host (it makes a foreign
 * address look like a known one), no backslash, no blank, no control character.
 */
function readLink(input: unknown): Result<Link> {
  if (!isRecord(input, ['url']) || typeof input['url'] !== 'string') return notUnderstood
  const url = input['url']
  if (url.length > 2048 || !/^[\x21-\x7e]+$/.test(url) || url.includes('\\')) return refuse('linkNotAllowed')
  return isWebLink(url) || isMailLink(url) ? accept({ url }) : refuse('linkNotAllowed')
}

function isWebLink(url: string): boolean {
  return /^https:\/\/(?:[a-z0-9-]+\.)*[a-z0-9-]+\.?(?::\d{1,5})?(?:[/?#].*)?$/.test(url)
}

function isMailLink(url: string): boolean {
  return /^mailto:[^@?&/:]+@[a-z0-9.-]+(?:\?.*)?$/i.test(url)
}

/** Names that look like a path, a hidden file or a device are refused; the person may still choose any name in the dialog. */
function isPlainFileName(name: unknown): name is string {
  return (
    typeof name === 'string' &&
    name.length <= 200 &&
    /^[^./\\:*?"<>|\p{C}][^/\\:*?"<>|\p{C}]*$/u.test(name) &&
    !/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name)
  )
}

function isRecord<K extends string>(input: unknown, keys: readonly K[]): input is Record<K, unknown> {
  if (typeof input !== 'object' || input === null) return false
  const found = Object.keys(input)
  return found.length === keys.length && keys.every((key) => found.includes(key))
}
