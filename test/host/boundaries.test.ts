/** The check of imports and sizes, tried on a small house into which one forbidden thing at a time is planted. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkImports } from '../../build/checkImports.mjs'
import { checkSizes, mostLines } from '../../build/checkSizes.mjs'

let house = ''

/** Everything here is allowed. */
const allowed: Readonly<Record<string, string>> = {
  'shared/base/result.ts': 'export const result = 1',
  'shared/domain/finding.ts': "import { result } from '../base/result.ts'\nexport const finding = result",
  'shared/document/richText.ts': "import 'lexical'\nimport 'yjs'\nexport * from '../domain/finding.ts'",
  'shared/demo/sample.ts': "export * from '../document/richText.ts'",
  'shared/people/people.ts': "export * from '../base/result.ts'",
  'shared/wire/envelope.ts': "export * from '../people/people.ts'",
  'shared/contract.ts': "import type { x } from './base/result.ts'",
  'renderer/text/text.tsx': "import 'react'",
  'renderer/ui/Button.tsx': "import 'react-aria-components'\nimport '../text/text.tsx'\nimport './button.css'",
  'renderer/ui/button.css': '',
  'renderer/host.ts': "import '../shared/contract.ts'",
  'renderer/replica/replica.ts': "import 'yjs'\nimport 'y-indexeddb'\nimport '../host.ts'",
  'renderer/editor/binding.ts': "import 'yjs'\nimport '@lexical/yjs'\nimport '../replica/replica.ts'",
  'renderer/screens/Reviews.tsx': "import '../ui/Button.tsx'\nconst late = import('../editor/binding.ts')",
  'renderer/app/App.tsx': "import '../screens/Reviews.tsx'",
  'renderer/main.tsx': "import './app/App.tsx'",
  'electron/main.ts': "import 'electron'\nimport 'node:fs'\nimport '../shared/contract.ts'",
  'hub/main.ts': "import 'node:net'\nimport '../shared/wire/envelope.ts'",
  'build/build.mjs': "import 'node:fs'\nimport '../electron/main.ts'",
  'test/world.ts': "import 'yjs'\nimport '../renderer/main.tsx'\nimport '../build/build.mjs'",
}

beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'countersign-house-'))
  for (const [path, code] of Object.entries(allowed)) write(path, code)
})

afterEach(() => {
  rmSync(house, { recursive: true, force: true })
})

describe('imports', () => {
  test('[HO60] a house that keeps the rules passes', () => {
    expect(checkImports(house)).toEqual([])
  })

  test('[HO60] this house keeps the rules', () => {
    expect(checkImports()).toEqual([])
  })

  test.each([
    // Between the programs.
    ['shared/base/x.ts', "import '../../renderer/host.ts'", 'shared/ imports only shared/'],
    ['shared/base/x.ts', "import '../../electron/main.ts'", 'shared/ imports only shared/'],
    ['renderer/ui/x.ts', "import '../../electron/main.ts'", 'renderer/ imports only renderer/ and shared/'],
    ['electron/x.ts', "import '../renderer/host.ts'", 'electron/ imports only electron/ and shared/'],
    ['electron/x.ts', "import '../hub/main.ts'", 'electron/ imports only electron/ and shared/'],
    ['hub/x.ts', "import '../renderer/host.ts'", 'hub/ imports only'],
    ['hub/x.ts', "import '../shared/document/richText.ts'", 'nothing that can read a document'],
    ['hub/x.ts', "import type { x } from '../shared/domain/finding.ts'", 'nothing that can read a document'],
    ['renderer/app/x.ts', "import '../../test/world.ts'", 'nothing imports build/ or test/'],
    ['electron/x.ts', "import '../build/build.mjs'", 'nothing imports build/ or test/'],
    ['shared/base/x.ts', "import '../../test/world.ts'", 'nothing imports build/ or test/'],
    // Inside shared/.
    ['shared/base/x.ts', "import '../domain/finding.ts'", 'shared/base/ imports only nothing else'],
    ['shared/domain/x.ts', "import '../document/richText.ts'", 'shared/domain/ imports only shared/base/'],
    [
      'shared/document/x.ts',
      "import '../demo/sample.ts'",
      'shared/document/ imports only shared/base/, shared/domain/',
    ],
    ['shared/wire/x.ts', "import '../document/richText.ts'", 'shared/wire/ imports only'],
    ['shared/contract.ts', "import './domain/finding.ts'", 'a file of shared/ itself imports only shared/base/'],
    ['shared/news/x.ts', "import '../base/result.ts'", 'has no row'],
    // Inside renderer/.
    ['renderer/ui/x.ts', "import '../commands/x.ts'", 'one way only'],
    ['renderer/commands/x.ts', "import '../replica/replica.ts'", 'one way only'],
    ['renderer/replica/x.ts', "import '../editor/binding.ts'", 'one way only'],
    ['renderer/editor/x.ts', "import '../panels/x.tsx'", 'one way only'],
    ['renderer/panels/x.tsx', "import '../screens/Reviews.tsx'", 'one way only'],
    ['renderer/screens/x.tsx', "import '../app/App.tsx'", 'one way only'],
    ['renderer/app/x.tsx', "import '../main.tsx'", 'one way only'],
    ['renderer/ui/x.ts', "const x = new URL('../replica/replica.ts', import.meta.url)", 'one way only'],
    ['renderer/text/x.ts', "const x = () => import('../screens/Reviews.tsx')", 'one way only'],
    // Packages.
    ['renderer/ui/x.ts', "import 'electron'", 'electron belongs in electron/'],
    ['shared/base/x.ts', "import type { App } from 'electron'", 'electron belongs in electron/'],
    ['test/x.ts', "import 'electron'", 'electron belongs in electron/'],
    ['renderer/ui/x.ts', "import 'node:fs/promises'", "Node's own parts"],
    ['renderer/ui/x.ts', "import 'fs'", "Node's own parts"],
    ['shared/base/x.ts', "type X = import('node:crypto').Hash", "Node's own parts"],
    ['renderer/ui/x.ts', "const fs = require('node:fs')", "Node's own parts"],
    ['renderer/ui/x.ts', 'const fs = await import(`node:fs`)', "Node's own parts"],
    ['shared/domain/x.ts', "import 'yjs'", 'Yjs belongs'],
    ['renderer/editor/x.ts', "import * as Y from 'yjs'", 'Yjs belongs'],
    ['renderer/panels/x.ts', "export { Doc } from 'yjs'", 'Yjs belongs'],
    ['renderer/screens/x.ts', "import 'lib0/encoding'", 'Yjs belongs'],
    ['electron/x.ts', "import 'y-protocols/awareness'", 'Yjs belongs'],
    ['shared/document/x.ts', "import 'lexical'", 'Lexical belongs'],
    ['renderer/screens/x.tsx', "import '@lexical/react/LexicalComposer'", 'Lexical belongs'],
    ['renderer/screens/x.tsx', "import 'react-aria-components'", 'component library'],
    ['renderer/app/x.tsx', "import '@react-aria/focus'", 'component library'],
    ['shared/base/x.ts', "import 'react'", 'shared/ is pure'],
    // How it is written.
    ['renderer/ui/x.ts', "import './Button'", 'carries its ending'],
    ['renderer/ui/x.ts', "import './Missing.tsx'", 'no such file'],
    ['renderer/ui/x.ts', "import '../../../elsewhere.ts'", 'nothing outside the project'],
  ])('[HO61] refused: %s with %s', (path, code, rule) => {
    write(path, `// import '../nothing.ts'\n${code}\n`)
    const breaches = checkImports(house)
    expect(breaches.map(({ file }) => file)).toEqual([path])
    expect(breaches[0]?.rule).toContain(rule)
  })
})

describe('sizes', () => {
  test('[HO62] a file that nobody reads in one sitting is refused, catalogues of words apart', () => {
    const long = `${'// line\n'.repeat(mostLines + 1)}`
    write('renderer/text/en/app.ts', long)
    expect(checkSizes(house)).toEqual([])
    write('renderer/ui/Long.tsx', long)
    write('renderer/ui/short.ts', '// line\n'.repeat(mostLines))
    expect(checkSizes(house)).toEqual([{ file: 'renderer/ui/Long.tsx', lines: mostLines + 1 }])
  })

  test('[HO62] no file of this house is', () => {
    expect(checkSizes()).toEqual([])
  })
})

function write(path: string, code: string): void {
  mkdirSync(dirname(join(house, path)), { recursive: true })
  writeFileSync(join(house, path), code)
}
