/**
 * The part of pasted style sheets that decides what is visible, bold or struck, per element. Rules are read by a sheet that is never
 * attached to a page. Order in the sheet counts, weight of selectors does not: enough to find what is hidden.
 */

const relevant =
  /display|visibility|opacity|font|color|background|text-indent|position|clip|transform|overflow|mso-hide|text-decoration|white-space|content-visibility|margin/i
const mostRules = 500

export function sheetStyles(parsed: Document): Map<Element, string> {
  const byElement = new Map<Element, string>()
  let left = mostRules
  for (const styleElement of parsed.querySelectorAll('style')) {
    for (const rule of rulesOf(styleElement.textContent)) {
      if (left === 0) return byElement
      if (!relevant.test(rule.declarations)) continue
      left--
      for (const element of matching(parsed, rule.selector))
        byElement.set(element, `${byElement.get(element) ?? ''}${rule.declarations};`)
    }
  }
  return byElement
}

interface SheetRule {
  readonly selector: string
  readonly declarations: string
}

function rulesOf(text: string): SheetRule[] {
  // Office wraps its sheet into an HTML comment, which CSS skips; `mso-hide` is unknown to CSS and is put beside a property it knows.
  const known = text.replace(/mso-hide\s*:\s*all/gi, 'display:none')
  const sheet = new CSSStyleSheet()
  try {
    sheet.replaceSync(known)
  } catch {
    return []
  }
  return [...sheet.cssRules].flatMap((rule) =>
    rule instanceof CSSStyleRule ? [{ selector: rule.selectorText, declarations: rule.style.cssText }] : [],
  )
}

function matching(parsed: Document, selector: string): Element[] {
  try {
    return [...parsed.querySelectorAll(selector)]
  } catch {
    return []
  }
}
