import type { SchemaAttributeType } from '@herald/protocol/cognito-idp'
import { errors } from '../errors.ts'
import { attributeFault } from './attribute-value.ts'
import type { ClientDoc, PoolDoc } from './pool.ts'

const verifiedFlags = ['email_verified', 'phone_number_verified']

/**
 * Checks what a user's attributes are set to.
 * @param client the app client that writes; an administrator's operation has none, and may write everything mutable.
 * @param mode `create` may set immutable attributes; by an app client it demands the required ones. An administrator may leave
 * them to the user's first sign-in, as AWS documents. `update` may not set immutable ones.
 * @param immutable what is thrown for an immutable attribute, which operations word differently.
 * @throws InvalidParameterException where the attributes break the schema, NotAuthorizedException where the client may not
 * write one of them.
 */
export function checkAttributes(
  pool: PoolDoc,
  client: ClientDoc | undefined,
  attributes: Readonly<Record<string, string>>,
  mode: 'create' | 'update',
  immutable: (name: string) => Error = cannotModify,
): void {
  const schema = new Map(pool.schema.map((attribute) => [attribute.Name ?? '', attribute]))
  const names = Object.keys(attributes)
  checkNames(schema, client, names)
  for (const name of names) {
    const attribute = schema.get(name)
    if (client && !mayWrite(pool, client, name, attributes[name] ?? '', mode))
      throw errors.notAuthorized('A client attempted to write unauthorized attribute')
    if (name === 'sub' || (mode === 'update' && attribute?.Mutable === false)) throw immutable(name)
  }
  if (mode === 'create' && client) checkRequired(pool, attributes)
  checkFormats(attributes)
  checkValues(schema, attributes)
}

const cannotModify = (name: string) => errors.invalidParameter(`Cannot modify the non-mutable attribute ${name}`)

/** Both sentences were observed: the short one where an app client signs up, the other where an administrator creates. */
function checkNames(
  schema: ReadonlyMap<string, SchemaAttributeType>,
  client: ClientDoc | undefined,
  names: readonly string[],
): void {
  const unknown = names.filter((name) => !schema.has(name))
  if (unknown.length === 0) return
  if (client) throw nonconforming(unknown.map((name) => `${name}: Attribute does not exist in the schema.`))
  throw errors.invalidParameter(
    `Attributes did not conform to the schema: Type for attribute {${unknown[0]}} could not be determined`,
  )
}

function checkRequired(pool: PoolDoc, attributes: Readonly<Record<string, string>>): void {
  const missing = pool.schema.filter(({ Name, Required }) => Required && Name !== 'sub' && !attributes[Name ?? ''])
  if (missing.length > 0) throw nonconforming(missing.map(({ Name }) => `${Name}: The attribute is required`))
}

/** AWS documents a phone number as `+` and digits. How closely it looks at an address is assumed. */
function checkFormats({ email, phone_number }: Readonly<Record<string, string>>): void {
  if (email && !/^[^\s@]+@[^\s@]+$/.test(email)) throw errors.invalidParameter('Invalid email address format.')
  if (phone_number && !/^\+[1-9]\d{1,14}$/.test(phone_number))
    throw errors.invalidParameter('Invalid phone number format.')
}

function checkValues(
  schema: ReadonlyMap<string, SchemaAttributeType>,
  attributes: Readonly<Record<string, string>>,
): void {
  const faults: string[] = []
  for (const [name, value] of Object.entries(attributes)) {
    const attribute = schema.get(name)
    // An empty value removes the attribute, as AWS documents.
    const fault = attribute && value !== '' ? attributeFault(attribute, value) : undefined
    if (fault) faults.push(`${name}: ${fault}`)
  }
  if (faults.length > 0) throw nonconforming(faults)
}

/**
 * Whether the client may write the attribute. WriteAttributes that are left out allow all but developer-only attributes and
 * the flags of a verified address (AWS documents both). What a user name stands for is not written by the client, and a
 * flag that says "false" tells nothing new.
 */
function mayWrite(pool: PoolDoc, client: ClientDoc, name: string, value: string, mode: 'create' | 'update'): boolean {
  if (verifiedFlags.includes(name)) return value === 'false'
  if (name.startsWith('dev:')) return false
  if (mode === 'create' && pool.usernameAttributes.includes(name)) return true
  const allowed = client.settings.WriteAttributes
  return !allowed?.length || allowed.includes(name)
}

/** One line each, the last one ended too: as observed. */
function nonconforming(faults: readonly string[]): Error {
  return errors.invalidParameter(
    `Attributes did not conform to the schema: ${faults.map((fault) => `${fault}\n`).join('')}`,
  )
}
