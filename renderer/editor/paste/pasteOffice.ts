/** Word writes lists and headings as paragraphs with its own style properties and class names. */
import type { BlockKind } from '../../../shared/document/blocks.ts'

/** A paragraph with `mso-list: l0 level2 lfo1` is a list item of that level. */
export function listParagraph(
  element: Element,
  style: string,
): { kind: 'bullet' | 'number'; indent: number } | undefined {
  const match = /mso-list\s*:\s*l\d+\s+level(\d)/i.exec(style)
  if (match === null) return undefined
  const marker = [...element.querySelectorAll('[style]')].find((part) =>
    /mso-list\s*:\s*ignore/i.test(part.getAttribute('style') ?? ''),
  )
  const sign = marker?.textContent.trim() ?? ''
  return {
    kind: /^\(?[0-9a-z]{1,6}([.):]|$)/i.test(sign) && sign !== 'o' ? 'number' : 'bullet',
    indent: Number(match[1]) - 1,
  }
}

export function officeKind(element: Element): BlockKind | undefined {
  const name = element.className
  if (/\bMsoTitle\b/.test(name)) return 'h2'
  if (/\bMsoSubtitle\b/.test(name)) return 'h3'
  return /\bMso(Intense)?Quote\b/.test(name) ? 'quote' : undefined
}
