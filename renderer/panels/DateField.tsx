/** A moment: date and time of this device's zone, the zone named beside them. Stored in UTC. */
import { useId, useState } from 'react'
import { useLocale, useText } from '../text/text.tsx'
import { IconButton } from '../ui/Button.tsx'
import { fromLocal, type LocalMoment, toLocal, zoneName } from './dateTime.ts'

export interface DateFieldProps {
  id: string
  label: string
  /** ISO 8601 in UTC. */
  value: string | undefined
  onCommit: (iso: string | undefined) => void
}

export function DateField({ id, label, value, onCommit }: DateFieldProps) {
  const words = useText().finding
  const locale = useLocale()
  const zoneId = useId()
  const labelId = useId()
  const stored = toLocal(value)
  // A date that is not complete yet is kept here only; the browser reports it as ''.
  const [typed, setTyped] = useState<LocalMoment | undefined>(undefined)
  const shown = typed ?? stored

  function change(next: LocalMoment): void {
    const iso = fromLocal(next)
    setTyped(iso === undefined ? next : undefined)
    if (iso !== undefined && iso !== value) onCommit(iso)
  }

  return (
    <div className="ui-field" role="group" aria-labelledby={labelId} aria-describedby={zoneId}>
      <span id={labelId} className="ui-label">
        {label}
      </span>
      <div className="property-moment">
        <input
          id={id}
          type="date"
          className="ui-input"
          aria-label={words.dateAt}
          value={shown.date}
          max="9999-12-31"
          onChange={(event) => change({ ...shown, date: event.target.value })}
          onBlur={() => setTyped(undefined)}
        />
        <input
          type="time"
          className="ui-input"
          aria-label={words.timeAt}
          value={shown.time}
          onChange={(event) => change({ ...shown, time: event.target.value })}
          onBlur={() => setTyped(undefined)}
        />
        {value !== undefined && (
          <IconButton
            icon="close"
            label={words.dateClear}
            isSmall
            onPress={() => {
              setTyped(undefined)
              onCommit(undefined)
            }}
          />
        )}
      </div>
      <span id={zoneId} className="ui-description">
        {words.dateZone(zoneName(value, locale))}
      </span>
    </div>
  )
}
