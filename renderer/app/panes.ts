/**
 * Panes: the large parts of the window, marked `data-pane`, visited with F6. A pane that holds panes is not one itself.
 * Each gives the focus to its first thing that takes it, or to what had it last.
 */
const lastFocus = new WeakMap<HTMLElement, HTMLElement>()
const takesFocus =
  'a[href], button:not([disabled]), input:not([disabled]), textarea, select, [contenteditable="true"], [tabindex="0"]'

export function rememberFocus(target: EventTarget | null): void {
  if (!(target instanceof HTMLElement)) return
  const pane = target.closest<HTMLElement>('[data-pane]')
  if (pane) lastFocus.set(pane, target)
}

export function goToPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(
    (pane) => pane.querySelector('[data-pane]') === null && pane.checkVisibility() && placeIn(pane) !== undefined,
  )
  const at = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = panes[(Math.max(at, step === 1 ? at : 0) + step + panes.length) % panes.length]
  if (next) placeIn(next)?.focus()
}

function placeIn(pane: HTMLElement): HTMLElement | undefined {
  const last = lastFocus.get(pane)
  if (last && pane.contains(last) && last.checkVisibility()) return last
  return (
    pane.querySelector<HTMLElement>('[data-pane-focus]') ??
    [...pane.querySelectorAll<HTMLElement>(takesFocus)].find(
      (element) => element.tabIndex >= 0 && element.checkVisibility(),
    ) ??
    (pane.tabIndex >= -1 && pane.hasAttribute('tabindex') ? pane : undefined)
  )
}
