import { triggers } from '@herald/protocol'
import type { LambdaConfigType } from '@herald/protocol/cognito-idp'
import { errors } from '../errors.ts'
import { poolRefusals } from './pool-refusals.ts'

const senders = ['CustomEmailSender', 'CustomSMSSender'] as const

const LAMBDA_ARN = /^arn:[\w-]+:lambda:([\w-]+):\d{12}:function:[\w-]+(?::([\w$-]+))?$/

/**
 * Checks a pool's triggers. As observed on live pools, neither the function's existence nor its permission is looked at here:
 * both count when it is invoked.
 * @param region the pool's.
 * @throws InvalidParameterException, by name for a trigger that is not built yet.
 */
export function checkLambdaConfig(config: LambdaConfigType, region: string): void {
  for (const [member, trigger] of Object.entries(triggers)) {
    if (!trigger.built && config[member as keyof LambdaConfigType] !== undefined)
      throw errors.notBuilt(`The ${member} trigger`)
  }
  for (const member of senders) {
    const sender = config[member]
    if (sender) checkFunctionArn(member, sender.LambdaArn, region)
  }
  if (hasSender(config) && !config.KMSKeyID) throw poolRefusals.senderNeedsKey()
}

export function hasSender(config: LambdaConfigType | undefined): boolean {
  return senders.some((member) => config?.[member] !== undefined)
}

function checkFunctionArn(member: string, arn: string, region: string): void {
  const parts = LAMBDA_ARN.exec(arn)
  if (!parts) throw poolRefusals.notAFunction(member, arn)
  if (parts[1] !== region) throw poolRefusals.foreignFunctionRegion()
  if (parts[2] !== undefined && /^\d+$/.test(parts[2])) throw poolRefusals.functionVersion(member, arn)
}
