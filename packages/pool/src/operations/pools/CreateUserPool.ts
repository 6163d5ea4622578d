import type { CreateUserPoolRequest } from '@herald/protocol/cognito-idp'
import { asOperator, type Scope } from '../../operation.ts'
import { checkSettings } from '../../pools/check-settings.ts'
import { describedPool } from '../../pools/described.ts'
import { newSchema } from '../../pools/new-schema.ts'
import { newSettings } from '../../pools/new-settings.ts'
import type { PoolDoc } from '../../pools/pool.ts'
import { poolRefusals } from '../../pools/pool-refusals.ts'
import { alphanumerics, randomText } from '../../pools/random-text.ts'
import { grantSenderKey, revokeSenderKey, senderKey } from '../../pools/sender-grant.ts'
import { pools } from '../../storage/collections.ts'

/** Creates a pool in the region and account of the request. Custom senders get their grant on the KMS key first. */
export const CreateUserPool = asOperator('CreateUserPool', async (scope, input) => {
  const { context, call } = scope
  const pool = newPool(scope, input)
  checkSettings(pool, input)
  const keyArn = senderKey(pool.settings)
  if (keyArn) pool.senderGrant = await grantSenderKey(context, call, pool, keyArn)
  try {
    await context.store.transaction((tx) => tx.insert(pools, [pool.id], pool))
  } catch (error) {
    await revokeSenderKey(context, call, pool, pool.senderGrant)
    throw error
  }
  return { UserPool: describedPool(pool, 0) }
})

function newPool({ context, call }: Scope, input: CreateUserPoolRequest): PoolDoc {
  const aliasAttributes = input.AliasAttributes ?? []
  const usernameAttributes = input.UsernameAttributes ?? []
  if (aliasAttributes.length > 0 && usernameAttributes.length > 0) throw poolRefusals.aliasAndUsernameAttributes()
  const { clock, random } = context.environment
  const now = clock.now()
  const id = `${call.region}_${randomText(random, alphanumerics, 9)}`
  return {
    id,
    name: input.PoolName,
    arn: `arn:aws:cognito-idp:${call.region}:${call.accountId}:userpool/${id}`,
    accountId: call.accountId,
    region: call.region,
    createdAt: now,
    modifiedAt: now,
    settings: newSettings(input),
    schema: newSchema(input.Schema),
    aliasAttributes,
    usernameAttributes,
    ...(input.UsernameConfiguration ? { caseSensitive: input.UsernameConfiguration.CaseSensitive } : {}),
  }
}
