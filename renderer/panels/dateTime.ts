/** Moments as the form shows them: a local date and a local time with the name of their zone. Stored is always ISO 8601 in UTC. */

export interface LocalMoment {
  /** `2026-10-02`, or ''. */
  readonly date: string
  /** `17:00`, or ''. */
  readonly time: string
}

/** The end of an office day, for whoever chooses only a date. */
const usualTime = '17:00'

export function toLocal(iso: string | undefined): LocalMoment {
  const moment = iso === undefined ? undefined : new Date(iso)
  if (!moment || Number.isNaN(moment.getTime())) return { date: '', time: '' }
  const two = (part: number) => String(part).padStart(2, '0')
  return {
    date: `${String(moment.getFullYear()).padStart(4, '0')}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`,
    time: `${two(moment.getHours())}:${two(moment.getMinutes())}`,
  }
}

/** Undefined while there is no date. */
export function fromLocal({ date, time }: LocalMoment): string | undefined {
  if (date === '') return undefined
  const moment = new Date(`${date}T${time === '' ? usualTime : time}:00`)
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString()
}

/** `Europe/Berlin, UTC+2`: the zone in which `toLocal` speaks, with its offset at that moment. */
export function zoneName(iso: string | undefined, locale: string): string {
  const moment = iso === undefined ? new Date() : new Date(iso)
  const format = new Intl.DateTimeFormat(locale, { timeZoneName: 'shortOffset' })
  const offset = format.formatToParts(moment).find((part) => part.type === 'timeZoneName')?.value ?? ''
  return [format.resolvedOptions().timeZone, offset.replace('GMT', 'UTC')].filter(Boolean).join(', ')
}
