import type { Call } from '@herald/protocol'
import { ServiceError } from '@herald/protocol'
import { assertOutsideTransaction } from '@herald/storage'
import type { PoolContext } from '../context.ts'
import { hasSender } from './lambda-config.ts'
import type { PoolDoc, PoolSettings } from './pool.ts'
import { poolRefusals } from './pool-refusals.ts'

export type SenderGrant = NonNullable<PoolDoc['senderGrant']>

/** The key whose use these settings need, if any. */
export function senderKey(settings: PoolSettings): string | undefined {
  return hasSender(settings.LambdaConfig) ? settings.LambdaConfig?.KMSKeyID : undefined
}

/**
 * Lets the pool make data keys under its senders' key, with the authority of who configures the pool: they need
 * `kms:CreateGrant`, as AWS documents. AWS publishes neither the grantee nor the operations nor the constraint; assumed are
 * the service, the one operation that its messages show, and the pool's id as a subset of the encryption context, the only
 * constraint under which those messages can be made.
 * @throws InvalidParameterException carrying what KMS said, when it refuses: the key is missing, disabled, pending deletion,
 * asymmetric or in another region, is named by an alias, or the caller may not. Which exception AWS answers with is assumed.
 */
export async function grantSenderKey(
  context: PoolContext,
  call: Call,
  pool: Pick<PoolDoc, 'id' | 'region'>,
  keyArn: string,
): Promise<SenderGrant> {
  assertOutsideTransaction('A grant')
  const kms = context.awsAs(call.caller, pool.region)
  try {
    const { GrantId } = await kms.call('kms', 'CreateGrant', {
      KeyId: keyArn,
      GranteePrincipal: 'cognito-idp.amazonaws.com',
      Operations: ['GenerateDataKey'],
      Constraints: { EncryptionContextSubset: { 'userpool-id': pool.id } },
    })
    return { keyArn, grantId: GrantId ?? '' }
  } catch (cause) {
    if (!(cause instanceof ServiceError)) throw cause
    throw poolRefusals.grantRefused(keyArn, cause.code, cause.message)
  } finally {
    kms.close()
  }
}

/**
 * Takes a grant back that is not needed any more. What goes wrong is let go: the caller may hold no `kms:RevokeGrant`, or the
 * key is gone, and the pool's change stands all the same.
 */
export async function revokeSenderKey(
  context: PoolContext,
  call: Call,
  pool: Pick<PoolDoc, 'region'>,
  grant: SenderGrant | undefined,
): Promise<void> {
  if (!grant) return
  assertOutsideTransaction('Taking back a grant')
  const kms = context.awsAs(call.caller, pool.region)
  try {
    await kms.call('kms', 'RevokeGrant', { KeyId: grant.keyArn, GrantId: grant.grantId })
  } catch {
    // A grant that stays lets the pool do no more than it could before.
  } finally {
    kms.close()
  }
}
