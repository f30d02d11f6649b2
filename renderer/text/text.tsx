/**
 * The words of the interface, in the interface language. `useText()` answers the whole catalogue; messages with parts are functions.
 */
import { createContext, useContext, type ReactNode } from 'react'
import { de } from './de.ts'
import { en, type Words } from './en.ts'
import { pseudo } from './pseudo.ts'

export type InterfaceLanguage = 'en' | 'de' | 'pseudo'

const catalogues: Record<InterfaceLanguage, () => Words> = { en: () => en, de: () => de, pseudo: () => pseudo(en) }

const TextContext = createContext<{ words: Words; language: InterfaceLanguage }>({ words: en, language: 'en' })

export function TextProvider({ language, children }: { language: InterfaceLanguage; children: ReactNode }) {
  return <TextContext value={{ words: catalogues[language](), language }}>{children}</TextContext>
}

export function useText(): Words {
  return useContext(TextContext).words
}

/** For Intl formatters and `lang` attributes. */
export function useLocale(): string {
  const { language } = useContext(TextContext)
  return language === 'pseudo' ? 'en' : language
}

/** Which label of a vocabulary entry to show. */
export function useLabelLanguage(): 'en' | 'de' {
  return useContext(TextContext).language === 'de' ? 'de' : 'en'
}
