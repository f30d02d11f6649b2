import type { findings as english } from '../en/findings.ts'
import type { Shape } from '../shape.ts'

export const findings = {
} satisfies Shape<typeof english>
