/** What a person does in the window, in the words that stand on the screen. */
import { expect, type Locator, type Page } from '@playwright/test'
import { en } from '../../renderer/text/en.ts'

/** The first thing a newcomer sees is the list of reviews; from there to the sample's findings. */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: en.app.reviews.sample }).click()
  await expect(table(page)).toBeVisible({ timeout: 20_000 })
  await expect(row(page, 'F-001')).toBeVisible()
}

export function table(page: Page): Locator {
  return page.getByRole('grid').or(page.getByRole('treegrid')).first()
}

/** Goes to where another window is: `hash` is the fragment of its address. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((where) => {
    location.hash = where
  }, hash)
}

/** The row of the finding with this key. */
export function row(page: Page, key: string): Locator {
  return page.getByRole('row').filter({ has: page.getByText(key, { exact: true }) })
}

export async function openFinding(page: Page, key: string): Promise<Locator> {
  await row(page, key).click()
  return textOf(page, key)
}

/** The text of the finding on screen, once it can be written in. */
export async function textOf(page: Page, key?: string): Promise<Locator> {
  const name = key === undefined ? /^Text of / : en.finding.textOfFinding(key)
  const text = page.getByRole('textbox', { name })
  await expect(text).toHaveAttribute('aria-busy', 'false', { timeout: 15_000 })
  return text
}

/** Draws up a finding by keyboard from the table; answers its text, caret inside. */
export async function newFinding(page: Page, title: string): Promise<Locator> {
  await page.getByRole('button', { name: en.findings.newFinding }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: en.finding.fields.title.label }).fill(title)
  await choose(page, dialog, en.finding.fields.domain.label, 'Cyber')
  await choose(page, dialog, en.finding.fields.findingType.label, 'Capability')
  await dialog.getByRole('button', { name: en.finding.newFinding.create }).click()
  const text = await textOf(page)
  await expect(text).toBeFocused()
  return text
}

export async function choose(page: Page, within: Locator, label: string, option: string): Promise<void> {
  await within.getByRole('button', { name: label }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

/** Waits until the status bar says that everything typed is on this disk. */
export async function whenKept(page: Page): Promise<void> {
  await expect(page.getByRole('contentinfo').getByText(en.app.status.kept, { exact: true })).toBeVisible()
}
