/** A finding that was created a moment ago: when its text opens, the caret goes into the first section. Asked once. */
let newest: string | undefined

export function noteNewlyCreated(finding: string): void {
  newest = finding
}

export function takeNewlyCreated(finding: string): boolean {
  if (newest !== finding) return false
  newest = undefined
  return true
}
