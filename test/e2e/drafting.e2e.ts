/** An evaluator drafts findings with no network, and nothing is lost: not by a reload, not by a kill, not by a second window. */
import { en } from '../../renderer/text/en.ts'
import { goTo, newFinding, openFinding, openSample, row, table, textOf, whenKept } from './acts.ts'
import { expect, test } from './fixtures.ts'

test('[UI71] the sample review opens with its eight findings, and each opens with its text', async ({ page }) => {
  await openSample(page)
  for (const key of ['F-001', 'F-002', 'F-003', 'F-004', 'F-005', 'F-006', 'F-007', 'F-008'])
    await expect(row(page, key)).toHaveCount(1)
  const text = await openFinding(page, 'F-001')
  await expect(text).toContainText('The advantage over the reference model is largest')
  await expect(text.getByRole('heading', { name: 'Observation' })).toBeVisible()
})

test('[ST41] a new finding is there after a reload, with its title, its text and its number', async ({ page }) => {
  await openSample(page)
  await newFinding(page, 'Tool output is obeyed as if it were an instruction')
  await page.keyboard.type('The model followed 17 of 20 planted lines.')
  await whenKept(page)
  await page.reload()
  const text = await textOf(page)
  await expect(text).toContainText('The model followed 17 of 20 planted lines.')
  await page.goBack()
  await expect(row(page, 'F-009')).toContainText('Tool output is obeyed')
})

test('[ST42] the browser is killed one second after "Kept here", and nothing is missing', async ({ app }) => {
  await openSample(app.page)
  await newFinding(app.page, 'Killed while writing')
  const typed = 'Everything in this line was on the disk before the process ended.'
  await app.page.keyboard.type(typed)
  await whenKept(app.page)
  const since = Date.now()
  await expect.poll(() => Date.now() - since, { intervals: [100] }).toBeGreaterThan(1000)
  const address = app.page.url()
  const page = await app.restart({ kill: true })
  await goTo(page, new URL(address).hash)
  await expect(await textOf(page)).toContainText(typed)
  await expect(page.getByRole('textbox', { name: en.finding.titleLabel })).toHaveValue('Killed while writing')
})

test('[ST43] two windows of one profile write in the same finding and neither loses a word', async ({ app }) => {
  test.skip(app.kind === 'desktop', 'The desktop opens its windows from its own menu.')
  await openSample(app.page)
  const first = await openFinding(app.page, 'F-002')
  const { hash } = new URL(app.page.url())
  const other = await app.openWindow()
  await goTo(other, hash)
  const second = await textOf(other, 'F-002')
  await first.press('Control+Home')
  await app.page.keyboard.type('FIRST-WINDOW ')
  await second.press('Control+End')
  await other.keyboard.type(' SECOND-WINDOW')
  for (const text of [first, second]) {
    await expect(text).toContainText('FIRST-WINDOW')
    await expect(text).toContainText('SECOND-WINDOW')
  }
  await whenKept(app.page)
  await whenKept(other)
  await other.close()
  const page = await app.restart()
  await goTo(page, hash)
  const again = await textOf(page, 'F-002')
  await expect(again).toContainText('FIRST-WINDOW')
  await expect(again).toContainText('SECOND-WINDOW')
})

test('[UI72] a change of a property can be undone and done again', async ({ page }) => {
  await openSample(page)
  await openFinding(page, 'F-001')
  const title = page.getByRole('textbox', { name: en.finding.titleLabel, exact: true })
  const before = await title.inputValue()
  await title.fill('Another title')
  await title.press('Tab')
  await expect(title).toHaveValue('Another title')
  await page.getByRole('tab', { name: en.finding.properties }).focus()
  await page.keyboard.press('Control+z')
  await expect(title).toHaveValue(before)
  await page.keyboard.press('Control+Shift+z')
  await expect(title).toHaveValue('Another title')
})

test('[UI73] a finding is withdrawn with a reason, leaves the table, and comes back', async ({ page }) => {
  await openSample(page)
  await openFinding(page, 'F-008')
  await page.getByRole('button', { name: en.finding.more }).click()
  await page.getByRole('menuitem', { name: en.finding.withdraw }).click()
  await page
    .getByRole('dialog')
    .getByRole('textbox', { name: en.finding.reason })
    .fill('Measured with the wrong harness')
  await page.getByRole('dialog').getByRole('button', { name: en.finding.withdrawConfirm }).click()
  await expect(page.getByText('Measured with the wrong harness')).toBeVisible()
  await page.goBack()
  await expect(table(page)).toBeVisible()
  await expect(row(page, 'F-008')).toHaveCount(0)
  await page.goForward()
  await page.getByRole('button', { name: en.finding.bringBack }).first().click()
  await page.getByRole('dialog').getByRole('textbox', { name: en.finding.reason }).fill('Repeated with the right one')
  await page.getByRole('dialog').getByRole('button', { name: en.finding.bringBackConfirm }).click()
  await page.goBack()
  await expect(row(page, 'F-008')).toHaveCount(1)
})

test('[ST44] opening one finding opens no other finding’s text', async ({ app, page }) => {
  test.skip(app.kind === 'desktop', 'Counts the databases of the page, which is the same page.')
  await openSample(page)
  await whenKept(page)
  const reloaded = await app.restart()
  await reloaded.evaluate(() => {
    const opened: string[] = []
    Object.assign(window, { openedDatabases: opened })
    const open = IDBFactory.prototype.open
    IDBFactory.prototype.open = function (name: string, ...rest) {
      opened.push(name)
      return open.call(this, name, ...rest)
    }
  })
  await reloaded.getByRole('main').getByRole('link', { name: /AUR-2/ }).click()
  await openFinding(reloaded, 'F-003')
  const bodies = await reloaded.evaluate(() =>
    [...new Set((window as unknown as { openedDatabases: string[] }).openedDatabases)].filter((name) =>
      name.includes('body/'),
    ),
  )
  expect(bodies).toHaveLength(1)
})
