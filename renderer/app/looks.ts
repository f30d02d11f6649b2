/** Puts the settings that style sheets obey onto the page: theme, density, size of text, language. Called before the first paint. */
import type { Settings } from '../commands/settings.ts'
import type { InterfaceLanguage } from '../text/text.tsx'

export function applyLooks(settings: Settings): void {
  const page = document.documentElement
  if (settings.theme === 'system') delete page.dataset['theme']
  else page.dataset['theme'] = settings.theme
  if (settings.density === 'default') delete page.dataset['density']
  else page.dataset['density'] = settings.density
  page.style.fontSize = settings.textSize === 100 ? '' : `${settings.textSize}%`
  const language = interfaceLanguage(settings)
  page.lang = language === 'pseudo' ? 'en' : language
}

/** The language of the window: as set, else German where the system speaks German, else English. */
export function interfaceLanguage(
  settings: Settings,
  systemLanguages: readonly string[] = navigator.languages,
): InterfaceLanguage {
  if (settings.language !== 'system') return settings.language
  const spoken = systemLanguages.find((language) => /^(de|en)\b/i.test(language))
  return spoken !== undefined && /^de\b/i.test(spoken) ? 'de' : 'en'
}
