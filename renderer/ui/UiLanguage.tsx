/** The language in which our components speak, sort and write numbers: {locale, children}. Mounted once, by the frame. */
import type { ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'

export function UiLanguage({ locale, children }: { locale: string; children: ReactNode }) {
  return <I18nProvider locale={locale}>{children}</I18nProvider>
}
