/** German. Speaks without du and Sie. */
import { app } from './de/app.ts'
import { editor } from './de/editor.ts'
import { finding } from './de/finding.ts'
import { findings } from './de/findings.ts'
import { storage } from './de/storage.ts'
import type { Words } from './en.ts'

export const de = { app, editor, finding, findings, storage } satisfies Words
