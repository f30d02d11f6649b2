import type { PasteOutcome } from '../../renderer/editor/paste/pasteOutcome.ts'
import { expect, test } from '../e2e/testPages.ts'
import { pasteRows } from './pasteAttacks.ts'

declare global {
  interface Window {
    blocksOfHtml: (html: string, plain: string) => PasteOutcome
    __pwned?: unknown
  }
}

test('[ED20] pasted HTML becomes only blocks of the model; nothing in it runs, loads or stays hidden', async ({
  openTestPage,
  pages,
  faults,
}) => {
  const page = await openTestPage('paste')
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  page.on('popup', () => requests.push('popup'))
  const wrong: string[] = []
  for (const row of pasteRows) {
    const html = row.html.replaceAll('{host}', pages.origin)
    const outcome = await page.evaluate((text) => window.blocksOfHtml(text, 'plain'), html)
    const want = { blocks: row.blocks, leftOut: { images: 0, hidden: 0, links: 0, ...row.leftOut } }
    if (JSON.stringify(sorted(outcome)) !== JSON.stringify(sorted(want)))
      wrong.push(`${row.name}\n  want ${JSON.stringify(want)}\n  got  ${JSON.stringify(outcome)}`)
  }
  // Refusals of styles and handlers are the content rules at work.
  faults.length = 0
  expect(wrong.join('\n')).toBe('')
  expect(await page.evaluate(() => window.__pwned)).toBeUndefined()
  expect(requests).toEqual([])
})

test('[ED21] a paste beyond its bounds comes as plain text or in part, and says so', async ({
  openTestPage,
  faults,
}) => {
  const page = await openTestPage('paste')
  const reduced = await page.evaluate(() => {
    const outcome = (html: string) => {
      const { reduced, blocks } = window.blocksOfHtml(html, 'one\n\ntwo')
      return [reduced, blocks.length]
    }
    return [
      outcome(`<p>${'x'.repeat(2 * 1024 * 1024)}</p>`),
      outcome(`${'<div>'.repeat(300)}deep`),
      outcome('<b></b>'.repeat(60_000)),
      outcome('<p>x</p>'.repeat(6_000)),
      outcome('<p>x</p>'),
    ]
  })
  expect(reduced).toEqual([
    ['tooLarge', 2],
    ['tooComplex', 2],
    ['tooComplex', 2],
    ['tooMany', 5000],
    [undefined, 1],
  ])
  faults.length = 0
})

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort()
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
