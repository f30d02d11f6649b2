import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '../e2e/testPages.ts'
import { openEditorPage } from './editorPage.ts'

for (const [theme, lang] of [
  ['light', 'en'],
  ['dark', 'de'],
] as const) {
  test(`[ED16] nothing that axe can find is wrong, with each menu and bar open (${theme}, ${lang})`, async ({
    page,
    pages,
  }) => {
    test.setTimeout(180_000)
    const editor = await openEditorPage(page, pages, `theme=${theme}&lang=${lang}`)
    const look = async (what: string) => {
      const { violations } = await new AxeBuilder({ page }).include('main').analyze()
      expect(violations.map(({ id, nodes }) => `${what}: ${id} ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)).toEqual(
        [],
      )
    }
    await look('empty')
    await editor.type(
      '"# Head',
      'Enter',
      '"- one',
      'Enter',
      'Tab',
      '"two',
      'Enter',
      'Enter',
      'Enter',
      '"[x] done',
      'Enter',
      'Enter',
    )
    await editor.type('"> said', 'Enter', 'Enter', '"``` code', 'Enter', 'Enter', 'Enter', '"/')
    await expect(page.getByRole('listbox')).toBeVisible()
    await look('slash menu')
    await editor.type('"tab', 'Enter', '"A', 'Tab', '"B', 'Tab', '"C', 'Control+Shift+ArrowLeft')
    await expect(page.getByRole('toolbar')).toHaveCount(2)
    await look('floating toolbar')
    await editor.type('Control+k')
    await expect(page.getByRole('dialog')).toBeVisible()
    await look('link box')
    await editor.type('"example.org', 'Enter', 'ArrowLeft', 'Control+f', '"o')
    await look('find bar')
  })
}
