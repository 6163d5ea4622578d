import assert from 'node:assert/strict'
import {
  AdminCreateUserCommand,
  AdminSetUserMFAPreferenceCommand,
  GetUserAttributeVerificationCodeCommand,
  RespondToAuthChallengeCommand,
  UpdateUserAttributesCommand,
  VerifyUserAttributeCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { type Channel, channels, type MatrixPlace } from './matrix-place.ts'
import { attributes, password } from './people.ts'

/** Somebody to whom one source happens. */
export interface Person {
  name: string
  /** The address that the secret must go to. */
  address: string
  /** One that he has before, where the source is about a change. */
  former: string
  channel: Channel
}

/** How a source is brought about. @returns what takes the secret that was delivered, and fails unless it counts. */
type Cause = (place: MatrixPlace, person: Person) => Promise<(secret: string) => Promise<void>>

/** Has every character that Cognito escapes. */
const TemporaryPassword = 'A&b<c>"d\'1234'

const signUp: Cause = async ({ client }, { name, address, channel }) => {
  await client.signUp(name, { [channel.attribute]: address })
  return async (code) => {
    await client.confirm(name, code)
    const { status, attributes: kept } = await client.look(name)
    assert.deepEqual([status, kept[`${channel.attribute}_verified`]], ['CONFIRMED', 'true'])
  }
}

const resend: Cause = async (place, person) => {
  const confirm = await signUp(place, person)
  await place.client.resend(person.name)
  return confirm
}

const forgot: Cause = async ({ client, settled }, { name, address, channel }) => {
  await settled(name, channel, address)
  await client.forgot(name)
  return async (code) => {
    await client.reset(name, code, 'Battery-Staple-2')
    assert.ok((await client.signIn(name, 'Battery-Staple-2')).AuthenticationResult?.AccessToken)
  }
}

/** Proves an address by the code that went there. */
const verifying =
  ({ setting, client }: MatrixPlace, { name, address, channel }: Person, AccessToken: string) =>
  async (Code: string) => {
    await setting.cognito.send(new VerifyUserAttributeCommand({ AccessToken, AttributeName: channel.attribute, Code }))
    const { attributes: kept } = await client.look(name)
    assert.deepEqual([kept[channel.attribute], kept[`${channel.attribute}_verified`]], [address, 'true'])
  }

const update: Cause = async (place, person) => {
  const { name, address, former, channel } = person
  const AccessToken = await place.settled(name, channel, former)
  const UserAttributes = attributes({ [channel.attribute]: address })
  await place.setting.cognito.send(new UpdateUserAttributesCommand({ AccessToken, UserAttributes }))
  assert.equal((await place.client.look(name)).attributes[`${channel.attribute}_verified`], 'false')
  return verifying(place, person, AccessToken)
}

const verify: Cause = async (place, person) => {
  const { name, address, channel } = person
  const AccessToken = await place.settled(name, channel, address)
  await place.setting.cognito.send(
    new GetUserAttributeVerificationCodeCommand({ AccessToken, AttributeName: channel.attribute }),
  )
  return verifying(place, person, AccessToken)
}

const invite: Cause = async ({ setting, pool, client }, { name, address, channel }) => {
  await setting.cognito.send(
    new AdminCreateUserCommand({
      UserPoolId: pool.poolId,
      Username: name,
      UserAttributes: attributes({ [channel.attribute]: address }),
      DesiredDeliveryMediums: [channel.medium],
      TemporaryPassword,
    }),
  )
  return async (temporary) => {
    assert.equal(temporary, TemporaryPassword)
    const { ChallengeName, Session } = await client.signIn(name, temporary)
    assert.equal(ChallengeName, 'NEW_PASSWORD_REQUIRED')
    const done = await setting.cognito.send(
      new RespondToAuthChallengeCommand({
        ClientId: pool.clientId,
        ChallengeName,
        Session,
        ChallengeResponses: { USERNAME: name, NEW_PASSWORD: password },
      }),
    )
    assert.ok(done.AuthenticationResult?.AccessToken)
  }
}

const byMail = channels[0]

const secondFactor: Cause = async ({ setting, pool, client, settled }, { name, address, channel }) => {
  await settled(name, channel, address)
  await setting.cognito.send(
    new AdminSetUserMFAPreferenceCommand({
      UserPoolId: pool.poolId,
      Username: name,
      [channel === byMail ? 'EmailMfaSettings' : 'SMSMfaSettings']: { Enabled: true, PreferredMfa: true },
    }),
  )
  const { ChallengeName, Session } = await client.signIn(name)
  assert.equal(ChallengeName, channel === byMail ? 'EMAIL_OTP' : 'SMS_MFA')
  return async (code) => {
    const done = await setting.cognito.send(
      new RespondToAuthChallengeCommand({
        ClientId: pool.clientId,
        ChallengeName,
        Session,
        ChallengeResponses: { USERNAME: name, [`${ChallengeName}_CODE`]: code },
      }),
    )
    assert.ok(done.AuthenticationResult?.AccessToken)
  }
}

const causes: readonly (readonly [suffix: string, cause: Cause, channels: readonly Channel[]])[] = [
  ['SignUp', signUp, channels],
  ['ResendCode', resend, channels],
  ['ForgotPassword', forgot, channels],
  ['UpdateUserAttribute', update, channels],
  ['VerifyUserAttribute', verify, channels],
  ['AdminCreateUser', invite, channels],
  ['Authentication', secondFactor, channels],
]

/** What happens to one person, and what it is called. */
export interface MatrixSource {
  source: string
  cause: Cause
  person: Person
}

/** Every source that has a secret, each with somebody of its own. */
export const sources: readonly MatrixSource[] = causes
  .flatMap(([suffix, cause, among]) => among.map((channel) => ({ suffix, cause, channel })))
  .map(({ suffix, cause, channel }, index) => ({
    source: `${channel.trigger}_${suffix}`,
    cause,
    person: {
      name: `${channel === byMail ? 'mailed' : 'texted'}-${suffix}`,
      address: channel.address(100 + index),
      former: channel.address(200 + index),
      channel,
    },
  }))
