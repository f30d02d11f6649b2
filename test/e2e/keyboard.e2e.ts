/** The main task by keyboard alone: from an empty window to a written, classified finding, without a mouse. */
import { en } from '../../renderer/text/en.ts'
import { table, textOf, whenKept } from './acts.ts'
import { expect, test } from './fixtures.ts'

test('[UI74] the sample is opened, a finding drawn up, written, looked at in the table: all without a mouse', async ({
  page,
}) => {
  const keys = page.keyboard
  await expect(page.getByRole('heading', { name: en.app.reviews.title })).toBeVisible()
  await keys.press('Control+k')
  await keys.type('sample')
  await keys.press('Enter')
  await expect(table(page)).toBeVisible({ timeout: 20_000 })

  await keys.press('Control+k')
  await keys.type(en.findings.newFinding)
  await keys.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('textbox', { name: en.finding.fields.title.label })).toBeFocused()
  await keys.type('Written without a mouse')
  await keys.press('Tab')
  for (const option of ['Cyber', 'Capability']) {
    await keys.press('Enter')
    await expect(page.getByRole('listbox')).toBeVisible()
    await keys.type(option)
    await keys.press('Enter')
    await expect(page.getByRole('listbox')).toHaveCount(0)
    await keys.press('Tab')
  }
  await dialog.getByRole('button', { name: en.finding.newFinding.create }).focus()
  await keys.press('Enter')

  const text = await textOf(page)
  await expect(text).toBeFocused()
  await keys.type('First line')
  await keys.press('Enter')
  await keys.type('- one')
  await keys.press('Enter')
  await keys.type('two')
  await expect(text.getByRole('listitem')).toHaveText(['one', 'two'])
  await keys.press('Shift+ArrowLeft')
  await keys.press('Shift+ArrowLeft')
  await keys.press('Shift+ArrowLeft')
  await keys.press('Control+b')
  await expect(text.locator('strong')).toHaveText('two')

  // Out of the text and into the panel: Tab writes, so Escape comes first.
  await keys.press('Escape')
  await keys.press('F6')
  await expect(text).not.toBeFocused()
  await whenKept(page)

  await keys.press('Alt+ArrowLeft')
  await expect(table(page)).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'Written without a mouse' })).toHaveCount(1)
})

test('[UI75] the key sheet opens with F1 and names the keys of the commands', async ({ page }) => {
  await expect(page.getByRole('heading', { name: en.app.reviews.title })).toBeVisible()
  await page.keyboard.press('F1')
  const sheet = page.getByRole('dialog', { name: en.app.keySheet.title })
  await expect(sheet).toContainText(en.app.commands.palette)
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
})
