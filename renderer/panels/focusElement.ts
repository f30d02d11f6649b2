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

/** When what had the focus has gone, gives it to what `find` answers, as soon as that is there. Does nothing while the focus is somewhere. */
export function focusIfLost(find: () => HTMLElement | null, framesLeft = 20): void {
  requestAnimationFrame(() => {
    const isLost = document.activeElement === document.body || document.activeElement === null
    const target = isLost ? find() : null
    if (target) target.focus({ preventScroll: true })
    else if (framesLeft > 0) focusIfLost(find, framesLeft - 1)
  })
}

const focusable = 'button:not([tabindex="-1"]), input:not([tabindex="-1"]), textarea, select, a[href], [tabindex="0"]'
