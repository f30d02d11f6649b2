/** A full disk: the window says so, keeps the text, offers a copy, and goes on once there is room. */
import { readFileSync } from 'node:fs'
import { en } from '../../renderer/text/en.ts'
import { newFinding, openSample, textOf, whenKept } from './acts.ts'
import { expect, test } from './fixtures.ts'

test('[ST45] with the disk full the text stays, the bar says "Needs you", a copy can be saved, and room brings back "Kept here"', async ({
  app,
  page,
  faults,
}) => {
  test.setTimeout(150_000)
  test.skip(app.kind === 'desktop', 'The quota is set through the browser’s own tools.')
  await openSample(page)
  await newFinding(page, 'Written on a full disk')
  await whenKept(page)
  const tools = await app.context.newCDPSession(page)
  await tools.send('Storage.overrideQuotaForOrigin', { origin: app.origin, quotaSize: 1024 })
  const text = await textOf(page)
  await text.focus()
  await page.keyboard.type('This must not be lost.')
  const bar = page.getByRole('contentinfo')
  // The browser remembers for a while how much room there was, and looks again only when something is written.
  await expect(async () => {
    await page.keyboard.insertText(` ${'many words '.repeat(500)} `)
    await expect(bar.getByText(en.app.status.needsYou)).toBeVisible({ timeout: 1000 })
  }).toPass()
  await expect(bar.getByText(en.app.status.kept, { exact: true })).toHaveCount(0)
  await page.keyboard.press('F8')
  const panel = page.getByRole('dialog')
  await expect(panel).toContainText(en.app.status.ways.full)
  const download = page.waitForEvent('download')
  await panel.getByRole('button', { name: en.app.status.saveCopy }).first().click()
  const copy = readFileSync(await (await download).path())
  expect(copy.length).toBeGreaterThan(5_000)
  await page.keyboard.press('Escape')
  await expect(text).toContainText('This must not be lost.')
  await tools.send('Storage.overrideQuotaForOrigin', { origin: app.origin })
  await whenKept(page)
  await page.reload()
  await expect(await textOf(page)).toContainText('This must not be lost.')
  faults.length = 0
})
