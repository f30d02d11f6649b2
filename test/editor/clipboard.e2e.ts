import type { Block } from '../../shared/document/blocks.ts'
import { expect, test } from '../e2e/testPages.ts'
import { openEditorPage } from './editorPage.ts'

test('[ED22] what is copied here keeps kinds, levels, ticks, marks, links and tables when pasted here', async ({
  page,
  pages,
  faults,
}) => {
  const blocks: Block[] = [
    { kind: 'h2', runs: [{ text: 'Head' }] },
    {
      kind: 'p',
      runs: [{ text: 'a  b ' }, { text: 'c', marks: ['bold', 'italic'] }, { text: ' d', link: 'https://example.org/' }],
    },
    { kind: 'bullet', runs: [{ text: 'one' }] },
    { kind: 'number', indent: 1, runs: [{ text: 'inner' }] },
    { kind: 'check', isChecked: true, runs: [{ text: 'done' }] },
    { kind: 'quote', runs: [{ text: 'said\nmore' }] },
    { kind: 'code', runs: [{ text: 'if (a < b) {\n  c\n}' }] },
    {
      kind: 'table',
      rows: [
        [
          { isHeader: true, blocks: [{ kind: 'p', runs: [{ text: 'A' }] }] },
          { isHeader: true, blocks: [{ kind: 'p', runs: [{ text: 'B' }] }] },
        ],
        [{ blocks: [{ kind: 'bullet', runs: [{ text: '1' }] }] }, { blocks: [{ kind: 'p', runs: [] }] }],
      ],
    },
    { kind: 'p', runs: [{ text: 'end' }] },
  ]
  const editor = await openEditorPage(page, pages)
  await editor.write(blocks)
  const before = await editor.short()
  await editor.type('Control+a')
  const copied = await editor.copy()
  expect(copied.text).toContain('said\nmore')
  await editor.type('Delete')
  await editor.expectShort(['p: '])
  await editor.paste(copied)
  await editor.expectShort(before)
  faults.length = 0
})

test('[ED23] a paste joins the line or keeps its structure, is one step of undo, and says what it left out', async ({
  page,
  pages,
  faults,
}) => {
  const editor = await openEditorPage(page, pages)
  const requests: string[] = []
  page.on('request', (request) => {
    // The faces of the window come when first drawn.
    if (!request.url().endsWith('.woff2')) requests.push(request.url())
  })
  await editor.type('"before after', ...Array.from('after', () => 'ArrowLeft'))
  await editor.paste({ html: '<p>in <b>bold</b> </p>', text: 'in bold ' })
  await editor.expectShort(['p: before in **bold**after'])
  await editor.type('Control+z')
  await editor.expectShort(['p: before after'])
  await editor.type('End', ...Array.from('after', () => 'ArrowLeft'))
  await editor.paste({
    html: '<h2>H</h2><ul><li>x</li></ul><img src="/leak.png"><p style="display:none">secret</p>',
    text: '',
  })
  await editor.expectShort(['p: before ', 'h2: H', 'bullet: x', 'p: after'])
  await expect(page.getByText('Left out when pasting: 1 image, 1 hidden passage.')).toBeVisible()
  await editor.type('Control+z')
  await editor.expectShort(['p: before after'])
  await editor.type('Control+a', 'Delete', '"``` ')
  await editor.paste({ html: '<p>a</p><p>b</p>', text: 'a\n\n  b' })
  await editor.expectShort(['code: a\n\n  b'])
  await editor.type('Control+a', 'Delete', 'Backspace')
  await editor.paste({ text: 'one\ntwo\r\n\r\nthree' })
  await editor.expectShort(['p: one', 'p: two', 'p: three'])
  expect(requests).toEqual([])
  expect(await page.evaluate(() => window.__pwned)).toBeUndefined()
  faults.length = 0
})

test('[ED24] a foreign clipboard cannot speak for the editor, and a dropped file stays out', async ({
  page,
  pages,
  faults,
}) => {
  const editor = await openEditorPage(page, pages)
  await editor.text.evaluate((element) => {
    const clipboardData = new DataTransfer()
    const nodes = [{ type: 'run', text: 'forged', style: 'position:fixed', version: 1 }]
    clipboardData.setData('application/x-lexical-editor', JSON.stringify({ namespace: 'countersign', nodes }))
    clipboardData.setData('text/plain', 'plain')
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['<b>x</b>'], 'x.html', { type: 'text/html' }))
    element.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  })
  await editor.expectShort(['p: plain'])
  await expect(editor.text.locator('[style*="fixed"]')).toHaveCount(0)
  faults.length = 0
})

test('[ED25] part of a block is copied as words, not as a block', async ({ page, pages, faults }) => {
  const editor = await openEditorPage(page, pages)
  await editor.type('"# Some heading', 'Control+Shift+ArrowLeft')
  const copied = await editor.copy()
  expect(copied).toEqual({ html: 'heading', text: 'heading' })
  await editor.type('End', 'Enter')
  await editor.paste(copied)
  await editor.expectShort(['h2: Some heading', 'p: heading'])
  faults.length = 0
})
