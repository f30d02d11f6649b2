import type { editor as english } from '../en/editor.ts'
import type { Shape } from '../shape.ts'

export const editor = {
} satisfies Shape<typeof english>
