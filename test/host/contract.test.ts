/** The contract is one list: what carries it, what reads it and what answers it cannot drift apart. */
import { describe, expect, test } from 'vitest'
import { desktopAnswers, loopbackAnswers } from '../../electron/hostRequests.ts'
import {
  answeredByPage,
  type Events,
  eventNames,
  type FileToSave,
  isEventName,
  isRequestName,
  largestFile,
  readInput,
  type Readers,
  requestNames,
  type Requests,
} from '../../shared/contract.ts'

const none = () => {
  throw new Error('not asked here')
}
const shell = { about: none, flushed: none, newWindow: none, saveFile: none, openFile: none, openLink: none }

describe('the list', () => {
  test('[HO50] the desktop answers all of it, the browser host all but what the page answers itself', () => {
    expect(Object.keys(desktopAnswers(shell)).sort()).toEqual([...requestNames].sort())
    expect([...Object.keys(loopbackAnswers(shell)), ...answeredByPage].sort()).toEqual([...requestNames].sort())
  })

  test('[HO50] names are noun:verb, and no name of JavaScript passes for one', () => {
    for (const name of [...requestNames, ...eventNames]) expect(name).toMatch(/^[a-z]+:[a-z]+$/)
    for (const name of ['constructor', '__proto__', 'toString', '', undefined, 7]) {
      expect([isRequestName(name), isEventName(name)]).toEqual([false, false])
    }
  })

  test('[HO51] a request without a reader, and one without an answer, does not compile', () => {
    const { 'link:open': _reader, ...withoutReader } = readInput
    // @ts-expect-error one reader is missing
    const readers: Readers = withoutReader
    // @ts-expect-error a reader of something else
    const others: Readers = { ...readInput, 'link:open': readInput['file:open'] }
    const { openLink: _answer, ...withoutAnswer } = shell
    // @ts-expect-error one answer is missing
    const answers = desktopAnswers(withoutAnswer)
    expect([readers, others, answers].length).toBe(3)
  })

  test('[HO51] every event is named once', () => {
    const named: Record<keyof Events, true> = { 'app:flush': true, 'theme:changed': true, 'link:follow': true }
    expect([...eventNames].sort()).toEqual(Object.keys(named).sort())
  })
})

describe('the readers', () => {
  const foreign: unknown[] = [7, 'text', true, [], {}, { more: 1 }, Symbol('x'), () => 1]

  test.each([...requestNames])('[HO52] %s refuses what it does not understand', (name) => {
    for (const input of foreign) expect(readInput[name](input).ok).toBe(false)
    const takesNothing = readInput[name](undefined).ok
    expect(readInput[name](null).ok).toBe(takesNothing)
  })

  test.each([
    '',
    '.',
    '..',
    '.bashrc',
    'a/b',
    'a\\b',
    'C:x',
    'a\u0000b',
    'a\nb',
    'a\u202eb',
    'con',
    'NUL.txt',
    'com1',
    'a*',
    'a?b',
    'a|b',
    'x'.repeat(201),
  ])('[HO53] not a plain file name: %j', (suggestedName) => {
    expect(readInput['file:save']({ suggestedName, bytes: new Uint8Array() }).ok).toBe(false)
  })

  test.each(['review.json', 'Prüfung 3 – Befund.html', 'console.txt', 'a.tar.gz'])(
    '[HO53] a plain file name: %s',
    (suggestedName) => {
      const file: FileToSave = { suggestedName, bytes: new Uint8Array([1]) }
      expect(readInput['file:save'](file)).toEqual({ ok: true, value: file })
    },
  )

  test('[HO53] a file that is too large is refused as that', () => {
    const bytes = { byteLength: largestFile + 1 }
    Object.setPrototypeOf(bytes, Uint8Array.prototype)
    const sized = Object.defineProperty(bytes, 'byteLength', { value: largestFile + 1 })
    expect(readInput['file:save']({ suggestedName: 'a', bytes: sized })).toEqual({
      ok: false,
      refusal: { code: 'fileTooLarge' },
    })
  })

  test.each([
    'https://example.org/',
    'https://a-b.example.org:8443/x?y=z#w',
    'https://example.org',
    'mailto:eve@example.org?subject=x',
  ])('[HO20] a link that may lead out: %s', (url) => {
    expect(readInput['link:open']({ url })).toEqual({ ok: true, value: { url } })
  })
})

test('[HO51] the list of requests is what its type says', () => {
  const named: Record<keyof Requests, true> = {
    'app:about': true,
    'app:flushed': true,
    'window:new': true,
    'file:save': true,
    'file:open': true,
    'link:open': true,
  }
  expect([...requestNames].sort()).toEqual(Object.keys(named).sort())
})
