import type { ServiceName } from '@herald/protocol'
import type { Setting } from '../setting/herald.ts'
import { smsConfiguration } from '../setting/pool.ts'
import { functionRecipes, functionResources } from './function-resources.ts'
import { keyRecipes, keyResources } from './key-resources.ts'
import { createKnownValues, type KnownValues } from './known-values.ts'
import { mailRecipes, mailResources } from './mail-resources.ts'
import { poolRecipes, poolResources } from './pool-resources.ts'
import { topicRecipes, topicResources } from './topic-resources.ts'

/** What a Herald holds for a run, so that a good part of its inputs reaches something that is there. */
export interface Resources {
  readonly known: KnownValues
  /** Whole inputs for an operation that lead deep into it. */
  recipes(operation: string): Record<string, unknown>[]
  /** Makes all of it anew, after the run took something away. */
  renew(): Promise<void>
}

/** Resources for the operations of one service. */
export async function resourcesFor(setting: Setting, service: ServiceName): Promise<Resources> {
  const known = createKnownValues()
  let recipes: () => Record<string, Record<string, unknown>[]> = () => mailRecipes(service)
  async function renew(): Promise<void> {
    if (service === 'cognito-idp') {
      const pool = await poolResources(setting)
      known.add('UserPoolId', pool.poolId)
      known.add('ClientId', pool.clientId)
      known.add('Username', 'jane', 'new', 'forced', 'nobody')
      known.add('AccessToken', pool.accessToken)
      known.add('Session', pool.session)
      known.add('RefreshToken', pool.refreshToken)
      known.add('ResourceArn', pool.arn)
      known.add('GroupName', 'staff')
      known.add('LambdaConfig', {})
      known.add('SmsConfiguration', smsConfiguration)
      recipes = () => poolRecipes(pool)
    }
    if (service === 'ses' || service === 'sesv2') await mailResources(setting)
    if (service === 'sns') {
      const made = await topicResources(setting)
      known.add('TopicArn', made.topicArn)
      known.add('SubscriptionArn', made.subscriptionArn)
      recipes = () => topicRecipes(made)
    }
    if (service === 'kms') {
      const key = await keyResources(setting)
      for (const name of ['KeyId', 'TargetKeyId', 'DestinationKeyId']) known.add(name, key.keyArn, key.alias)
      known.add('AliasName', key.alias)
      known.add('CiphertextBlob', key.ciphertext)
      recipes = () => keyRecipes(key)
    }
    if (service === 'lambda') {
      const made = await functionResources(setting)
      known.add('FunctionName', made.name, made.arn)
      known.add('Resource', made.arn)
      known.add('ZipFile', made.zip)
      known.add('Handler', 'index.handler')
      // Longer ones would only make the run wait for a function that hangs.
      known.add('Timeout', 3)
      recipes = () => functionRecipes(made)
    }
  }
  await renew()
  return { known, recipes: (operation) => recipes()[operation] ?? [], renew }
}
