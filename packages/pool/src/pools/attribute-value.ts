import type { SchemaAttributeType } from '@herald/protocol/cognito-idp'

/**
 * What is wrong with `value` for this attribute, as a sentence; undefined where it fits. The sentences on length were
 * observed, the others are assumed.
 */
export function attributeFault(attribute: SchemaAttributeType, value: string): string | undefined {
  switch (attribute.AttributeDataType) {
    case 'Number':
      return numberFault(attribute, value)
    case 'Boolean':
      return value === 'true' || value === 'false' ? undefined : 'Value must be true or false'
    case 'DateTime':
      return isDateTime(value) ? undefined : 'Value must be a date and time'
    default:
      return lengthFault(attribute, value)
  }
}

/** AWS documents that no value may be longer, whatever the schema says. */
const LONGEST = 2048

function lengthFault({ StringAttributeConstraints }: SchemaAttributeType, value: string): string | undefined {
  const length = [...value].length
  const least = Number(StringAttributeConstraints?.MinLength ?? 0)
  const most = Math.min(Number(StringAttributeConstraints?.MaxLength ?? LONGEST), LONGEST)
  if (length < least) return `String must be no shorter than ${least} characters`
  if (length > most) return `String must be no longer than ${most} characters`
  return undefined
}

function numberFault({ NumberAttributeConstraints }: SchemaAttributeType, value: string): string | undefined {
  if (!/^-?\d+(\.\d+)?$/.test(value)) return 'Value must be a number'
  const { MinValue, MaxValue } = NumberAttributeConstraints ?? {}
  if (MinValue !== undefined && Number(value) < Number(MinValue)) return `Number must be no less than ${MinValue}`
  if (MaxValue !== undefined && Number(value) > Number(MaxValue)) return `Number must be no greater than ${MaxValue}`
  return undefined
}

/** ISO 8601, or seconds since 1970. */
function isDateTime(value: string): boolean {
  if (/^\d{1,13}(\.\d{1,9})?$/.test(value)) return true
  return /^\d{4}-\d{2}-\d{2}([T ][\d:.]+(Z|[+-]\d{2}:?\d{2})?)?$/.test(value) && !Number.isNaN(Date.parse(value))
}
