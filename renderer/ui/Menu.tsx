/**
 * A menu behind a button: {button: our Button or IconButton, label, entries: MenuEntry[], placement?}.
 * An entry is {id, label, icon?, keys?, isDangerous?, isDisabled?, isSelected? (a tick), run} or the word 'line'.
 */
import type { ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator, Text } from 'react-aria-components'
import { Icon, type IconName } from './Icon.tsx'
import { KeyHint } from './KeyHint.tsx'

export interface MenuChoice {
  readonly id: string
  readonly label: string
  readonly icon?: IconName | undefined
  readonly keys?: string | undefined
  readonly isDangerous?: boolean
  readonly isDisabled?: boolean
  readonly isSelected?: boolean
  run(): void
}

export type MenuEntry = MenuChoice | 'line'

export interface MenuProps {
  button: ReactNode
  label: string
  entries: readonly MenuEntry[]
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end'
}

export function Menu({ button, label, entries, placement = 'bottom start' }: MenuProps) {
  return (
    <MenuTrigger>
      {button}
      <Popover className="ui-popover ui-list-popover" placement={placement} offset={4}>
        <AriaMenu aria-label={label} className="ui-menu">
          {entries.map((entry, place) =>
            entry === 'line' ? (
              <Separator key={`line ${place}`} className="ui-menu-line" />
            ) : (
              <MenuItem
                key={entry.id}
                id={entry.id}
                textValue={entry.label}
                isDisabled={entry.isDisabled ?? false}
                className={`ui-menu-item${entry.isDangerous ? ' ui-menu-danger' : ''}`}
                onAction={() => entry.run()}
              >
                <span className="ui-option-tick">
                  {entry.icon !== undefined ? (
                    <Icon name={entry.icon} />
                  ) : entry.isSelected ? (
                    <Icon name="check" size={14} />
                  ) : null}
                </span>
                <Text slot="label" className="ui-menu-words">
                  {entry.label}
                </Text>
                {entry.keys !== undefined && <KeyHint keys={entry.keys} />}
              </MenuItem>
            ),
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
