/** Shows a shortcut, as `Mod+Shift+F`, in the words of this keyboard. */
import { useText } from '../text/text.tsx'

/** True on macOS and iPadOS, where Mod is Cmd. */
export const isMac = typeof navigator !== 'undefined' && /Mac|iPad|iPhone/.test(navigator.platform)

export function KeyHint({ keys }: { keys: string }) {
  const words = useText().app.keys
  const names: Record<string, string> = isMac
    ? {
        Mod: '⌘',
        PageDown: '⇟',
        PageUp: '⇞',
        Shift: '⇧',
        Alt: '⌥',
        Ctrl: '⌃',
        Enter: '↩',
        ArrowLeft: '←',
        ArrowRight: '→',
        ArrowUp: '↑',
        ArrowDown: '↓',
        Space: words.space,
        Escape: 'esc',
      }
    : {
        Mod: words.ctrl,
        PageDown: words.pageDown,
        PageUp: words.pageUp,
        Ctrl: words.ctrl,
        Shift: words.shift,
        Alt: 'Alt',
        Enter: words.enter,
        ArrowLeft: '←',
        ArrowRight: '→',
        ArrowUp: '↑',
        ArrowDown: '↓',
        Space: words.space,
        Escape: 'Esc',
      }
  return (
    <span className="ui-keys">
      {keys.split('+').map((key) => (
        <kbd key={key}>{names[key] ?? key}</kbd>
      ))}
    </span>
  )
}
