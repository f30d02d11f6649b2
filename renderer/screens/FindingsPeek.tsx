/** A look at one finding beside the table, from its fields alone: its text stays closed. */
import { riskOf } from '../../shared/domain/risk.ts'
import { labelOf } from '../../shared/domain/vocabularies.ts'
import { AudienceMark, RiskMark, StatusMark } from '../panels/Marks.tsx'
import { metricLine } from '../panels/metricRow.ts'
import type { Finding } from '../replica/shapes.ts'
import { useLabelLanguage, useText } from '../text/text.tsx'
import { Button, IconButton } from '../ui/Button.tsx'
import type { Lookup } from './findingsView.ts'

export interface FindingsPeekProps {
  finding: Finding
  lookup: Lookup
  onOpen: () => void
  onClose: () => void
}

export function FindingsPeek({ finding, lookup, onOpen, onClose }: FindingsPeekProps) {
  const words = useText()
  const lang = useLabelLanguage()
  const { fields } = finding
  const { fields: labels, metrics } = words.finding
  const facts: readonly (readonly [string, string])[] = [
    [labels.owner.label, fields.owner === undefined ? words.findings.noOwner : lookup.personName(fields.owner)],
    [labels.domain.label, fields.domain === undefined ? '' : labelOf('domain', fields.domain, lang)],
    [
      labels.findingType.label,
      fields.findingType === undefined ? '' : labelOf('findingType', fields.findingType, lang),
    ],
    [labels.likelihood.label, fields.likelihood === undefined ? '' : labelOf('level', fields.likelihood, lang)],
    [labels.impact.label, fields.impact === undefined ? '' : labelOf('level', fields.impact, lang)],
    [labels.confidence.label, fields.confidence === undefined ? '' : labelOf('confidence', fields.confidence, lang)],
    [labels.tlp.label, fields.tlp ?? ''],
  ]
  return (
    <aside className="peek" aria-label={words.findings.peekTitle(finding.key)} data-pane>
      <header className="peek-head">
        <AudienceMark audience={finding.audience} />
        <IconButton icon="close" label={words.findings.closePeek} keys="Escape" isSmall onPress={onClose} />
      </header>
      <h2 lang={finding.lang}>
        <span className="findings-key">{finding.key}</span> {fields.title || words.findings.untitled}
      </h2>
      <p className="peek-marks">
        <RiskMark risk={riskOf(fields)} />
        <StatusMark status={finding.status} />
      </p>
      {fields.summary === '' ? (
        <p className="muted">{words.findings.peekNoSummary}</p>
      ) : (
        <p className="peek-summary" lang={finding.lang}>
          {fields.summary}
        </p>
      )}
      <dl className="peek-facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {fields.metrics.length > 0 && (
        <>
          <h3>{labels.metrics.label}</h3>
          <ul className="peek-metrics">
            {fields.metrics.map((row) => (
              <li key={row.id}>
                <span lang={finding.lang}>{metrics.one(row.name)}</span>
                <span className="muted tabular">{metricLine(row, metrics.interval)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="ui-actions">
        <Button kind="primary" onPress={onOpen}>
          {words.findings.open}
        </Button>
      </div>
    </aside>
  )
}
