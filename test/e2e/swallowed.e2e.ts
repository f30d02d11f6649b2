/** Two windows change one paragraph while neither hears of the other; what the merge swallows is offered back, and nothing else is. */
import type { Page } from '@playwright/test'
import { en } from '../../renderer/text/en.ts'
import { goTo, newFinding, openSample, textOf, whenKept } from './acts.ts'
import { type App, expect, test } from './fixtures.ts'

test('[ST46] words typed in a paragraph that another window joined meanwhile are offered back, once', async ({
  app,
}) => {
  test.skip(app.kind === 'desktop', 'The desktop opens its windows from its own menu.')
  await app.context.addInitScript(holdMessages)
  await app.page.reload()
  await openSample(app.page)
  const { first, other, second } = await inTwoWindows(app)
  await expect(second).toContainText('Two')

  for (const page of [app.page, other]) await page.evaluate(() => window.messages.hold())
  await app.page.keyboard.type(' typed unseen')
  await whenKept(app.page)
  await second.getByText('Two', { exact: true }).click()
  await other.keyboard.press('Home')
  await expect.poll(() => other.evaluate(() => getSelection()?.anchorOffset)).toBe(0)
  await other.keyboard.press('Backspace')
  await expect(second).toContainText('One.Two')
  await whenKept(other)
  for (const page of [app.page, other]) await page.evaluate(() => window.messages.release())

  await expect(first).toContainText('One.Two')
  await expect(second).not.toContainText('typed unseen')
  await expect(first).not.toContainText('typed unseen')
  await expect(offer(other)).toHaveCount(0)
  await expect(offer(app.page)).toHaveCount(1)
  await offer(app.page).click()
  for (const text of [first, second]) await expect(text).toContainText('typed unseen')
  await expect(offer(app.page)).toHaveCount(0)
})

test('[ST47] a paragraph that another window removes after it was seen there is not offered back', async ({ app }) => {
  test.skip(app.kind === 'desktop', 'The desktop opens its windows from its own menu.')
  await openSample(app.page)
  const { first, other, second } = await inTwoWindows(app)
  await second.getByText('Two', { exact: true }).click()
  await other.keyboard.press('End')
  await other.keyboard.press('Shift+Home')
  await expect.poll(() => other.evaluate(() => getSelection()?.toString())).toBe('Two')
  await other.keyboard.press('Backspace')
  await other.keyboard.press('Backspace')
  await expect(first).not.toContainText('Two')
  await expect(offer(app.page)).toHaveCount(0)
})

/** A finding of two lines, open in the app's window and in another one. */
async function inTwoWindows(app: App) {
  const first = await newFinding(app.page, 'Two lines')
  await app.page.keyboard.type('One.')
  await app.page.keyboard.press('Enter')
  await app.page.keyboard.type('Two')
  await whenKept(app.page)
  const other = await app.openWindow()
  await goTo(other, new URL(app.page.url()).hash)
  return { first, other, second: await textOf(other) }
}

function offer(page: Page) {
  return page.getByRole('button', { name: en.finding.swallowed.putBack })
}

declare global {
  interface Window {
    messages: { hold(): void; release(): void }
  }
}

/** Runs in the page, before it: between `hold` and `release` its windows tell each other nothing. */
function holdMessages(): void {
  const held: [BroadcastChannel, unknown][] = []
  let isHeld = false
  const post = BroadcastChannel.prototype.postMessage
  BroadcastChannel.prototype.postMessage = function (message: unknown) {
    if (isHeld) held.push([this, message])
    else post.call(this, message)
  }
  window.messages = {
    hold() {
      isHeld = true
    },
    release() {
      isHeld = false
      for (const [channel, message] of held.splice(0)) post.call(channel, message)
    },
  }
}
