/** The few words that the desktop shell says by itself, outside the page: a page that was taken over must not be able to choose them. */
export interface Words {
  readonly leaveTitle: string
  /** `{where}` is the host or mail address. */
  readonly leaveQuestion: string
  readonly leave: string
  readonly stay: string
}

const en: Words = {
  leaveTitle: 'Open a link',
  leaveQuestion: 'This link leads out of Countersign, to {where}. Open it?',
  leave: 'Open',
  stay: 'Cancel',
}

const de: Words = {
  leaveTitle: 'Link öffnen',
  leaveQuestion: 'Dieser Link führt aus Countersign hinaus zu {where}. Soll er geöffnet werden?',
  leave: 'Öffnen',
  stay: 'Abbrechen',
}

/** `language` as the system names it, for example `de-AT`. */
export function wordsFor(language: string): Words {
  return language.toLowerCase().startsWith('de') ? de : en
}
