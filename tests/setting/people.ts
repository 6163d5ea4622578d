import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import {
  AdminGetUserCommand,
  type CodeDeliveryDetailsType,
  type CognitoIdentityProviderServiceException,
  ConfirmForgotPasswordCommand,
  ConfirmSignUpCommand,
  ForgotPasswordCommand,
  InitiateAuthCommand,
  ResendConfirmationCodeCommand,
  SignUpCommand,
  type SignUpCommandInput,
} from '@aws-sdk/client-cognito-identity-provider'
import type { InboxAnswer, Setting } from './herald.ts'
import type { PoolSetting } from './pool.ts'

export const password = 'Correct-Horse-1'
export const hour = 3_600_000
export const day = 24 * hour

/** AWS's list of names and values. */
export const attributes = (record: Record<string, string>) =>
  Object.entries(record).map(([Name, Value]) => ({ Name, Value }))

/** What AWS answers where a code is wrong, has expired or was never there, or was guessed at too often. */
export const wrongCode = refusal('CodeMismatchException', 'Invalid verification code provided, please try again.')
export const expiredCode = refusal('ExpiredCodeException', 'Invalid code provided, please request a code again.')
export const tooMany = refusal('LimitExceededException', 'Attempt limit exceeded, please try after some time.')

/** Whether an error is this one of AWS's; its message as a whole, or what it has to match. */
export function refusal(name: string, message: string | RegExp) {
  return (error: CognitoIdentityProviderServiceException) => {
    const said = `${error.name}: ${error.message}`
    if (typeof message === 'string') assert.equal(said, `${name}: ${message}`)
    else assert.ok(error.name === name && message.test(error.message), `${said} is not ${name}: ${message}`)
    return true
  }
}

/** What an app client does for people, by their user names. */
export function app({ cognito }: Setting, { clientId, poolId }: PoolSetting, secret?: string) {
  const ClientId = clientId
  const hashed = (Username: string) =>
    secret === undefined
      ? {}
      : { SecretHash: createHmac('sha256', secret).update(`${Username}${clientId}`).digest('base64') }
  return {
    signUp: (Username: string, given: Record<string, string> = {}, more: Partial<SignUpCommandInput> = {}) =>
      cognito.send(
        new SignUpCommand({
          ClientId,
          Username,
          Password: password,
          UserAttributes: attributes(given),
          ...hashed(Username),
          ...more,
        }),
      ),
    confirm: (Username: string, ConfirmationCode: string, ForceAliasCreation?: boolean) =>
      cognito.send(
        new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode, ForceAliasCreation, ...hashed(Username) }),
      ),
    resend: (Username: string) =>
      cognito.send(new ResendConfirmationCodeCommand({ ClientId, Username, ...hashed(Username) })),
    forgot: (Username: string) => cognito.send(new ForgotPasswordCommand({ ClientId, Username, ...hashed(Username) })),
    reset: (Username: string, ConfirmationCode: string, Password = 'Battery-Staple-2') =>
      cognito.send(
        new ConfirmForgotPasswordCommand({ ClientId, Username, ConfirmationCode, Password, ...hashed(Username) }),
      ),
    signIn: (Username: string, PASSWORD = password) =>
      cognito.send(
        new InitiateAuthCommand({
          ClientId,
          AuthFlow: 'USER_PASSWORD_AUTH',
          AuthParameters: {
            USERNAME: Username,
            PASSWORD,
            ...(secret === undefined ? {} : { SECRET_HASH: hashed(Username).SecretHash ?? '' }),
          },
        }),
      ),
    /** As an administrator sees the user. */
    async look(Username: string) {
      const user = await cognito.send(new AdminGetUserCommand({ UserPoolId: poolId, Username }))
      const found = Object.fromEntries((user.UserAttributes ?? []).map(({ Name, Value }) => [Name, Value]))
      return { name: user.Username, status: user.UserStatus, attributes: found }
    },
  }
}

/** The newest delivered message that matches, once it is there; with its code. */
export async function delivered(setting: Setting, filter: Record<string, string>): Promise<InboxAnswer> {
  const { status, body } = await setting.inbox(
    `messages/latest?${new URLSearchParams({ wait: '30s', ...filter }).toString()}`,
  )
  assert.equal(status, 200, `${body.error} ${JSON.stringify(filter)}`)
  return body
}

/** Every message of the inbox, whatever became of it, newest first. */
export async function allMessages(setting: Setting, filter: Record<string, string> = {}) {
  return (await setting.inbox(`messages?${new URLSearchParams(filter).toString()}`)).body.messages
}

/** A code of six digits that is not this one, `step` further on. */
export function otherCode(code: string, step = 1): string {
  return String((Number(code) + step) % 1_000_000).padStart(6, '0')
}

/** What a caller is told of where a code went: medium, attribute and masked address. */
export function toldOf(answer: { CodeDeliveryDetails?: CodeDeliveryDetailsType | undefined }): string | undefined {
  const told = answer.CodeDeliveryDetails
  return told && `${told.DeliveryMedium} ${told.AttributeName} ${told.Destination}`
}
