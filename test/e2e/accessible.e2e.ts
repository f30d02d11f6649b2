/** axe finds nothing on any screen, with menus, dialogs and palette open, in both themes and both languages. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { de } from '../../renderer/text/de.ts'
import { en } from '../../renderer/text/en.ts'
import { expect, test } from './fixtures.ts'

const languages = { en, de }

for (const theme of ['light', 'dark'] as const)
  for (const [language, words] of Object.entries(languages))
    test(`[UI76] axe is content everywhere: ${theme}, ${language}`, async ({ page }) => {
      test.setTimeout(300_000)
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
      await page.evaluate((settings) => localStorage.setItem('countersign.settings', JSON.stringify(settings)), {
        language,
        theme,
      })
      await page.reload()
      const look = (what: string) => checkWithAxe(page, what)
      const main = page.getByRole('main')
      const escape = async () => {
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toHaveCount(0)
      }

      await expect(page.getByRole('heading', { name: words.app.reviews.title })).toBeVisible()
      await look('home, empty')
      await main.getByRole('button', { name: words.app.reviews.new }).first().click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await look('new review')
      await escape()

      await main.getByRole('button', { name: words.app.reviews.sample }).click()
      await expect(page.getByText('F-001', { exact: true })).toBeVisible({ timeout: 20_000 })
      await look('findings')
      await page.getByRole('button', { name: words.findings.filter, exact: true }).click()
      await look('filter menu')
      await page.keyboard.press('Escape')
      await page.getByRole('row').filter({ hasText: 'F-002' }).getByRole('checkbox').click()
      await look('findings, one selected')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: words.findings.newFinding }).first().click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await look('new finding')
      await escape()
      await page.keyboard.press('Control+k')
      await expect(page.getByRole('dialog')).toBeVisible()
      await look('palette')
      await escape()
      await page.keyboard.press('F1')
      await expect(page.getByRole('dialog')).toBeVisible()
      await look('key sheet')
      await escape()
      await page.keyboard.press('F8')
      await expect(page.getByRole('dialog')).toBeVisible()
      await look('what is happening')
      await escape()

      await page.getByRole('row').filter({ hasText: 'F-001' }).click()
      const text = page.getByRole('textbox', { name: words.finding.textOfFinding('F-001') })
      await expect(text).toHaveAttribute('aria-busy', 'false')
      await look('finding')
      await page.getByRole('button', { name: words.finding.more }).click()
      await expect(page.getByRole('menu')).toBeVisible()
      await look('finding menu')
      await page.getByRole('menuitem', { name: words.finding.withdraw }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await look('withdraw')
      await escape()
      await text.press('Control+End')
      await page.keyboard.press('Enter')
      await page.keyboard.type('/')
      await expect(page.getByRole('listbox')).toBeVisible()
      await look('slash menu')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+a')
      await look('text selected')
      await page.keyboard.press('Control+f')
      await look('find in text')
      await page.keyboard.press('Escape')

      await page.keyboard.press('Control+,')
      await expect(page.getByRole('heading', { name: words.app.settings.title })).toBeVisible()
      await look('settings')
    })

async function checkWithAxe(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.map(
    ({ id, nodes }) => `${what}: ${id} at ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  )
  expect.soft(found).toEqual([])
}
