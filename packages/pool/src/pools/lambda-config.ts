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
  for (const [member, arn] of Object.entries(config)) {
    if (typeof arn === 'string' && member !== 'KMSKeyID') checkFunctionArn(member, arn, region)
  }
  checkTokenGeneration(config, region)
  if (hasSender(config) && !config.KMSKeyID) throw poolRefusals.senderNeedsKey()
}

/**
 * Pre token generation has two members for one function. As AWS documents, both must name the same where both are there, and
 * later versions of its event are not for the tier LITE (see check-settings.ts).
 */
function checkTokenGeneration(
  { PreTokenGeneration, PreTokenGenerationConfig }: LambdaConfigType,
  region: string,
): void {
  if (!PreTokenGenerationConfig) return
  const { LambdaArn } = PreTokenGenerationConfig
  checkFunctionArn('PreTokenGenerationConfig', LambdaArn, region)
  if (PreTokenGeneration !== undefined && PreTokenGeneration !== LambdaArn) throw poolRefusals.tokenFunctionsDiffer()
}

/** The configuration as live pools answer it: both members of pre token generation, whichever was given. */
export function filledLambdaConfig(config: LambdaConfigType): LambdaConfigType {
  const { PreTokenGeneration, PreTokenGenerationConfig } = config
  const LambdaArn = PreTokenGenerationConfig?.LambdaArn ?? PreTokenGeneration
  if (LambdaArn === undefined) return config
  return {
    PreTokenGeneration: LambdaArn,
    ...config,
    PreTokenGenerationConfig: PreTokenGenerationConfig ?? { LambdaVersion: 'V1_0', LambdaArn },
  }
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
