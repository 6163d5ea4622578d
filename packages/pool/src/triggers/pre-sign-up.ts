import { errors } from '../errors.ts'
import type { UserDoc } from '../users/user.ts'
import { invokeTrigger } from './invoke-trigger.ts'
import { metadataMember, type TriggerScope, triggerEvent } from './trigger-event.ts'

/** What the function decided of a user who is about to be stored. */
export interface PreSignUpVerdict {
  autoConfirmUser: boolean
  autoVerifyEmail: boolean
  autoVerifyPhone: boolean
}

const flags = ['autoConfirmUser', 'autoVerifyEmail', 'autoVerifyPhone'] as const
const undecided: PreSignUpVerdict = { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false }

/**
 * Asks the pool's PreSignUp function about a new user, before it is known whether the name is free. Call it outside of
 * transactions.
 * @param given the attributes as the request named them: the event holds no others, neither `sub` nor a status.
 * @throws UserLambdaValidationException | UnexpectedLambdaException | InvalidLambdaResponseException, the last also where it
 * verifies an address that the user does not have: AWS documents an error, whose name and words are assumed.
 */
export async function preSignUp(
  scope: TriggerScope,
  source: 'SignUp' | 'AdminCreateUser',
  user: UserDoc,
  given: Readonly<Record<string, string>>,
  request: { validationData: Record<string, string> | undefined; clientMetadata: Record<string, string> | undefined },
): Promise<PreSignUpVerdict> {
  const { context, pool } = scope
  const functionArn = pool.settings.LambdaConfig?.PreSignUp
  if (!functionArn) return undecided
  const event = triggerEvent(
    scope,
    user.username,
    `PreSignUp_${source}`,
    {
      userAttributes: withoutOwnFlags(user, given),
      validationData: request.validationData ?? null,
      ...metadataMember(request.clientMetadata),
    },
    { ...undecided },
  )
  const response = await invokeTrigger<Record<string, unknown>>(context, pool, 'PreSignUp', functionArn, event)
  const verdict = { ...undecided }
  for (const flag of flags) {
    const value = response[flag] ?? false
    if (typeof value !== 'boolean') throw errors.triggerAnswerUnknown()
    verdict[flag] = value
  }
  return verdict
}

/** Turns a user into what the function decided. @throws InvalidLambdaResponseException */
export function applyVerdict(user: UserDoc, verdict: PreSignUpVerdict): void {
  const verified = [
    ['autoVerifyEmail', 'email'],
    ['autoVerifyPhone', 'phone_number'],
  ] as const
  for (const [flag, attribute] of verified) {
    if (!verdict[flag]) continue
    if (!user.attributes[attribute]) throw errors.nothingToAutoVerify(flag, attribute)
    user.attributes[`${attribute}_verified`] = 'true'
  }
  if (verdict.autoConfirmUser) user.status = 'CONFIRMED'
}

function withoutOwnFlags(user: UserDoc, given: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(user.attributes)
  return Object.fromEntries(entries.filter(([name]) => !name.endsWith('_verified') || given[name] !== undefined))
}
