/** English, the canonical catalogue. Each area of the window has its own file; `de` must match it message by message. */
import { app } from './en/app.ts'
import { editor } from './en/editor.ts'
import { finding } from './en/finding.ts'
import { findings } from './en/findings.ts'
import { storage } from './en/storage.ts'
import type { Shape } from './shape.ts'

export const en = { app, editor, finding, findings, storage }
export type Words = Shape<typeof en>
