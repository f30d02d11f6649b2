/**
 * Answers `app://countersign`: the built page, from an explicit set of files, with the content rules on each reply.
 * Knows nothing of windows; its answer is a plain function so that it can be tried without a runtime.
 */
import { pageHeaders } from './pageHeaders.ts'
import type { PageFiles } from './pageFiles.ts'
import { isOwnAddress, pageOrigin } from './security.ts'

/** What is asked, as far as it matters. `initiatorOrigin` is absent for loads that the browser itself begins; the page cannot forge it. */
export interface PageRequest {
  readonly method: string
  readonly url: string
  readonly initiatorOrigin?: string | undefined
}

/** 403 for foreign askers, 405 for anything but reading, 404 for what is not in the set. */
export function answerPage(files: PageFiles, request: PageRequest): Response {
  const { method, url, initiatorOrigin } = request
  if (!isOwnAddress(url)) return reply(403)
  if (initiatorOrigin !== undefined && initiatorOrigin !== pageOrigin) return reply(403)
  if (method !== 'GET' && method !== 'HEAD') return reply(405)
  const file = files.get(new URL(url).pathname)
  if (file === undefined) return reply(404)
  return new Response(method === 'HEAD' ? null : file.bytes, {
    status: 200,
    headers: { ...pageHeaders, 'content-type': file.type },
  })
}

function reply(status: number): Response {
  return new Response(null, { status, headers: pageHeaders })
}
