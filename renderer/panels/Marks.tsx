/** The three marks of a finding, each icon or arrows, word and tint: who can see it, its risk, its status. */
import type { Audience } from '../../shared/document/names.ts'
import type { Risk } from '../../shared/domain/risk.ts'
import { labelOf } from '../../shared/domain/vocabularies.ts'
import type { FindingStatus } from '../replica/shapes.ts'
import type { Words } from '../text/en.ts'
import { useLabelLanguage, useText } from '../text/text.tsx'
import { Badge, type BadgeKind } from '../ui/Badge.tsx'

const riskKinds: Readonly<Record<Risk, BadgeKind>> = {
  very_high: 'critical',
  high: 'high',
  moderate: 'medium',
  low: 'low',
  very_low: 'informational',
  notRated: 'plain',
  unknown: 'plain',
}

export function AudienceMark({ audience, isQuiet = false }: { audience: Audience; isQuiet?: boolean }) {
  const words = useText().finding.audience
  return (
    <Badge kind={audience} isQuiet={isQuiet}>
      {words[audience]}
    </Badge>
  )
}

export function RiskMark({ risk, isQuiet = false }: { risk: Risk; isQuiet?: boolean }) {
  const words = useText()
  const lang = useLabelLanguage()
  return (
    <Badge kind={riskKinds[risk]} isQuiet={isQuiet}>
      {riskWord(risk, words, lang)}
    </Badge>
  )
}

export function StatusMark({ status }: { status: FindingStatus }) {
  const lang = useLabelLanguage()
  return (
    <Badge kind={status === 'shared' ? 'sharedStatus' : status} isQuiet>
      {labelOf('findingStatus', status, lang)}
    </Badge>
  )
}

export function riskWord(risk: Risk, words: Words, lang: 'en' | 'de'): string {
  return risk === 'notRated' || risk === 'unknown' ? words.finding.risk[risk] : labelOf('level', risk, lang)
}
