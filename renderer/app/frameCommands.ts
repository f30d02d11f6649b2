/** The commands that are always there. Screens add theirs; together they are the one list that palette, keys and key sheet read. */
import type { Command } from '../commands/command.ts'
import { goTo, type Route } from '../commands/routes.ts'
import { changeSettings } from '../commands/settings.ts'
import type { ReviewSummary } from '../replica/shapes.ts'
import { de } from '../text/de.ts'
import { en } from '../text/en.ts'
import type { Words } from '../text/en.ts'
import { goToPane } from './panes.ts'

/** What the frame lends to its commands. */
export interface FrameActs {
  openPalette(): void
  openFindings(): void
  openKeySheet(): void
  openStatus(): void
  newReview(): void
  openSample(): void
  toggleSidebar(): void
  saveCopy(review: string): void
  newWindow(): void
}

type CommandWord = keyof (typeof en)['app']['commands']

export function frameCommands(
  words: Words,
  acts: FrameActs,
  route: Route,
  reviews: readonly ReviewSummary[],
  isMac: boolean,
): readonly Command[] {
  const text = words.app.commands
  const here = route.screen === 'findings' || route.screen === 'finding' ? route.review : undefined
  const inBoth = (word: CommandWord): readonly string[] =>
    [en.app.commands[word], de.app.commands[word]].filter((label) => typeof label === 'string')
  const command = (
    id: string,
    group: Command['group'],
    word: Exclude<CommandWord, 'openReview'>,
    run: () => void,
    keys?: string,
  ): Command => ({
    id,
    group,
    label: text[word],
    alsoFoundBy: inBoth(word),
    isAvailable: true,
    run,
    ...(keys === undefined ? {} : { keys }),
  })
  return [
    command('reviews.go', 'goTo', 'goHome', () => goTo({ screen: 'home' })),
    command('finding.find', 'goTo', 'goToFinding', acts.openFindings, 'Mod+P'),
    ...reviews.map(
      (review): Command => ({
        id: `review.open ${review.id}`,
        group: 'goTo',
        label: text.openReview(`${review.key} ${review.title}`),
        isAvailable: review.id !== here || route.screen !== 'findings',
        run: () => goTo({ screen: 'findings', review: review.id }),
      }),
    ),
    command('settings.go', 'goTo', 'settings', () => goTo({ screen: 'settings' }), 'Mod+,'),
    // On macOS Alt and an arrow moves by a word; there the menu and the trackpad go back.
    command('route.back', 'goTo', 'back', () => history.back(), isMac ? undefined : 'Alt+ArrowLeft'),
    command('route.forward', 'goTo', 'forward', () => history.forward(), isMac ? undefined : 'Alt+ArrowRight'),
    command('pane.next', 'goTo', 'nextPane', () => goToPane(1), 'F6'),
    command('pane.previous', 'goTo', 'previousPane', () => goToPane(-1), 'Shift+F6'),
    command('review.new', 'review', 'newReview', acts.newReview),
    command('review.sample', 'review', 'openSample', acts.openSample),
    ...(here === undefined ? [] : [command('review.saveCopy', 'review', 'saveCopy', () => acts.saveCopy(here))]),
    command('palette.open', 'help', 'palette', acts.openPalette, 'Mod+K'),
    command('help.keys', 'help', 'keySheet', acts.openKeySheet, 'F1'),
    command('status.look', 'help', 'whatIsHappening', acts.openStatus, 'F8'),
    command('window.new', 'help', 'newWindow', acts.newWindow, 'Mod+Shift+N'),
    command('sidebar.toggle', 'help', 'toggleSidebar', acts.toggleSidebar),
    command('theme.light', 'help', 'lightTheme', () => changeSettings({ theme: 'light' })),
    command('theme.dark', 'help', 'darkTheme', () => changeSettings({ theme: 'dark' })),
    command('theme.system', 'help', 'systemTheme', () => changeSettings({ theme: 'system' })),
    command('language.english', 'help', 'english', () => changeSettings({ language: 'en' })),
    command('language.german', 'help', 'german', () => changeSettings({ language: 'de' })),
  ]
}
