/**
 * Short messages that do not interrupt, and words for assistive technology only. One list for the window; `Toasts` shows it.
 *   showToast({text, action?: {label, run}, tone?})   stays 8 s, longer while pointed at or focused, for ever with tone 'attention'
 *   announce(text)                                    spoken, not shown
 */
export interface Toast {
  readonly id: number
  readonly text: string
  readonly tone: 'info' | 'attention'
  readonly action?: { readonly label: string; run(): void } | undefined
}

let toasts: readonly Toast[] = []
let spoken = { id: 0, text: '' }
let lastId = 0
const listeners = new Set<() => void>()

function changed(): void {
  for (const listener of listeners) listener()
}

export function showToast(toast: { text: string; action?: Toast['action']; tone?: Toast['tone'] }): void {
  lastId += 1
  toasts = [...toasts.slice(-2), { id: lastId, text: toast.text, tone: toast.tone ?? 'info', action: toast.action }]
  changed()
}

export function closeToast(id: number): void {
  toasts = toasts.filter((toast) => toast.id !== id)
  changed()
}

export function announce(text: string): void {
  lastId += 1
  spoken = { id: lastId, text }
  changed()
}

export const toastList = {
  get: () => toasts,
  getSpoken: () => spoken,
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}
