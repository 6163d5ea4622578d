import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  DescribeUserPoolCommand,
  type LambdaConfigType,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { start } from './setting/herald.ts'
import { refusal } from './setting/people.ts'
import { createPool } from './setting/pool.ts'
import { firstSignIn, place } from './setting/token-place.ts'
import { triggerFunction } from './setting/trigger-function.ts'

for (const [what, version, answer] of [
  ['a claim that is no text to version 1', 'V1_0', { claimsOverrideDetails: { claimsToAddOrOverride: { n: 1 } } }],
  ['claims that are a list', 'V1_0', { claimsOverrideDetails: { claimsToAddOrOverride: [] } }],
  ['suppressed claims that are no list', 'V1_0', { claimsOverrideDetails: { claimsToSuppress: 'email' } }],
  ['groups that are numbers', 'V1_0', { claimsOverrideDetails: { groupOverrideDetails: { groupsToOverride: [1] } } }],
  [
    'a scope with a blank',
    'V2_0',
    { claimsAndScopeOverrideDetails: { accessTokenGeneration: { scopesToAdd: ['photos read'] } } },
  ],
] as const) {
  test(`No tokens come of ${what}`, async (t) => {
    const { setting, poolId, clientId } = await place(t, { version, answer })
    await assert.rejects(
      firstSignIn(setting, poolId, clientId),
      refusal('InvalidLambdaResponseException', 'Unrecognizable lambda output'),
    )
  })
}

test('Both members of LambdaConfig name the function, whichever was given; later versions are not for LITE', async (t) => {
  const setting = await start(t)
  const { functionArn: LambdaArn } = await triggerFunction(t, setting)
  const both = { PreTokenGeneration: LambdaArn, PreTokenGenerationConfig: { LambdaVersion: 'V1_0', LambdaArn } }
  const given: LambdaConfigType[] = [
    { PreTokenGeneration: LambdaArn },
    { PreTokenGenerationConfig: { LambdaVersion: 'V1_0', LambdaArn } },
  ]
  for (const LambdaConfig of given) {
    const { poolId } = await createPool(setting, { LambdaConfig })
    const { UserPool } = await setting.cognito.send(new DescribeUserPoolCommand({ UserPoolId: poolId }))
    assert.deepEqual(UserPool?.LambdaConfig, both)
    // What Describe answers can be sent back.
    await setting.cognito.send(new UpdateUserPoolCommand({ UserPoolId: poolId, LambdaConfig: UserPool!.LambdaConfig }))
  }
  const LambdaConfig = { PreTokenGenerationConfig: { LambdaVersion: 'V2_0', LambdaArn } } as const
  await assert.rejects(createPool(setting, { UserPoolTier: 'LITE', LambdaConfig }), {
    name: 'FeatureUnavailableInTierException',
  })
})
