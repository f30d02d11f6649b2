/** Brings an element into sight and gives it the focus, or the first thing in it that can take it. False when it is not there. */
export function focusElement(id: string): boolean {
  const element = document.getElementById(id)
  if (!element) return false
  const target = element.matches(focusable) ? element : element.querySelector<HTMLElement>(focusable)
  if (!target) return false
  target.scrollIntoView({ block: 'center' })
  target.focus({ preventScroll: true })
  return true
}

const focusable = 'button:not([tabindex="-1"]), input:not([tabindex="-1"]), textarea, select, a[href], [tabindex="0"]'
