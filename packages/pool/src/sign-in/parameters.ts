import { checkSecretHash } from '../clients/secret-hash.ts'
import { errors } from '../errors.ts'
import type { ClientScope } from '../operation.ts'

export type Parameters = Readonly<Record<string, string>>

/** @throws InvalidParameterException where the parameter is absent or empty. */
export function required(parameters: Parameters, name: string): string {
  const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined
  if (!value) throw errors.missingParameter(name)
  return value
}

/** The user name of a step, once the secret hash that goes with it was found right. @throws NotAuthorizedException */
export function usernameOf({ context, client }: ClientScope, parameters: Parameters): string {
  const username = required(parameters, 'USERNAME')
  checkSecretHash(context.vault, client, username, parameters.SECRET_HASH)
  return username
}
