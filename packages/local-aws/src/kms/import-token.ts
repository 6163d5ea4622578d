import type { AlgorithmSpec } from '@herald/protocol/kms'
import type { Vault } from '@herald/storage'
import { keyArn } from './arns.ts'
import type { KeyRef } from './collections.ts'
import { refusals } from './refusals.ts'

/** What an import token carries, sealed: it is good for one key, and for as long as it says. */
export interface ImportParameters {
  readonly algorithm: AlgorithmSpec
  /** Milliseconds since 1970. */
  readonly validTo: number
  /** PKCS #8: opens what the public key of the same answer wrapped. */
  readonly privateKey: Buffer
}

const PURPOSE = 'kms-import-token'

export function writeImportToken(vault: Vault, ref: KeyRef, parameters: ImportParameters): Buffer {
  const text = JSON.stringify({ ...parameters, privateKey: parameters.privateKey.toString('base64') })
  return Buffer.from(vault.seal(PURPOSE, text, keyArn(ref)), 'base64')
}

/** @throws {ServiceError} InvalidImportTokenException, ExpiredImportTokenException */
export function readImportToken(vault: Vault, ref: KeyRef, token: Uint8Array, now: number): ImportParameters {
  let text: string
  try {
    text = vault.open(PURPOSE, Buffer.from(token).toString('base64'), keyArn(ref)).toString()
  } catch {
    throw refusals.invalidImportToken()
  }
  const parameters = JSON.parse(text)
  if (parameters.validTo <= now) throw refusals.expiredImportToken()
  return { ...parameters, privateKey: Buffer.from(parameters.privateKey, 'base64') }
}
