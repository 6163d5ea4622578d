import type { Call } from '@herald/protocol'
import type { GenerateMacRequest, SignRequest } from '@herald/protocol/kms'
import { admit } from './admit.ts'
import type { KeyDoc } from './collections.ts'
import { requireEnabled } from './key-state.ts'
import type { Kms } from './parts.ts'
import { refusals } from './refusals.ts'
import { requireUsage } from './requirements.ts'
import { checkMessage } from './signatures.ts'

/**
 * The key for GenerateMac and VerifyMac, which ask the same of it.
 * @throws {ServiceError} as `admit` does; DisabledException, InvalidKeyUsageException, DryRunOperationException
 */
export async function admitMac(
  kms: Kms,
  call: Call,
  input: Omit<GenerateMacRequest, 'Message'>,
  action: 'GenerateMac' | 'VerifyMac',
): Promise<KeyDoc> {
  const { MacAlgorithm: algorithm } = input
  const conditions = { 'kms:MacAlgorithm': algorithm }
  const key = await admitUse(kms, call, input, { action, usage: 'GENERATE_VERIFY_MAC', algorithm, conditions })
  if (input.DryRun) throw refusals.dryRun()
  return key
}

/**
 * The key for Sign and Verify, which ask the same of it and of the message.
 * @throws {ServiceError} as `admit` does; DisabledException, InvalidKeyUsageException, ValidationException, DryRunOperationException
 */
export async function admitSigning(
  kms: Kms,
  call: Call,
  input: SignRequest,
  action: 'Sign' | 'Verify',
): Promise<KeyDoc> {
  const { SigningAlgorithm: algorithm, MessageType = 'RAW' } = input
  const conditions = { 'kms:SigningAlgorithm': algorithm, 'kms:MessageType': MessageType }
  const key = await admitUse(kms, call, input, { action, usage: 'SIGN_VERIFY', algorithm, conditions })
  checkMessage(input)
  if (input.DryRun) throw refusals.dryRun()
  return key
}

interface Use {
  action: 'GenerateMac' | 'VerifyMac' | 'Sign' | 'Verify'
  usage: Parameters<typeof requireUsage>[1]
  algorithm: Parameters<typeof requireUsage>[3]
  conditions: Record<string, string | undefined>
}

async function admitUse(
  kms: Kms,
  call: Call,
  { KeyId, GrantTokens }: Pick<SignRequest, 'KeyId' | 'GrantTokens'>,
  { action, usage, algorithm, conditions }: Use,
): Promise<KeyDoc> {
  const how = { action, aliases: true, otherAccounts: true, grantTokens: GrantTokens, conditions }
  const key = await admit(kms, call, KeyId, how)
  requireEnabled(key)
  requireUsage(key, usage, action, algorithm)
  return key
}
