import { refusals } from './refusals.ts'

/**
 * Checks the name of an alias, wherever one is meant.
 * @throws {ServiceError} ValidationException
 */
export function checkAliasPrefix(name: string): void {
  if (!name.startsWith('alias/')) throw refusals.aliasPrefix()
}

/**
 * Checks the name of an alias that a caller wants to make.
 * @throws {ServiceError} ValidationException, InvalidAliasNameException
 */
export function checkAliasName(name: string): void {
  checkAliasPrefix(name)
  if (!/^alias\/[a-zA-Z0-9/_-]+$/.test(name)) throw refusals.aliasName(name)
  if (name.startsWith('alias/aws/')) throw refusals.reservedAlias(name)
}
