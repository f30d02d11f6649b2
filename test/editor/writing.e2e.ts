import { expect, test } from '../e2e/testPages.ts'
import { openEditorPage } from './editorPage.ts'

test.beforeEach(({ page, faults }) => {
  page.on('pageerror', (error) => faults.push(String(error)))
})

test('[ED1] a text has one binding, however often React mounts it, and typing writes once a key', async ({
  page,
  pages,
}) => {
  const editor = await openEditorPage(page, pages)
  const before = await page.evaluate(() => window.binding())
  await editor.type('"twenty keys, no more')
  await editor.expectShort(['p: twenty keys, no more'])
  const after = await page.evaluate(() => window.binding())
  expect(after.mostClaims).toBe(1)
  expect(after.updates - before.updates).toBeLessThanOrEqual(21)
  await page.evaluate(() => window.setShown(false))
  await expect(editor.text).toHaveCount(0)
  expect((await page.evaluate(() => window.binding())).claims).toBe(0)
  await page.evaluate(() => window.setShown(true))
  await expect(editor.text).toHaveText('twenty keys, no more')
})

test('[ED2] markdown at the start of a line and around a word becomes kinds and marks while typing', async ({
  page,
  pages,
}) => {
  const editor = await openEditorPage(page, pages)
  await editor.type('"# Title', 'Enter', '"## Sub', 'Enter', '"a **b** *c* `d` ~~e~~ f', 'Enter')
  await editor.type('"- one', 'Enter', '"two', 'Enter', 'Enter', '"1. first', 'Enter', 'Enter')
  await editor.type(
    '"[x] done',
    'Enter',
    '"open',
    'Enter',
    'Enter',
    '"> said',
    'Enter',
    'Enter',
    '"``` let x',
    'Shift+Enter',
    '"**raw**',
  )
  await editor.expectShort([
    'h2: Title',
    'h3: Sub',
    'p: a **b** *c* `d` ~~e~~ f',
    'bullet: one',
    'bullet: two',
    'number: first',
    'check!: done',
    'check: open',
    'quote: said',
    'code: let x\n**raw**',
  ])
})

test('[ED3] Enter and Backspace do what the block they stand in asks for', async ({ page, pages }) => {
  const editor = await openEditorPage(page, pages)
  await editor.type('"# Head', 'Enter', '"text', 'Home', 'Enter')
  await editor.expectShort(['h2: Head', 'p: ', 'p: text'])
  await editor.type('Backspace', 'End', 'Enter', '"- item', 'Enter', 'Tab', '"inner', 'Enter', 'Enter', 'Enter')
  await editor.expectShort(['h2: Head', 'p: text', 'bullet: item', 'bullet+1: inner', 'p: '])
  await editor.type('ArrowUp', 'Home', 'Backspace')
  await editor.expectShort(['h2: Head', 'p: text', 'bullet: item', 'bullet: inner', 'p: '])
  await editor.type('Backspace', 'Backspace')
  await editor.expectShort(['h2: Head', 'p: text', 'bullet: iteminner', 'p: '])
})

test('[ED4] a slash at the start of a line offers blocks, by keys alone; Escape keeps the slash', async ({
  page,
  pages,
}) => {
  const editor = await openEditorPage(page, pages)
  await editor.type('"/')
  const list = page.getByRole('listbox')
  await expect(list).toBeVisible()
  const first = await editor.text.getAttribute('aria-activedescendant')
  await editor.type('ArrowDown')
  await expect(editor.text).not.toHaveAttribute('aria-activedescendant', first ?? '')
  await editor.type('Escape')
  await expect(list).toHaveCount(0)
  await editor.type('"x')
  await expect(list).toHaveCount(0)
  await editor.expectShort(['p: /x'])
  await editor.type('Backspace', 'Backspace', '"/todo', 'Enter', '"task')
  await editor.expectShort(['check: task'])
  await expect(editor.text).not.toHaveAttribute('aria-activedescendant')
  await editor.type('Enter', 'Enter', '"and 1/2')
  await expect(list).toHaveCount(0)
})

test('[ED5] undo takes back what this person did, a shortcut before the words, and nothing of others', async ({
  page,
  pages,
}) => {
  const editor = await openEditorPage(page, pages, 'two=1')
  await editor.type('"# ')
  await editor.expectShort(['h2: '])
  await editor.type('Control+z')
  await editor.expectShort(['p: # '])
  await editor.type('End', 'Backspace', 'Backspace', '"mine')
  await page.evaluate(() => window.join())
  await editor.other.click()
  await editor.type('Control+End', 'Enter', '"theirs')
  await page.evaluate(() => window.join())
  await editor.expectShort(['p: mine', 'p: theirs'])
  await page.evaluate(() => {
    while (window.apis[0]?.state.get().canUndo) window.apis[0].undo()
  })
  await editor.expectShort(['p: ', 'p: theirs'])
  await page.evaluate(() => window.join())
  await editor.expectShort(['p: ', 'p: theirs'], 1)
  await page.evaluate(() => {
    while (window.apis[0]?.state.get().canRedo) window.apis[0].redo()
  })
  await editor.expectShort(['p: mine', 'p: theirs'])
})

test('[ED6] a link shows its real target, takes only web and mail addresses, and opens only through the host', async ({
  page,
  pages,
}) => {
  const editor = await openEditorPage(page, pages)
  await editor.type('"see the site', 'Control+Shift+ArrowLeft', 'Control+k')
  const box = page.getByRole('dialog', { name: 'Link' })
  await expect(box.getByLabel('Address')).toBeFocused()
  await editor.type('"javascript:alert(1)', 'Enter')
  await expect(box.getByRole('status')).toContainText('Only addresses')
  await editor.expectShort(['p: see the site'])
  await box.getByLabel('Address').fill('example.org/a')
  await expect(box.getByRole('status')).toHaveText('Opens https://example.org/a')
  await editor.type('Enter')
  await expect(box).toHaveCount(0)
  await editor.expectShort(['p: see the [site](https://example.org/a)'])
  await expect(editor.text).toBeFocused()
  await editor.type('"! more')
  await editor.expectShort(['p: see the [site](https://example.org/a)! more'])
  await editor.text.getByText('site').click()
  const card = page.getByRole('group', { name: 'Link at the caret' })
  await expect(card).toContainText('https://example.org/a')
  expect(page.url()).toContain('/editor.html')
  await card.getByRole('button', { name: 'Open…' }).click()
  await editor.text.getByText('site').click({ modifiers: ['Control'] })
  expect(await page.evaluate(() => window.opened)).toEqual(['https://example.org/a', 'https://example.org/a'])
  await editor.type('Control+k')
  await box.getByRole('button', { name: 'Remove link' }).click()
  await editor.expectShort(['p: see the site! more'])
})

test('[ED7] find changes nothing; replace all is one step of undo; case and every space can match', async ({
  page,
  pages,
}) => {
  const editor = await openEditorPage(page, pages)
  await editor.write([
    { kind: 'p', runs: [{ text: 'Model a' }, { text: ' model', marks: ['bold'] }, { text: ' b' }] },
    { kind: 'table', rows: [[{ blocks: [{ kind: 'p', runs: [{ text: 'model\u00a0b' }] }] }]] },
  ])
  const start = await editor.short()
  await editor.type('Control+f')
  const bar = page.getByRole('search')
  await expect(bar.getByLabel('Find', { exact: true })).toBeFocused()
  await editor.type('"model')
  await expect(bar.getByRole('status')).toHaveText('1 of 3')
  await editor.type('Enter', 'Enter', 'Enter', 'Shift+Enter')
  await expect(bar.getByRole('status')).toHaveText('3 of 3')
  expect(await page.evaluate(() => CSS.highlights.get('editor-find')?.size)).toBe(2)
  await bar.getByRole('button', { name: 'Match case' }).click()
  await expect(bar.getByRole('status')).toHaveText(/of 2$/)
  await bar.getByLabel('Find', { exact: true }).fill('model b')
  await expect(bar.getByRole('status')).toHaveText(/of 2$/)
  expect(await editor.short()).toEqual(start)
  await bar.getByLabel('Find', { exact: true }).fill('model')
  await bar.getByLabel('Replace with').fill('system')
  await bar.getByRole('button', { name: 'Replace all' }).click()
  await expect(bar.getByRole('status')).toHaveText('2 replaced')
  await editor.expectShort(['p: Model a** system** b', 'system\u00a0b', 'p: '])
  await editor.type('Escape')
  await expect(bar).toHaveCount(0)
  await expect(editor.text).toBeFocused()
  await editor.type('Control+z')
  await editor.expectShort(start)
})

test('[ED8] Tab changes the level in lists, and never catches the keyboard', async ({ page, pages }) => {
  const editor = await openEditorPage(page, pages)
  await editor.type('"- a', 'Enter', '"b', 'Tab')
  await editor.expectShort(['bullet: a', 'bullet+1: b'])
  await editor.type('Shift+Tab')
  await editor.expectShort(['bullet: a', 'bullet: b'])
  await editor.type('Escape', 'Tab')
  await expect(editor.text).not.toBeFocused()
  await expect(page.getByRole('button', { name: 'after' })).toBeFocused()
  await editor.text.focus()
  await editor.type('Enter', 'Enter', '"plain', 'Tab')
  await expect(page.getByRole('button', { name: 'after' })).toBeFocused()
  await editor.text.focus()
  await editor.type('Shift+Tab')
  await expect(page.getByRole('button', { name: 'Find and replace in this text' })).toBeFocused()
  await editor.type('ArrowLeft')
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused()
  await editor.type('Shift+Tab')
  await expect(page.getByRole('button', { name: 'before' })).toBeFocused()
})

test('[ED9] a check item is ticked by mouse and by key, and says so', async ({ page, pages }) => {
  const editor = await openEditorPage(page, pages)
  await editor.type('"[] a')
  const box = editor.text.getByRole('checkbox')
  await expect(box).toHaveAttribute('aria-checked', 'false')
  await box.click()
  await editor.expectShort(['check!: a'])
  await expect(box).toHaveAttribute('aria-checked', 'true')
  await editor.type('Control+Enter')
  await editor.expectShort(['check: a'])
})

test('[ED10] a table is made, walked, grown and cut by keys and menu, and there is always a way out below', async ({
  page,
  pages,
}) => {
  const editor = await openEditorPage(page, pages)
  await editor.type('"/table', 'Enter', '"A', 'Tab', '"B')
  await editor.expectShort(['#A|#B|#||||||||', 'p: '])
  const change = async (name: string) => {
    await page.getByRole('button', { name: 'Change the table' }).click()
    await page.getByRole('menuitem', { name }).click()
    await expect(editor.text).toBeFocused()
  }
  await change('Add a row below')
  await change('Remove this column')
  await editor.expectShort(['#A|#|||||||||', 'p: '])
  await change('First row is a heading, or not')
  await editor.expectShort(['A||||||||||', 'p: '])
  await change('Remove the table')
  await editor.expectShort(['p: ', 'p: '])
})

test('[ED11] code keeps its lines and takes no marks and no links', async ({ page, pages }) => {
  const editor = await openEditorPage(page, pages)
  await editor.type('"``` a', 'Enter', 'Tab', '"b', 'Control+b', '"c')
  await editor.expectShort(['code: a\n  bc'])
  await editor.type('Enter', 'Enter', 'Enter', '"out')
  await editor.expectShort(['code: a\n  bc', 'p: out'])
  await editor.type('Control+b', '"bold', 'Control+Shift+Home')
  await page.evaluate(() => window.apis[0]?.setKind('code'))
  await editor.expectShort(['code: a\n  bc', 'code: outbold'])
})

test('[ED12] going to a section puts the caret below its heading, and adds the heading once, in its place', async ({
  page,
  pages,
}) => {
  const editor = await openEditorPage(page, pages, 'textLang=de')
  await page.evaluate(() => window.apis[0]?.jumpToSection('limitations'))
  await editor.type('"L')
  await page.evaluate(() => window.apis[0]?.jumpToSection('observation'))
  await editor.type('"O')
  await page.evaluate(() => window.apis[0]?.jumpToSection('limitations'))
  await editor.type('"2')
  await editor.expectShort(['h2@observation: Beobachtung', 'p: O', 'h2@limitations: Grenzen', 'p: 2L'])
  expect(await page.evaluate(() => window.apis[0]?.sectionText('observation'))).toBe('O')
  expect(await page.evaluate(() => window.apis[0]?.sectionText('dissent'))).toBe('')
})

test('[ED13] a read-only text takes nothing and still can be searched and read', async ({ page, pages }) => {
  const editor = await openEditorPage(page, pages, 'readonly=1')
  await editor.write([{ kind: 'p', runs: [{ text: 'fixed ' }, { text: 'link', link: 'https://example.org/' }] }])
  await editor.text.focus()
  await editor.type('"no', 'Control+b', 'Delete')
  await editor.paste({ text: 'no' })
  await page.evaluate(() => {
    window.apis[0]?.setKind('h2')
    window.apis[0]?.toggleMark('bold')
    window.apis[0]?.insertTable(2, 2)
  })
  await editor.expectShort(['p: fixed [link](https://example.org/)'])
  await editor.text.getByText('link').click()
  expect(await page.evaluate(() => window.opened)).toEqual(['https://example.org/'])
  await expect(page.getByRole('toolbar')).toHaveCount(0)
})

test('[ED14] marks outside the model are refused, and keys of lists work where Shift+7 is a slash', async ({
  page,
  pages,
}) => {
  const editor = await openEditorPage(page, pages)
  await editor.type('Control+u', '"plain', 'Control+a', 'Control+u')
  await editor.expectShort(['p: plain'])
  await editor.text.evaluate((element) =>
    element.dispatchEvent(
      new KeyboardEvent('keydown', {
        key: '/',
        code: 'Digit7',
        ctrlKey: true,
        shiftKey: true,
        bubbles: true,
        cancelable: true,
      }),
    ),
  )
  await editor.expectShort(['number: plain'])
  await editor.type('Control+Shift+Digit1')
  await editor.expectShort(['h2: plain'])
  await editor.text.evaluate((element) =>
    element.dispatchEvent(
      new KeyboardEvent('keydown', {
        key: 'e',
        code: 'KeyE',
        ctrlKey: true,
        altKey: true,
        bubbles: true,
        cancelable: true,
      }),
    ),
  )
  await editor.expectShort(['h2: plain'])
})

test('[ED15] the number of words follows the text', async ({ page, pages }) => {
  const editor = await openEditorPage(page, pages)
  await editor.type('"one two, three', 'Enter', '"four-five')
  await expect(page.getByText('5 words')).toBeVisible()
  await editor.type('Control+a', 'Delete')
  await expect(page.getByText('0 words')).toBeVisible()
})
