import type { Randomness } from '@herald/environment'
import type { Vault } from '@herald/storage'
import type { ClientDoc } from '../pools/pool.ts'
import { lowerCaseAlphanumerics, randomText } from '../pools/random-text.ts'

/** As long as the secrets that AWS gives out. */
const SECRET_LENGTH = 51

export function newClientSecret(random: Randomness): string {
  return randomText(random, lowerCaseAlphanumerics, SECRET_LENGTH)
}

/** For `ClientDoc.sealedSecret`. */
export function sealClientSecret(vault: Vault, clientId: string, secret: string): string {
  return vault.seal('client-secret', secret, clientId)
}

/** The client's secret; undefined where it has none. */
export function clientSecret(vault: Vault, client: ClientDoc): string | undefined {
  return client.sealedSecret && vault.open('client-secret', client.sealedSecret, client.id).toString()
}
