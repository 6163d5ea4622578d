import { refusals } from './refusals.ts'

/**
 * Checks the name of an alias that a caller wants to make, change or delete.
 * @throws {ServiceError} ValidationException, InvalidAliasNameException
 */
export function checkAliasName(name: string): void {
  if (!name.startsWith('alias/')) throw refusals.aliasPrefix()
  if (!/^alias\/[a-zA-Z0-9/_-]+$/.test(name)) throw refusals.aliasName(name)
  if (name.startsWith('alias/aws/')) throw refusals.reservedAlias(name)
}
