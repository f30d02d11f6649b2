import type { storage as english } from '../en/storage.ts'
import type { Shape } from '../shape.ts'

export const storage = {
} satisfies Shape<typeof english>
