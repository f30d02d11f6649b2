/**
 * The page's side of the bridge. In the desktop the preload has put `window.host` there; else this is the browser host, reached over loopback
 * with a token that the page got for the one-time code in its address. The rest of the window sees a `Host` and never asks which.
 */
import { accept, refuse, type Result } from '../shared/base/result.ts'
import {
  type Events,
  type EventName,
  type FileKinds,
  type FileToSave,
  type Host,
  isEventName,
  type LoopbackRequestName,
  type OpenedFile,
  type Output,
  type PageRequestName,
  readInput,
  type RequestName,
  type SavedFile,
} from '../shared/contract.ts'

export type { Host } from '../shared/contract.ts'

declare global {
  interface Window {
    /** Put there by the desktop's preload; absent in a browser. */
    readonly host?: Host
  }
}

/** Refused with `noSession` when this window was not opened by the program itself: open one from there. */
export async function connectHost(): Promise<Result<Host>> {
  return window.host === undefined ? await connectLoopback() : accept(window.host)
}

/**
 * In a browser it is the page that opens a link, so the page asks the person first; the desktop asks by itself.
 * Give the question here once; until then the browser's own plain question is asked.
 */
export function askBeforeLeaving(ask: (where: string) => Promise<boolean>): void {
  confirmLeaving = ask
}

let confirmLeaving: (where: string) => Promise<boolean> = (where) => Promise.resolve(window.confirm(where))

const tokenKey = 'countersign.token'

async function connectLoopback(): Promise<Result<Host>> {
  const code = /^#code=([\w-]+)$/.exec(location.hash)?.[1]
  if (code !== undefined) {
    // Out of the address at once, so it is neither seen nor kept in the history.
    history.replaceState(null, '', location.pathname + location.search)
    const reply = await post('/session', { code }).catch(() => undefined)
    const token = reply?.ok === true ? readToken(await reply.json()) : undefined
    if (token !== undefined) sessionStorage.setItem(tokenKey, token)
  }
  const token = sessionStorage.getItem(tokenKey)
  if (token === null) return refuse('noSession')
  const host = loopbackHost(token)
  const about = await host.request('app:about')
  return !about.ok && about.refusal.code === 'noSession' ? about : accept(host)
}

function loopbackHost(token: string): Host {
  const listeners = new Map<EventName, Set<(event: never) => void>>()
  let isListening = false

  async function ask<N extends LoopbackRequestName>(name: N): Promise<Result<Output<N>>> {
    try {
      const reply = await post('/request', { name }, token)
      if (reply.status === 401) return refuse('noSession')
      return (await reply.json()) as Result<Output<N>>
    } catch {
      return refuse('hostUnreachable')
    }
  }

  const answers: { [N in RequestName]: (input: never) => Promise<Result<Output<N>>> } = {
    'app:about': () => ask('app:about'),
    'app:flushed': () => ask('app:flushed'),
    'window:new': async () => {
      const answer = await ask('window:new')
      if (answer.ok && !answer.value.shown) window.open(answer.value.path, '_blank', 'noopener')
      return answer
    },
    ...pageAnswers,
  }

  return {
    request: (name, ...input) => answers[name](input[0] as never),
    on(name, listen) {
      const all = listeners.get(name) ?? new Set()
      listeners.set(name, all.add(listen))
      if (!isListening) {
        isListening = true
        void listenForEvents(token, (event, content) => {
          for (const each of listeners.get(event) ?? []) each(content as never)
        })
      }
      return () => void all.delete(listen)
    },
  }
}

/** One long reply, a line of JSON per event. Taken up again when it breaks off, until the host no longer knows this window. */
async function listenForEvents(
  token: string,
  tell: (name: EventName, content: Events[EventName]) => void,
): Promise<void> {
  for (;;) {
    try {
      const reply = await post('/events', {}, token)
      if (reply.status === 401 || reply.body === null) return
      const reader = reply.body.pipeThrough(new TextDecoderStream()).getReader()
      let rest = ''
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        const lines = (rest + part.value).split('\n')
        rest = lines.pop() ?? ''
        for (const line of lines) {
          const { name, content } = (line === '' ? {} : JSON.parse(line)) as {
            name?: string
            content?: Events[EventName]
          }
          if (isEventName(name)) tell(name, content)
        }
      }
    } catch {
      // The host is gone or the line broke; it may come back under the same address.
    }
    await new Promise((resolve) => setTimeout(resolve, 2000))
  }
}

const pageAnswers: { [N in PageRequestName]: (input: unknown) => Promise<Result<Output<N>>> } = {
  async 'file:save'(input) {
    const read = readInput['file:save'](input)
    return read.ok ? accept(handOver(read.value)) : read
  },
  async 'file:open'(input) {
    const read = readInput['file:open'](input)
    return read.ok ? accept(await pickFile(read.value)) : read
  },
  async 'link:open'(input) {
    const read = readInput['link:open'](input)
    if (!read.ok) return read
    const url = new URL(read.value.url)
    if (!(await confirmLeaving(url.protocol === 'mailto:' ? url.pathname : url.host))) return accept({ opened: false })
    window.open(url.href, '_blank', 'noopener,noreferrer')
    return accept({ opened: true })
  },
}

function handOver({ suggestedName, bytes }: FileToSave): SavedFile {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)]))
  const link = document.createElement('a')
  link.href = address
  link.download = suggestedName
  link.click()
  // The download has taken hold of the bytes by then; the browser gives no sign of it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return { outcome: 'handedOver', name: suggestedName }
}

async function pickFile({ extensions }: FileKinds): Promise<OpenedFile> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = extensions.map((name) => `.${name}`).join(',')
  const file = await new Promise<File | undefined>((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.[0]))
    input.addEventListener('cancel', () => resolve(undefined))
    input.click()
  })
  if (file === undefined) return { outcome: 'no' }
  return { outcome: 'opened', name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}

function post(path: string, body: object, token?: string): Promise<Response> {
  return fetch(path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
  })
}

function readToken(reply: unknown): string | undefined {
  if (typeof reply !== 'object' || reply === null || !('token' in reply)) return undefined
  return typeof reply.token === 'string' ? reply.token : undefined
}
