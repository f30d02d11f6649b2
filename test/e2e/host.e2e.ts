/** The program as a whole, whatever the page shows: it opens, is let in once, and comes back on the same data. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from './fixtures.ts'

test('[HO2] the page opens with its host, and its one-time code is gone from the address', async ({ app }) => {
  await expect.poll(() => app.page.evaluate(() => document.querySelector('#root')?.textContent)).not.toBe('')
  if (app.kind === 'browser') {
    expect(new URL(app.page.url()).hash).not.toContain('code')
    expect(await app.page.evaluate(() => sessionStorage.getItem('countersign.token'))).toMatch(/^[\w-]{43}$/)
  }
  expect(await app.page.evaluate(() => [window.isSecureContext, window.crossOriginIsolated])).toEqual([true, true])
})

test('[HO3] what the page keeps is there after its browser was killed', async ({ app }) => {
  await app.page.evaluate(async () => {
    const opening = indexedDB.open('proof', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('words')
    await new Promise((resolve) => (opening.onsuccess = resolve))
    const work = opening.result.transaction('words', 'readwrite', { durability: 'strict' })
    work.objectStore('words').put('still here', 'first')
    await new Promise((resolve) => (work.oncomplete = resolve))
  })
  const page = await app.restart({ kill: true })
  const kept = await page.evaluate(async () => {
    const opening = indexedDB.open('proof', 1)
    await new Promise((resolve) => (opening.onsuccess = resolve))
    const reading = opening.result.transaction('words').objectStore('words').get('first')
    await new Promise((resolve) => (reading.onsuccess = resolve))
    return reading.result as unknown
  })
  expect(kept).toBe('still here')
})

test('[HO30] a reload keeps the window, a used code in another window opens nothing', async ({ app, faults }) => {
  test.skip(app.kind === 'desktop', 'not run: the desktop has no codes and no tokens')
  const answered = () => app.page.evaluate(() => sessionStorage.getItem('countersign.token') !== null)
  await expect.poll(answered).toBe(true)
  await app.page.reload()
  await expect.poll(() => app.page.evaluate(() => document.querySelector('#root')?.textContent)).not.toBe('')
  expect(await answered()).toBe(true)

  const stranger = await app.context.newPage()
  await stranger.goto(`${app.origin}/#code=${'A'.repeat(43)}`)
  await expect(stranger.getByRole('alert')).toBeVisible()
  expect(await stranger.evaluate(() => [sessionStorage.length, location.hash])).toEqual([0, ''])
  // The refused code is a failed load in the console.
  faults.length = 0
})

test('[HO35] another page in the same browser can neither frame, embed, read nor script the program', async ({
  app,
  faults,
}) => {
  test.skip(app.kind === 'desktop', 'not run: the desktop serves no port')
  const foreign = await serveForeign()
  const page = await app.context.newPage()
  await page.goto(foreign.origin)
  const found = await page.evaluate(async (target) => {
    const loads = (element: HTMLElement) =>
      new Promise<string>((resolve) => {
        element.addEventListener('load', () => resolve('loaded'))
        element.addEventListener('error', () => resolve('refused'))
        document.body.append(element)
      })
    const script = Object.assign(document.createElement('script'), { src: `${target}/index.html` })
    const frame = Object.assign(document.createElement('iframe'), { src: `${target}/` })
    const asked = (options: RequestInit) =>
      fetch(target, options).then(
        ({ type, status }) => `${type} ${status}`,
        () => 'refused',
      )
    return {
      script: await loads(script),
      frame: await loads(frame).then(() => (frame.contentDocument === null ? 'closed' : 'open')),
      read: await asked({}),
      blind: await asked({ mode: 'no-cors', method: 'POST', body: '{"name":"app:about"}' }),
      opened: window.open(`${target}/`)?.closed ?? true,
    }
  }, app.origin)
  expect(found).toMatchObject({ script: 'refused', frame: 'closed', read: 'refused' })
  expect(found.blind).not.toMatch(/200/)
  await foreign.close()
  faults.length = 0
})

async function serveForeign() {
  const server = createServer((_, response) => response.end('<!doctype html><title>Elsewhere</title><body></body>'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  }
  return { origin: `http://127.0.0.1:${port}`, close }
}
