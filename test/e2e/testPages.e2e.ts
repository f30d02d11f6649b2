import { expect, test } from './testPages.ts'

test('[HO1] a page of the tests runs under the content rules of the product', async ({ openTestPage, faults }) => {
  const page = await openTestPage('sample')
  await expect(page.locator('#root')).toHaveText('alone and well')
  const refused = await page.evaluate(() => {
    try {
      document.body.innerHTML = '<b>markup</b>'
      return 'taken'
    } catch {
      return 'refused'
    }
  })
  expect(refused).toBe('refused')
  faults.length = 0
})
