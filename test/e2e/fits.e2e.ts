/** Words fit: German at 125 %, the pseudo-language 40 % longer, windows down to 400 px; nothing is cut and nothing scrolls sideways. */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const cases = [
  { name: 'German at 125 %, 1280 px', settings: { language: 'de', textSize: 125 }, width: 1280 },
  { name: 'German at 200 %, 1280 px', settings: { language: 'de', textSize: 200 }, width: 1280 },
  { name: 'pseudo-language, 1280 px', settings: { language: 'pseudo' }, width: 1280 },
  { name: 'English, 700 px', settings: { language: 'en' }, width: 700 },
  { name: 'German, 400 px', settings: { language: 'de' }, width: 400 },
]

for (const { name, settings, width } of cases)
  test(`[UI77] every screen fits: ${name}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    await page.evaluate((value) => localStorage.setItem('countersign.settings', JSON.stringify(value)), settings)
    await page.reload()
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible()
    await expectNoSidewaysScroll(page)
    await page
      .getByRole('main')
      .getByRole('button', { name: /sample|Beispiel|sámplé/ })
      .click()
    await expect(page.getByText('F-001', { exact: true })).toBeVisible({ timeout: 20_000 })
    await expectNoSidewaysScroll(page)
    await expectNothingCut(page)
    await page.getByRole('row').filter({ hasText: 'F-001' }).click()
    await expect(page.locator('[contenteditable=true][aria-busy=false]')).toBeVisible()
    await expectNoSidewaysScroll(page)
    await expectNothingCut(page)
    await page.evaluate(() => {
      location.hash = '#/settings'
    })
    await expectNoSidewaysScroll(page)
    await expectNothingCut(page)
  })

test('[UI78] every word of the window comes from the catalogue: the pseudo-language leaves no plain label', async ({
  page,
}) => {
  await page.evaluate(() => localStorage.setItem('countersign.settings', JSON.stringify({ language: 'pseudo' })))
  await page.reload()
  await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible()
  const names = await page.evaluate(() =>
    [...document.querySelectorAll('button, h1, h2, label')]
      .map((element) => element.textContent?.trim() ?? '')
      .filter((text) => /[a-z]{3}/i.test(text)),
  )
  const plain = names.filter((text) => !text.includes('[') && !/^(Countersign|F\d+)$/.test(text))
  expect(plain).toEqual([])
})

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(over, 'sideways scroll in px').toBeLessThanOrEqual(0)
}

/** Buttons, tabs and labels show their whole word; table cells and places marked `truncate` may end in an ellipsis. */
async function expectNothingCut(page: Page): Promise<void> {
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, [role=tab], label, h1, h2')]
      .filter(
        (element) => element.checkVisibility() && element.closest('.truncate, [role=row], .visually-hidden') === null,
      )
      .filter((element) => element.querySelector('.truncate') === null)
      .filter(
        (element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== 'visible',
      )
      .map((element) => `${element.tagName} ${element.className}: ${element.textContent}`),
  )
  expect(cut).toEqual([])
}
