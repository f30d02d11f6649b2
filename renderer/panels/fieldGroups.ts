/** The groups of the properties form, from the table of fields. Pure. */
import type { Missing } from '../../shared/domain/completeness.ts'
import {
  type FieldGroup,
  type FieldName,
  fieldTable,
  type FieldSpec,
  type FindingFields,
} from '../../shared/domain/fieldTable.ts'

/** `needed` comes first: without its fields there is no finding. */
export type FormGroup = 'needed' | FieldGroup

export interface FieldsOfGroup {
  readonly group: FormGroup
  readonly fields: readonly FieldName[]
}

/** Every field but the title, which stands above the text, in exactly one group. */
export const fieldGroups: readonly FieldsOfGroup[] = (() => {
  const byGroup = new Map<FormGroup, FieldName[]>([['needed', []]])
  for (const name of Object.keys(fieldTable) as FieldName[]) {
    if (name === 'title') continue
    const { needed, group }: FieldSpec = fieldTable[name]
    const place: FormGroup = needed === 'save' ? 'needed' : group
    const fields = byGroup.get(place)
    if (fields) fields.push(name)
    else byGroup.set(place, [name])
  }
  return Array.from(byGroup, ([group, fields]) => ({ group, fields }))
})()

export function groupOf(field: FieldName): FormGroup {
  return fieldGroups.find(({ fields }) => fields.includes(field))?.group ?? 'needed'
}

export function countFilled(fields: FindingFields, names: readonly FieldName[]): number {
  return names.filter((name) => {
    const value = fields[name]
    return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== ''
  }).length
}

/** How many fields of a group the completeness check names. */
export function countMissing(missing: readonly Missing[], names: readonly FieldName[]): number {
  return new Set(missing.flatMap((each) => (each.kind === 'field' && names.includes(each.field) ? [each.field] : [])))
    .size
}
