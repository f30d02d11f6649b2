/** Findings whose key or title holds every word that is looked for. */
import type { Finding } from '../replica/shapes.ts'

export function findFindings(findings: readonly Finding[], search: string): readonly Finding[] {
  const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return findings.filter((finding) => {
    if (finding.status === 'withdrawn') return false
    const text = `${finding.key} ${finding.fields.title}`.toLocaleLowerCase()
    return words.every((word) => text.includes(word))
  })
}
