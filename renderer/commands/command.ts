/**
 * What a command is. One list of them feeds palette, menus, tooltips and the key sheet, so a key or a word stands in one place.
 */

export type CommandGroup = 'goTo' | 'finding' | 'text' | 'review' | 'help'

export interface Command {
  /** Stable id, `noun.verb`. */
  readonly id: string
  readonly group: CommandGroup
  /** Words in the interface language. */
  readonly label: string
  /** More words that find it in the palette, in either language. */
  readonly alsoFoundBy?: readonly string[]
  /** As `Mod+Shift+F`; Mod is Cmd on macOS, Ctrl elsewhere. Never Ctrl+Alt, never a bracket: those are AltGr on German keyboards. */
  readonly keys?: string
  /** The part itself hears these keys while it has the focus; they are shown, and not acted on anywhere else. */
  readonly hearsItsKeys?: boolean
  /** False hides it from palette and keys alike. */
  readonly isAvailable: boolean
  run(): void
}
