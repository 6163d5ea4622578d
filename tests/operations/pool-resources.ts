import { createHmac } from 'node:crypto'
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  CreateGroupCommand,
  CreateUserPoolClientCommand,
  type ExplicitAuthFlowsType,
  ForgotPasswordCommand,
  GetUserAttributeVerificationCodeCommand,
  InitiateAuthCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import type { Setting } from '../setting/herald.ts'
import { createPool, smsConfiguration } from '../setting/pool.ts'
import { expectRisk, type RiskySignIn, riskySignIn } from './risky-sign-in.ts'
import { threatRecipes } from './threat-recipes.ts'
import { attributeRecipes, groupRecipes } from './user-recipes.ts'

const password = 'Correct-Horse-1'
const SRP_A = 'a1'.repeat(384)

/** Pools with users in each state, and what their clients hold. */
export interface PoolResources {
  poolId: string
  arn: string
  clientId: string
  secretClient: { id: string; hash(username: string): string }
  accessToken: string
  refreshToken: string
  /** Of a user who must choose a new password. */
  session: string
  /** Of a user who chooses what to sign in by. */
  choice: string
  codes: { signUp: string; reset: string; proof: string }
  /** Jane's. */
  risky: RiskySignIn
  /** A client whose refresh tokens are good once, with jane's. */
  rotating: { ClientId: string; RefreshToken: string }
}

/** Makes a pool with the users jane (confirmed), new (not), forced (has a temporary password), and signs in. */
export async function poolResources(setting: Setting): Promise<PoolResources> {
  const { cognito } = setting
  const flows = { ExplicitAuthFlows: authFlows }
  const protection = { UserPoolTier: 'PLUS', UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' } } as const
  const { poolId, clientId } = await createPool(
    setting,
    {
      SmsConfiguration: smsConfiguration,
      ...protection,
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } },
    },
    flows,
  )
  const { UserPoolClient } = await cognito.send(
    new CreateUserPoolClientCommand({
      UserPoolId: poolId,
      ClientName: 'with a secret',
      GenerateSecret: true,
      ...flows,
    }),
  )
  const of = { UserPoolId: poolId }
  const attributes = (name: string) => [{ Name: 'email', Value: `${name}@example.com` }]
  const phone = { Name: 'phone_number', Value: '+12065550100' }
  const verified = [...attributes('jane'), { Name: 'email_verified', Value: 'true' }, phone]
  await cognito.send(
    new AdminCreateUserCommand({ ...of, Username: 'jane', UserAttributes: verified, MessageAction: 'SUPPRESS' }),
  )
  await cognito.send(new AdminSetUserPasswordCommand({ ...of, Username: 'jane', Password: password, Permanent: true }))
  await cognito.send(
    new AdminCreateUserCommand({ ...of, Username: 'forced', TemporaryPassword: password, MessageAction: 'SUPPRESS' }),
  )
  await cognito.send(
    new SignUpCommand({ ClientId: clientId, Username: 'new', Password: password, UserAttributes: attributes('new') }),
  )
  await cognito.send(new CreateGroupCommand({ ...of, GroupName: 'staff' }))
  await cognito.send(new AdminAddUserToGroupCommand({ ...of, GroupName: 'staff', Username: 'jane' }))
  await expectRisk(setting, poolId)
  const signedIn = await cognito.send(new InitiateAuthCommand(byPassword(clientId, 'jane')))
  const challenged = await cognito.send(
    new AdminInitiateAuthCommand({ ...of, ...byPassword(clientId, 'forced'), AuthFlow: 'ADMIN_USER_PASSWORD_AUTH' }),
  )
  const choosing = await cognito.send(
    new InitiateAuthCommand({ ClientId: clientId, AuthFlow: 'USER_AUTH', AuthParameters: { USERNAME: 'jane' } }),
  )
  const risky = await riskySignIn(setting, poolId)
  await cognito.send(new ForgotPasswordCommand({ ClientId: clientId, Username: 'jane' }))
  const latest = async (user: string, after = '') => {
    const { body } = await setting.inbox(`messages/latest?userPoolId=${poolId}&userName=${user}&wait=20s${after}`)
    return { code: body.code, id: body.message.id }
  }
  const accessToken = signedIn.AuthenticationResult!.AccessToken!
  const reset = await latest('jane')
  await cognito.send(new GetUserAttributeVerificationCodeCommand({ AccessToken: accessToken, AttributeName: 'email' }))
  const proof = await latest('jane', `&after=${reset.id}`)
  const secret = UserPoolClient!
  return {
    poolId,
    arn: `arn:aws:cognito-idp:us-east-1:000000000000:userpool/${poolId}`,
    clientId,
    secretClient: {
      id: secret.ClientId!,
      hash: (username) =>
        createHmac('sha256', secret.ClientSecret!)
          .update(username + secret.ClientId)
          .digest('base64'),
    },
    accessToken,
    refreshToken: signedIn.AuthenticationResult!.RefreshToken!,
    session: challenged.Session!,
    choice: choosing.Session!,
    codes: { signUp: (await latest('new')).code, reset: reset.code, proof: proof.code },
    risky,
    rotating: await rotatingClient(setting, poolId),
  }
}

/** A client that rotates refresh tokens, and jane's first one. */
async function rotatingClient({ cognito }: Setting, UserPoolId: string) {
  const { UserPoolClient } = await cognito.send(
    new CreateUserPoolClientCommand({
      UserPoolId,
      ClientName: 'rotating',
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
      RefreshTokenRotation: { Feature: 'ENABLED' },
    }),
  )
  const ClientId = UserPoolClient!.ClientId!
  const { AuthenticationResult } = await cognito.send(new InitiateAuthCommand(byPassword(ClientId, 'jane')))
  return { ClientId, RefreshToken: AuthenticationResult!.RefreshToken! }
}

const authFlows: ExplicitAuthFlowsType[] = [
  'ALLOW_USER_PASSWORD_AUTH',
  'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  'ALLOW_USER_SRP_AUTH',
  'ALLOW_REFRESH_TOKEN_AUTH',
  'ALLOW_USER_AUTH',
]

function byPassword(ClientId: string, USERNAME: string) {
  return { ClientId, AuthFlow: 'USER_PASSWORD_AUTH' as const, AuthParameters: { USERNAME, PASSWORD: password } }
}

let fresh = 0

/** Inputs that lead deep into operations, for those where members must fit each other. */
export function poolRecipes(pool: PoolResources): Record<string, Record<string, unknown>[]> {
  const { poolId: UserPoolId, clientId: ClientId, secretClient } = pool
  const of = { UserPoolId }
  const newName = `user${++fresh}`
  const withHash = (Username: string) => ({
    ClientId: secretClient.id,
    Username,
    SecretHash: secretClient.hash(Username),
  })
  const flows = [
    { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME: 'jane', PASSWORD: password } },
    { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME: 'jane', PASSWORD: 'wrong' } },
    { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME: 'forced', PASSWORD: password } },
    { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME: 'new', PASSWORD: password } },
    { ClientId, AuthFlow: 'USER_SRP_AUTH', AuthParameters: { USERNAME: 'jane', SRP_A } },
    { ClientId, AuthFlow: 'USER_SRP_AUTH', AuthParameters: { USERNAME: 'jane', SRP_A: '0' } },
    { ClientId, AuthFlow: 'USER_AUTH', AuthParameters: { USERNAME: 'jane' } },
    { ClientId, AuthFlow: 'USER_AUTH', AuthParameters: { USERNAME: 'jane', PREFERRED_CHALLENGE: 'EMAIL_OTP' } },
    { ClientId, AuthFlow: 'USER_AUTH', AuthParameters: { USERNAME: 'new', PREFERRED_CHALLENGE: 'PASSWORD' } },
    { ClientId, AuthFlow: 'USER_AUTH', AuthParameters: { USERNAME: 'nobody', PREFERRED_CHALLENGE: 'EMAIL_OTP' } },
    { ClientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters: { REFRESH_TOKEN: pool.refreshToken } },
    { ClientId, AuthFlow: 'REFRESH_TOKEN', AuthParameters: { REFRESH_TOKEN: 'x.y.z' } },
    {
      ClientId: secretClient.id,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'jane', PASSWORD: password, SECRET_HASH: secretClient.hash('jane') },
    },
  ]
  const adminFlows = flows.map((flow) =>
    flow.AuthFlow === 'USER_PASSWORD_AUTH' ? { ...flow, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH' } : flow,
  )
  const { session: Session } = pool
  const responses = [
    {
      ClientId,
      Session: pool.choice,
      ChallengeName: 'SELECT_CHALLENGE',
      ChallengeResponses: { USERNAME: 'jane', ANSWER: 'EMAIL_OTP' },
    },
    {
      ClientId,
      Session: pool.choice,
      ChallengeName: 'SELECT_CHALLENGE',
      ChallengeResponses: { USERNAME: 'jane', ANSWER: 'PASSWORD', PASSWORD: 'wrong' },
    },
    {
      ClientId,
      Session,
      ChallengeName: 'EMAIL_OTP',
      ChallengeResponses: { USERNAME: 'jane', EMAIL_OTP_CODE: '00000000' },
    },
    {
      ClientId,
      Session,
      ChallengeName: 'SELECT_MFA_TYPE',
      ChallengeResponses: { USERNAME: 'jane', ANSWER: 'EMAIL_OTP' },
    },
    { ClientId, Session, ChallengeName: 'MFA_SETUP', ChallengeResponses: { USERNAME: 'jane', EMAIL: 'j@example.com' } },
    { ClientId, Session, ChallengeName: 'NEW_PASSWORD_REQUIRED', ChallengeResponses: { USERNAME: 'forced' } },
    {
      ClientId,
      Session,
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      ChallengeResponses: { USERNAME: 'forced', NEW_PASSWORD: 'short', 'userAttributes.email': 'x@example.com' },
    },
    {
      ClientId,
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeResponses: {
        USERNAME: 'jane',
        TIMESTAMP: 'Mon Sep 7 10:00:00 UTC 2026',
        PASSWORD_CLAIM_SECRET_BLOCK: 'eA==',
        PASSWORD_CLAIM_SIGNATURE: 'eA==',
      },
    },
    {
      ClientId,
      Session,
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      ChallengeResponses: { USERNAME: 'forced', NEW_PASSWORD: 'Another-Horse-2' },
    },
  ]
  return {
    InitiateAuth: flows,
    AdminInitiateAuth: adminFlows.map((flow) => ({ ...of, ...flow })),
    RespondToAuthChallenge: responses,
    AdminRespondToAuthChallenge: responses.map((response) => ({ ...of, ...response })),
    SignUp: [
      { ClientId, Username: newName, Password: password, UserAttributes: [{ Name: 'email', Value: 'a@example.com' }] },
      { ClientId, Username: 'jane', Password: password },
      { ...withHash(newName), Password: password },
    ],
    ConfirmSignUp: [
      { ClientId, Username: 'new', ConfirmationCode: '000000' },
      { ClientId, Username: 'new', ConfirmationCode: pool.codes.signUp },
      { ...withHash('jane'), ConfirmationCode: '123456' },
    ],
    ResendConfirmationCode: [{ ClientId, Username: 'new' }, { ClientId, Username: 'jane' }, withHash('new')],
    ForgotPassword: [{ ClientId, Username: 'jane' }, { ClientId, Username: 'nobody' }, withHash('jane')],
    ConfirmForgotPassword: [
      { ClientId, Username: 'jane', ConfirmationCode: '000000', Password: password },
      { ClientId, Username: 'jane', ConfirmationCode: pool.codes.reset, Password: password },
      { ClientId, Username: 'nobody', ConfirmationCode: '000000', Password: password },
    ],
    AdminCreateUser: [
      { ...of, Username: newName, DesiredDeliveryMediums: ['EMAIL'] },
      { ...of, Username: 'forced', MessageAction: 'RESEND' },
      { ...of, Username: newName, TemporaryPassword: password, MessageAction: 'SUPPRESS' },
    ],
    AdminGetUser: [{ ...of, Username: 'jane' }],
    AdminConfirmSignUp: [{ ...of, Username: 'new' }],
    AdminSetUserPassword: [{ ...of, Username: 'jane', Password: password, Permanent: true }],
    AdminDeleteUser: [{ ...of, Username: 'new' }],
    ListUsers: [of, { ...of, Filter: 'email ^= "j"', Limit: 1 }, { ...of, Filter: 'status = "Enabled"' }],
    ...groupRecipes(UserPoolId),
    ...threatRecipes(UserPoolId, pool.risky),
    ...attributeRecipes(UserPoolId, pool.accessToken, pool.codes.proof),
    ListTagsForResource: [{ ResourceArn: pool.arn }],
    TagResource: [{ ResourceArn: pool.arn, Tags: { team: 'blue' } }],
    UntagResource: [{ ResourceArn: pool.arn, TagKeys: ['team'] }],
    GetTokensFromRefreshToken: [pool.rotating],
    GetUser: [{ AccessToken: pool.accessToken }],
    UpdateUserPool: [of, { ...of, AutoVerifiedAttributes: ['email'] }],
    UpdateUserPoolClient: [{ ...of, ClientId, ExplicitAuthFlows: authFlows }],
    DescribeUserPoolClient: [{ ...of, ClientId }],
    DeleteUserPoolClient: [{ ...of, ClientId: secretClient.id }],
  }
}
