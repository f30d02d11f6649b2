/** Makes the picture in the README: when there is none, and again when `COUNTERSIGN_PICTURE` is set. Else it only proves that it could. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { expect, test } from './fixtures.ts'

const folder = 'build/resources'
const path = `${folder}/screenshot.png`

test('[UI79] the picture in the README shows the window as it is', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await page
    .getByRole('main')
    .getByRole('button', { name: /sample/i })
    .click()
  await expect(page.getByText('F-008', { exact: true })).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText('Kept here').first()).toBeVisible()
  const picture = await page.screenshot({ animations: 'disabled' })
  expect(picture.length).toBeGreaterThan(20_000)
  if (existsSync(path) && process.env['COUNTERSIGN_PICTURE'] === undefined) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(path, picture)
})
