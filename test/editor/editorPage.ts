/** A text open in an editor, in a page of its own: what the tests type into, paste into and read from. */
import type { Locator, Page } from '@playwright/test'
import type { EditorApi } from '../../renderer/editor/editorApi.ts'
import type { Block } from '../../shared/document/blocks.ts'
import { expect, type TestPages } from '../e2e/testPages.ts'

declare global {
  interface Window {
    blocks: (place?: number) => Block[]
    write: (blocks: Block[], place?: number) => void
    join: () => void
    binding: () => { claims: number; mostClaims: number; updates: number }
    apis: EditorApi[]
    opened: string[]
    setShown: (isShown: boolean) => void
  }
}

export interface EditorPage {
  readonly text: Locator
  readonly other: Locator
  /** Each argument is a key as Playwright names it, or `"words` to be typed. */
  type(...keys: string[]): Promise<void>
  /** The blocks of the document, in short: `kind+indent: text`, marks as in markdown, cells between bars. */
  short(place?: number): Promise<string[]>
  /** Waits until the document reads so. */
  expectShort(lines: string[], place?: number): Promise<void>
  paste(content: { html?: string; text?: string }): Promise<void>
  copy(): Promise<{ html: string; text: string }>
  write(blocks: Block[]): Promise<void>
}

export async function openEditorPage(page: Page, pages: TestPages, query = ''): Promise<EditorPage> {
  await page.goto(`${pages.url('editor')}?${query}`)
  const text = page.getByRole('textbox', { name: 'Text 1' })
  const other = page.getByRole('textbox', { name: 'Text 2' })
  await expect(text).toHaveAttribute('aria-busy', 'false')
  if (!query.includes('readonly')) await text.click()
  const short = async (place = 0) => (await page.evaluate((at) => window.blocks(at), place)).map(shortBlock)
  return {
    text,
    other,
    type: async (...keys) => {
      for (const key of keys) {
        if (key.startsWith('"')) await page.keyboard.type(key.slice(1))
        else await page.keyboard.press(key)
        // The browser tells of a moved caret in a task of its own; a hand is never faster than that.
        if (/Arrow|Home|End|\+a$/.test(key))
          await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
      }
    },
    short,
    expectShort: (lines, place = 0) => expect.poll(() => short(place)).toEqual(lines),
    paste: ({ html, text: plain }) =>
      text.evaluate(
        (element, content) => {
          const clipboardData = new DataTransfer()
          if (content.html !== undefined) clipboardData.setData('text/html', content.html)
          clipboardData.setData('text/plain', content.plain ?? '')
          element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
        },
        { html, plain },
      ),
    copy: () =>
      text.evaluate((element) => {
        const clipboardData = new DataTransfer()
        element.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }))
        return { html: clipboardData.getData('text/html'), text: clipboardData.getData('text/plain') }
      }),
    write: async (blocks) => {
      await page.evaluate((value) => window.write(value), blocks)
      const first = blocks.flatMap((block) => (block.kind === 'table' ? [] : block.runs.map((run) => run.text)))[0]
      if (first !== undefined) await expect(text).toContainText(first.split('\n')[0] ?? '')
    },
  }
}

const signs = { bold: '**', italic: '*', code: '`', strikethrough: '~~' } as const

function shortBlock(block: Block): string {
  if (block.kind === 'table')
    return block.rows
      .map((row) => row.map((cell) => (cell.isHeader ? '#' : '') + cell.blocks.map(shortBlock).join('/')).join('|'))
      .join('||')
      .replaceAll('p: ', '')
  const text = block.runs
    .map((run) => {
      const marked = (run.marks ?? []).reduce((inner, mark) => signs[mark] + inner + signs[mark], run.text)
      return run.link === undefined ? marked : `[${marked}](${run.link})`
    })
    .join('')
  const level = block.indent === undefined ? '' : `+${block.indent}`
  const tick = block.isChecked === true ? '!' : ''
  const section = block.section === undefined ? '' : `@${block.section}`
  return `${block.kind}${level}${tick}${section}: ${text}`
}
