import type { SchemaAttributeType } from '@herald/protocol/cognito-idp'
import { poolRefusals } from './pool-refusals.ts'
import { standardAttributes } from './standard-attributes.ts'

/** The flags of a verified address cannot be declared: AWS takes these names for custom attributes. */
const undeclarable = ['email_verified', 'phone_number_verified']

/**
 * A new pool's schema: the standard attributes as `Schema` changes them, then the custom ones under `custom:`, or
 * `dev:custom:` where only developers may write them. An attribute that `Schema` names without saying `Mutable` is
 * immutable, a standard one that it does not name is mutable: observed on live pools.
 * @throws InvalidParameterException
 */
export function newSchema(given: readonly SchemaAttributeType[] = []): SchemaAttributeType[] {
  const schema = new Map(standardAttributes.map((attribute) => [attribute.Name ?? '', structuredClone(attribute)]))
  const named = new Set<string>()
  for (const attribute of given) {
    if (attribute.Name === undefined) throw poolRefusals.namelessAttribute()
    const standard = standardOf(attribute.Name)
    const made = standard ? standardAttribute(standard, attribute) : customAttribute(attribute)
    const name = made.Name ?? ''
    if (named.has(name)) throw poolRefusals.duplicateAttribute(name)
    named.add(name)
    checkOrder(name, made)
    schema.set(name, made)
  }
  return [...schema.values()]
}

/** AWS documents that a pool has at most so many. */
const MOST_CUSTOM_ATTRIBUTES = 50

/**
 * A pool's schema with further custom attributes. A name of a standard attribute is free here: `email` becomes `custom:email`.
 * @throws InvalidParameterException
 */
export function extendedSchema(
  schema: readonly SchemaAttributeType[],
  given: readonly SchemaAttributeType[],
): SchemaAttributeType[] {
  const extended = [...schema]
  for (const attribute of given) {
    if (attribute.Name === undefined) throw poolRefusals.namelessAttribute()
    const made = customAttribute(attribute)
    const name = made.Name ?? ''
    if (extended.some((known) => known.Name === name)) throw poolRefusals.existingAttribute(name)
    checkOrder(name, made)
    extended.push(made)
  }
  if (extended.filter(({ Name }) => Name?.includes('custom:')).length > MOST_CUSTOM_ATTRIBUTES)
    throw poolRefusals.tooManyAttributes(MOST_CUSTOM_ATTRIBUTES)
  return extended
}

function standardOf(name: string | undefined): SchemaAttributeType | undefined {
  return undeclarable.includes(name ?? '') ? undefined : standardAttributes.find((standard) => standard.Name === name)
}

function standardAttribute(standard: SchemaAttributeType, given: SchemaAttributeType): SchemaAttributeType {
  const retyped = given.AttributeDataType !== undefined && given.AttributeDataType !== standard.AttributeDataType
  if (retyped || given.DeveloperOnlyAttribute) throw poolRefusals.retypedStandardAttribute(standard.Name ?? '')
  const made = structuredClone(standard)
  // Every user has a sub, and none can change it, whatever is said here.
  if (standard.Name === 'sub') return made
  made.Mutable = given.Mutable ?? false
  made.Required = given.Required ?? false
  if (made.StringAttributeConstraints)
    made.StringAttributeConstraints = { ...made.StringAttributeConstraints, ...given.StringAttributeConstraints }
  if (made.NumberAttributeConstraints)
    made.NumberAttributeConstraints = { ...made.NumberAttributeConstraints, ...given.NumberAttributeConstraints }
  return made
}

function customAttribute(given: SchemaAttributeType): SchemaAttributeType {
  if (given.Required) throw poolRefusals.requiredCustomAttribute()
  const developerOnly = given.DeveloperOnlyAttribute ?? false
  const type = given.AttributeDataType ?? 'String'
  return {
    Name: `${developerOnly ? 'dev:' : ''}custom:${given.Name ?? ''}`,
    AttributeDataType: type,
    DeveloperOnlyAttribute: developerOnly,
    Mutable: given.Mutable ?? false,
    Required: false,
    ...(type === 'String' ? { StringAttributeConstraints: given.StringAttributeConstraints ?? {} } : {}),
    ...(type === 'Number' ? { NumberAttributeConstraints: given.NumberAttributeConstraints ?? {} } : {}),
  }
}

function checkOrder(name: string, attribute: SchemaAttributeType): void {
  const { MinLength, MaxLength } = attribute.StringAttributeConstraints ?? {}
  const { MinValue, MaxValue } = attribute.NumberAttributeConstraints ?? {}
  for (const [constraint, value] of Object.entries({ MinLength, MaxLength, MinValue, MaxValue })) {
    if (value !== undefined && !/^-?\d{1,15}$/.test(value)) throw poolRefusals.constraintNotANumber(name, constraint)
  }
  if (Number(MinLength ?? 0) > Number(MaxLength ?? Infinity)) throw poolRefusals.lengthOrder(name)
  if (Number(MinValue ?? -Infinity) > Number(MaxValue ?? Infinity)) throw poolRefusals.valueOrder(name)
}
