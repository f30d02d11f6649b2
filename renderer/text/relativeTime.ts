/** How long ago, in words of the interface language: "now", "5 min ago", "3 days ago"; older than a month as a date. */
export function relativeTime(locale: string, at: number, now: number): string {
  const seconds = Math.round((at - now) / 1000)
  const { format, date } = formatsOf(locale)
  const ago = Math.abs(seconds)
  if (ago < 60) return format.format(0, 'second')
  if (ago < 3600) return format.format(Math.trunc(seconds / 60), 'minute')
  if (ago < 86_400) return format.format(Math.trunc(seconds / 3600), 'hour')
  if (ago < 30 * 86_400) return format.format(Math.trunc(seconds / 86_400), 'day')
  return date.format(at)
}

interface Formats {
  readonly format: Intl.RelativeTimeFormat
  readonly date: Intl.DateTimeFormat
}

/** Making a format takes longer than drawing the row it is for, so each is made once per locale. */
const formatsByLocale = new Map<string, Formats>()

function formatsOf(locale: string): Formats {
  const known = formatsByLocale.get(locale)
  if (known !== undefined) return known
  const made = {
    format: new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' }),
    date: new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }),
  }
  formatsByLocale.set(locale, made)
  return made
}
