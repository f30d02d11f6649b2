/** How the risk follows from likelihood and impact: the published table, with the cell of this finding marked. */
import { mayStayUnrated, riskFromTable, riskOf } from '../../shared/domain/risk.ts'
import { entriesOf, isIdOf, labelOf, type Level } from '../../shared/domain/vocabularies.ts'
import type { Finding } from '../replica/shapes.ts'
import { useLabelLanguage, useText } from '../text/text.tsx'
import { RiskMark } from './Marks.tsx'

export function RiskTable({ finding }: { finding: Finding }) {
  const words = useText().finding
  const lang = useLabelLanguage()
  const { likelihood, impact, findingType } = finding.fields
  const isRated = isIdOf('level', likelihood) && isIdOf('level', impact)
  const levels = entriesOf('level')
  const likelihoods = [...levels].reverse()
  return (
    <div className="risk">
      <p className="risk-result">
        <span className="ui-label">{words.riskLabel}</span>
        <RiskMark risk={riskOf(finding.fields)} />
        <span className="muted">
          {isRated
            ? words.riskFromTable(labelOf('level', likelihood, lang), labelOf('level', impact, lang))
            : mayStayUnrated(findingType)
              ? words.riskNotNeeded
              : words.riskNeedsBoth}
        </span>
      </p>
      <details className="risk-details">
        <summary>{words.riskTable}</summary>
        <div className="risk-table-frame" tabIndex={0} role="group" aria-label={words.riskTable}>
          <table className="risk-table">
            <caption>{words.riskTableCaption}</caption>
            <thead>
              <tr>
                <td />
                {levels.map((column) => (
                  <th key={column.id} scope="col">
                    {column[lang]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {likelihoods.map((row) => (
                <tr key={row.id}>
                  <th scope="row">{row[lang]}</th>
                  {levels.map((column) => {
                    const isHere = row.id === likelihood && column.id === impact
                    return (
                      <td key={column.id} className={isHere ? 'risk-here' : undefined}>
                        {labelOf('level', riskFromTable(row.id as Level, column.id as Level), lang)}
                        {isHere && <span className="visually-hidden"> ({words.riskTableHere})</span>}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className="ui-description">{words.riskNoOverride}</p>
      </details>
    </div>
  )
}
