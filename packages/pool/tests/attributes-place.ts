import {
  AdminGetUserCommand,
  AdminUpdateUserAttributesCommand,
  type AttributeType,
  type CreateUserPoolCommandInput,
  GetUserAttributeVerificationCodeCommand,
  UpdateUserAttributesCommand,
  VerifyUserAttributeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import type { Message } from '@herald/inbox'
import { type SignInPlace, signInPlace } from './sign-in-place.ts'

/** AWS's list of names and values. */
export const listed = (record: Record<string, string>): AttributeType[] =>
  Object.entries(record).map(([Name, Value]) => ({ Name, Value }))

export interface AttributesPlace extends SignInPlace {
  /** Signs in; the access token. */
  token(username: string, password?: string): Promise<string>
  update(AccessToken: string, given: Record<string, string>): Promise<Told[]>
  updateAsAdmin(username: string, given: Record<string, string>): Promise<void>
  ask(AccessToken: string, AttributeName: string): Promise<Told>
  verify(AccessToken: string, AttributeName: string, Code: string): Promise<void>
  look(username: string): Promise<{ status: string; enabled: boolean; attributes: Record<string, string> }>
  /** Messages of the pool that are kept, newest first; with their codes as long as those are good. */
  messages(): Promise<Message[]>
  /** The newest message's code. */
  code(): Promise<string>
}

/** Where a code went: `EMAIL email j***@e***`. */
type Told = string

const told = (details: { DeliveryMedium?: string; AttributeName?: string; Destination?: string } | undefined) =>
  `${details?.DeliveryMedium} ${details?.AttributeName} ${details?.Destination}`

export const smsConfiguration = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms' }

/** A pool that verifies both addresses by itself, unless `pool` says otherwise. */
export async function attributesPlace(
  pool: Partial<CreateUserPoolCommandInput> = {},
  options: Omit<NonNullable<Parameters<typeof signInPlace>[0]>, 'pool'> = {},
): Promise<AttributesPlace> {
  const place = await signInPlace({
    ...options,
    pool: { AutoVerifiedAttributes: ['email', 'phone_number'], SmsConfiguration: smsConfiguration, ...pool },
  })
  const { cognito, poolId, pools } = place
  const messages = async () => (await pools.inbox.list({ userPoolId: poolId })).messages
  return {
    ...place,
    messages,
    async token(username, password) {
      const { AuthenticationResult } = await place.signIn(username, password)
      return AuthenticationResult?.AccessToken ?? ''
    },
    async update(AccessToken, given) {
      const UserAttributes = listed(given)
      const answer = await cognito.send(new UpdateUserAttributesCommand({ AccessToken, UserAttributes }))
      return (answer.CodeDeliveryDetailsList ?? []).map(told)
    },
    async updateAsAdmin(Username, given) {
      const UserAttributes = listed(given)
      await cognito.send(new AdminUpdateUserAttributesCommand({ UserPoolId: poolId, Username, UserAttributes }))
    },
    async ask(AccessToken, AttributeName) {
      const answer = await cognito.send(new GetUserAttributeVerificationCodeCommand({ AccessToken, AttributeName }))
      return told(answer.CodeDeliveryDetails)
    },
    async verify(AccessToken, AttributeName, Code) {
      await cognito.send(new VerifyUserAttributeCommand({ AccessToken, AttributeName, Code }))
    },
    async look(Username) {
      const user = await cognito.send(new AdminGetUserCommand({ UserPoolId: poolId, Username }))
      const attributes = Object.fromEntries((user.UserAttributes ?? []).map(({ Name, Value }) => [Name, Value ?? '']))
      return { status: user.UserStatus ?? '', enabled: user.Enabled ?? false, attributes }
    },
    async code() {
      const [newest] = await messages()
      const code = newest?.trigger?.code
      if (code === undefined) throw new Error('The newest message carries no good code.')
      return code
    },
    [Symbol.asyncDispose]: () => place[Symbol.asyncDispose](),
  }
}

/** A code of six digits that is not this one. */
export const otherCode = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')
