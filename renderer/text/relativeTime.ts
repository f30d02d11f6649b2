/** How long ago, in words of the interface language: "now", "5 min ago", "3 days ago"; older than a month as a date. */
export function relativeTime(locale: string, at: number, now: number): string {
  const seconds = Math.round((at - now) / 1000)
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' })
  const ago = Math.abs(seconds)
  if (ago < 60) return format.format(0, 'second')
  if (ago < 3600) return format.format(Math.trunc(seconds / 60), 'minute')
  if (ago < 86_400) return format.format(Math.trunc(seconds / 3600), 'hour')
  if (ago < 30 * 86_400) return format.format(Math.trunc(seconds / 86_400), 'day')
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(at)
}
