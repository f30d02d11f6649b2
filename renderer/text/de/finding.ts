import type { finding as english } from '../en/finding.ts'
import type { Shape } from '../shape.ts'

export const finding = {
} satisfies Shape<typeof english>
