/** Languages in which a finding may be written. Any BCP 47 tag is kept; these are offered. */
const offered: readonly string[] = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pl', 'pt', 'ja', 'ko', 'zh']

/** What is offered, and the finding's own language when it is another. */
export function textLanguages(current: string): readonly string[] {
  return offered.includes(current) ? offered : [current, ...offered]
}

/** The name of a language in the language of the interface, or the tag itself. */
export function languageName(tag: string, interfaceLanguage: string): string {
  try {
    const name = new Intl.DisplayNames(interfaceLanguage, { type: 'language' }).of(tag) ?? tag
    return name.charAt(0).toLocaleUpperCase(interfaceLanguage) + name.slice(1)
  } catch {
    return tag
  }
}
