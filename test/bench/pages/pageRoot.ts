/** The element that a measured page renders into. */
export function pageRoot(): HTMLElement {
  const root = document.getElementById('root')
  if (root === null) throw new Error('the page has no #root')
  return root
}
