/** The program as a whole, whatever the page shows: it opens, is let in once, and comes back on the same data. */
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
