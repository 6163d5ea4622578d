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
  const key = await admit(kms, call, input.KeyId, {
    action,
    aliases: true,
    otherAccounts: true,
    grantTokens: input.GrantTokens,
    conditions: { 'kms:MacAlgorithm': input.MacAlgorithm },
  })
  requireEnabled(key)
  requireUsage(key, 'GENERATE_VERIFY_MAC', action, input.MacAlgorithm)
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
  const key = await admit(kms, call, input.KeyId, {
    action,
    aliases: true,
    otherAccounts: true,
    grantTokens: input.GrantTokens,
    conditions: { 'kms:SigningAlgorithm': input.SigningAlgorithm, 'kms:MessageType': input.MessageType ?? 'RAW' },
  })
  requireEnabled(key)
  requireUsage(key, 'SIGN_VERIFY', action, input.SigningAlgorithm)
  checkMessage(input)
  if (input.DryRun) throw refusals.dryRun()
  return key
}
