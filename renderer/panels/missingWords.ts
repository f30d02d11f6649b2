/** Where something is missing: what it is called, and the id of the element that takes the focus. */
import { type FieldName, type FieldSpec, fieldTable } from '../../shared/domain/fieldTable.ts'
import type { Missing } from '../../shared/domain/completeness.ts'
import { labelLanguage, sectionLabel } from '../../shared/domain/vocabularies.ts'
import type { Finding } from '../replica/shapes.ts'
import type { Words } from '../text/en.ts'

/** The element of a field, or of one cell of a row. */
export function fieldElementId(field: FieldName, row?: string, column?: string): string {
  return ['field', field, row, column].filter((part) => part !== undefined).join('-')
}

/** One line of the list "before sharing". */
export function missingWords(missing: Missing, finding: Finding, words: Words, locale: string): string {
  const { fields, completeness, why } = words.finding
  if (missing.kind === 'section') return completeness.sectionEmpty(sectionLabel(missing.section, labelLanguage(locale)))
  const { label } = fields[missing.field]
  const rows = finding.fields[missing.field]
  if (missing.row !== undefined && Array.isArray(rows)) {
    const place = rows.findIndex((row) => typeof row === 'object' && row.id === missing.row)
    return `${completeness.rowOf(label, place + 1)}: ${why[missing.why]}`
  }
  return missing.why === 'empty' ? completeness.fieldEmpty(label) : `${label}: ${why[missing.why]}`
}

/** What the field itself says: emptiness is not an error while somebody still writes. */
export function fieldError(
  name: FieldName,
  missing: readonly Missing[],
  words: Words,
  length: number,
): string | undefined {
  const own = missing.find((each) => each.kind === 'field' && each.field === name && each.row === undefined)
  if (!own || own.why === 'empty') return undefined
  if (own.why === 'tooLong') {
    const spec: FieldSpec = fieldTable[name]
    return words.finding.tooLong(length - (spec.longest ?? 0))
  }
  return sentence(words.finding.why[own.why])
}

/** The words for one cell of a row. */
export function cellError(missing: readonly Missing[], row: string, column: string, words: Words): string | undefined {
  const own = missing.find((each) => each.kind === 'field' && each.row === row && each.column === column)
  return own ? sentence(words.finding.why[own.why]) : undefined
}

function sentence(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1)
}
