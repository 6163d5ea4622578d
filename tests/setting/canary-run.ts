import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { InvokeCommand, PutFunctionEventInvokeConfigCommand } from '@aws-sdk/client-lambda'
import { SendEmailCommand } from '@aws-sdk/client-sesv2'
import { PublishCommand } from '@aws-sdk/client-sns'
import type { Clients } from './herald.ts'
import { createLeakySender, type Leak } from './leaky-sender.ts'
import type { Listener } from './listener.ts'
import { createFunction, createKey, createPool, senders, smsConfiguration } from './pool.ts'
import { rawCall } from './raw-call.ts'
import type { Secrets } from './secret-scan.ts'

/** Values of ours; the others come up on the way. */
export const plain = {
  'password at sign-up': 'Pw1-signup-Xq7!vR2m',
  'new password': 'Pw2-reset-Lk9$tB4n',
  'wrong password': 'Pw3-wrong-Zc8%hM6d',
  'temporary password': 'Pw4-<temp>&"q\'-Ty5^wJ1s',
  'password after the temporary one': 'Pw5-first-Gv3*kP0f',
  'password set by an administrator': 'Pw6-admin-Nd2(rS8x',
  'refused password': 'refused-without-capitals-7',
  "function's variable": 'Env1-provider-Uo4)eH9c',
  "another function's variable": 'Env2-payload-Ia6_bF5z',
  'payload of an event': 'Payload1-Wq5=yD3g',
  'plaintext for KMS': 'Kms1-plain-Ej7+aK2p',
  'body of a mail': 'Mail1-body-Rs9{uN6l',
  'body of a text message': 'Sms1-body-Mf1}oC8v',
}

/** A full run's calls: what succeeds is given back, what is refused is kept for the scan. */
export interface Run extends Clients {
  secrets: Secrets
  errors: [where: string, answer: Buffer][]
  call<A>(operation: string, input: object, service?: 'kms'): Promise<A>
  refused(operation: string, input: object | string, service?: 'kms'): Promise<void>
}

export function runOf(clients: Clients): Run {
  const errors: Run['errors'] = []
  return {
    ...clients,
    errors,
    secrets: new Map(Object.entries(plain)),
    async call<A>(operation: string, input: object, service: 'cognito-idp' | 'kms' = 'cognito-idp') {
      const { status, body } = await rawCall(clients.url, service, operation, input)
      assert.equal(status, 200, `${operation}: ${JSON.stringify(body)}`)
      return body as A
    },
    async refused(operation, input, service = 'cognito-idp' as 'kms') {
      const { status, body } = await rawCall(clients.url, service, operation, input)
      assert.ok(status >= 400 && status < 500, `${operation}: ${status}`)
      errors.push([`the refusal of ${operation}, ${errors.length}`, Buffer.from(JSON.stringify(body))])
    },
  }
}

interface SignedIn {
  AuthenticationResult: { AccessToken: string; IdToken: string; RefreshToken: string }
}

export async function useKeysAndProviders(run: Run): Promise<void> {
  const KeyId = await createKey(run)
  const dataKey = await run.call<{ Plaintext: string; CiphertextBlob: string }>(
    'GenerateDataKey',
    { KeyId, KeySpec: 'AES_256', EncryptionContext: { a: 'b' } },
    'kms',
  )
  run.secrets.set('data key', Buffer.from(dataKey.Plaintext, 'base64'))
  const Plaintext = Buffer.from(plain['plaintext for KMS']).toString('base64')
  const { CiphertextBlob } = await run.call<{ CiphertextBlob: string }>('Encrypt', { KeyId, Plaintext }, 'kms')
  await run.call('Decrypt', { CiphertextBlob }, 'kms')
  await run.refused('Decrypt', { CiphertextBlob: dataKey.CiphertextBlob }, 'kms')
  await run.refused('Decrypt', { CiphertextBlob: Plaintext }, 'kms')
  await run.refused('Encrypt', { KeyId, Plaintext: plain['plaintext for KMS'] }, 'kms')
  await run.refused('Encrypt', { KeyId, Plaintext: [plain['plaintext for KMS']] }, 'kms')
  await run.refused('Encrypt', { KeyId: 'alias/none', Plaintext }, 'kms')

  await run.ses.send(
    new SendEmailCommand({
      FromEmailAddress: 'me@example.com',
      Destination: { ToAddresses: ['jane@example.com'] },
      Content: {
        Simple: { Subject: { Data: plain['body of a mail'] }, Body: { Text: { Data: plain['body of a mail'] } } },
      },
    }),
  )
  await run.sns.send(new PublishCommand({ PhoneNumber: '+12065550100', Message: plain['body of a text message'] }))
}

export async function useFunctions(run: Run): Promise<void> {
  const throwing =
    'export const handler = async (event) => { throw new Error(JSON.stringify(event) + process.env.SECRET) }'
  const environment = { SECRET: plain["another function's variable"] }
  const onFailure = await createFunction(run, 'on-failure', 'export const handler = async () => {}')
  await createFunction(run, 'throwing', throwing, { environment })
  await run.lambda.send(
    new PutFunctionEventInvokeConfigCommand({
      FunctionName: 'throwing',
      MaximumRetryAttempts: 0,
      DestinationConfig: { OnFailure: { Destination: onFailure } },
    }),
  )
  const Payload = JSON.stringify({ payload: plain['payload of an event'] })
  for (const InvocationType of ['Event', 'RequestResponse'] as const) {
    await run.lambda.send(new InvokeCommand({ FunctionName: 'throwing', InvocationType, Payload, LogType: 'Tail' }))
  }
}

/** @param retries of the sender after a failure. */
export async function usePool(run: Run, provider: Listener<Leak>, retries: number): Promise<void> {
  const keyArn = await createKey(run)
  const providerPassword = plain["function's variable"]
  const functionArn = await createLeakySender(run, { keyArn, provider: provider.url, providerPassword, retries })
  const { poolId: UserPoolId, clientId: ClientId } = await createPool(
    run,
    { LambdaConfig: senders(functionArn, keyArn), SmsConfiguration: smsConfiguration },
    { GenerateSecret: true },
  )
  const described = await run.call<{ UserPoolClient: { ClientSecret: string } }>('DescribeUserPoolClient', {
    UserPoolId,
    ClientId,
  })
  const secret = described.UserPoolClient.ClientSecret
  run.secrets.set('client secret', secret)
  const hashOf = (name: string) =>
    createHmac('sha256', secret)
      .update(name + ClientId)
      .digest('base64')
  /** What every call of the app carries for a user. */
  const as = (Username: string) => {
    run.secrets.set(`secret hash of ${Username}`, hashOf(Username))
    return { ClientId, Username, SecretHash: hashOf(Username) }
  }
  const codeOf = async (name: string, source: string) => {
    const wanted = (leak: Leak) => leak.userName === name && leak.source === `CustomEmailSender_${source}`
    await provider.until((received) => received.some(wanted))
    return provider.received.findLast(wanted)!.code
  }
  const signUp = (name: string) => ({
    ...as(name),
    Password: plain['password at sign-up'],
    UserAttributes: [{ Name: 'email', Value: `${name}@example.com` }],
  })
  for (const name of ['jane', 'throws', 'dies']) await run.call('SignUp', signUp(name))
  await Promise.all(['throws', 'dies'].map((name) => codeOf(name, 'SignUp')))
  await run.refused('SignUp', signUp('jane'))
  await run.refused('SignUp', { ...signUp('kim'), Password: plain['refused password'] })
  await run.refused('SignUp', { ...signUp('kim'), Password: `${plain['password at sign-up']} ` })
  await run.refused('SignUp', { ...signUp('kim'), Password: { is: plain['password at sign-up'] } })
  await run.refused('SignUp', { ...signUp('kim'), Username: `${plain['password at sign-up']} ` })
  await run.refused('SignUp', { ...signUp('kim'), SecretHash: secret })
  await run.refused('SignUp', JSON.stringify(signUp('kim')).slice(0, -3))

  const code = await codeOf('jane', 'SignUp')
  const wrongCode = code === '000000' ? '000001' : '000000'
  await run.refused('ConfirmSignUp', { ...as('jane'), ConfirmationCode: wrongCode })
  await run.refused('ConfirmSignUp', { ...as('jane'), ConfirmationCode: `${code} ` })
  await run.refused('ConfirmSignUp', { ...as('jane'), ConfirmationCode: Number(code) })
  await run.refused('ConfirmSignUp', { ...as('jane'), ConfirmationCode: [code] })
  await run.call('ConfirmSignUp', { ...as('jane'), ConfirmationCode: code })
  await run.refused('ConfirmSignUp', { ...as('jane'), ConfirmationCode: code })
  await run.call('ResendConfirmationCode', as('throws'))
  await codeOf('throws', 'ResendCode')

  await run.call('ForgotPassword', as('jane'))
  const ConfirmationCode = await codeOf('jane', 'ForgotPassword')
  const reset = { ...as('jane'), ConfirmationCode, Password: plain['new password'] }
  await run.refused('ConfirmForgotPassword', { ...reset, ConfirmationCode: `${ConfirmationCode}1` })
  await run.refused('ConfirmForgotPassword', { ...reset, ConfirmationCode: `${ConfirmationCode} ` })
  await run.refused('ConfirmForgotPassword', { ...reset, Password: plain['refused password'] })
  await run.call('ConfirmForgotPassword', reset)

  const signIn = (USERNAME: string, PASSWORD: string, more: object = {}) => ({
    ClientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME, PASSWORD, SECRET_HASH: hashOf(USERNAME), ...more },
  })
  await run.refused('InitiateAuth', signIn('jane', plain['wrong password']))
  await run.refused('InitiateAuth', signIn('jane', plain['new password'], { SECRET_HASH: `${secret}!` }))
  await run.refused('InitiateAuth', { ...signIn('jane', plain['new password']), AuthParameters: plain['new password'] })
  await run.refused('InitiateAuth', { ...signIn('jane', plain['new password']), AuthFlow: 'NONE' })
  const { AuthenticationResult: tokens } = await run.call<SignedIn>(
    'InitiateAuth',
    signIn('jane', plain['new password']),
  )
  const { AccessToken, RefreshToken } = tokens
  await run.call('GetUser', { AccessToken })
  await run.refused('GetUser', { AccessToken: `${AccessToken} ` })
  await run.refused('GetUser', { AccessToken: AccessToken.slice(0, -4) })
  await run.refused('GetUser', { AccessToken: tokens.IdToken })
  const refresh = (REFRESH_TOKEN: string, USERNAME = 'jane') => ({
    ClientId,
    AuthFlow: 'REFRESH_TOKEN_AUTH',
    AuthParameters: { REFRESH_TOKEN, SECRET_HASH: hashOf(USERNAME) },
  })
  const renewed = await run.call<SignedIn>('InitiateAuth', refresh(RefreshToken))
  await run.refused('InitiateAuth', refresh(`${RefreshToken}x`))
  await run.refused('InitiateAuth', refresh(AccessToken))
  for (const [which, result] of Object.entries({ first: tokens, renewed: renewed.AuthenticationResult })) {
    for (const [kind, token] of Object.entries(result)) {
      // Header and claims of a token are no secret; what makes it one is its signature.
      if (/Token$/.test(kind)) run.secrets.set(`${which} ${kind}`, token.slice(token.lastIndexOf('.') + 1))
    }
  }
  run.secrets.set('whole access token', AccessToken)

  const created = (Username: string, more: object) => ({
    UserPoolId,
    Username,
    UserAttributes: [{ Name: 'email', Value: `${Username}@example.com` }],
    DesiredDeliveryMediums: ['EMAIL'],
    ...more,
  })
  const TemporaryPassword = plain['temporary password']
  await run.call('AdminCreateUser', created('lee', { TemporaryPassword }))
  await run.call('AdminCreateUser', created('max', {}))
  await run.refused('AdminCreateUser', created('ned', { TemporaryPassword: plain['refused password'] }))
  await codeOf('max', 'AdminCreateUser')
  const { Session } = await run.call<{ Session: string }>('InitiateAuth', signIn('lee', TemporaryPassword))
  run.secrets.set('session', Session)
  const answer = (NEW_PASSWORD: string, session = Session) => ({
    ClientId,
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    Session: session,
    ChallengeResponses: { USERNAME: 'lee', NEW_PASSWORD, SECRET_HASH: hashOf('lee') },
  })
  await run.refused('RespondToAuthChallenge', answer(plain['refused password']))
  await run.refused('RespondToAuthChallenge', answer(plain['password after the temporary one'], `${Session}x`))
  await run.refused('RespondToAuthChallenge', answer(plain['password after the temporary one'], Session.slice(0, 10)))
  const again = await run.call<{ Session: string }>('InitiateAuth', signIn('lee', TemporaryPassword))
  run.secrets.set('second session', again.Session)
  await run.call('RespondToAuthChallenge', answer(plain['password after the temporary one'], again.Session))
  const set = { UserPoolId, Username: 'jane', Password: plain['password set by an administrator'] }
  await run.call('AdminSetUserPassword', { ...set, Permanent: true })
  await run.refused('AdminSetUserPassword', { ...set, Permanent: plain['password set by an administrator'] })
  await run.refused('AdminSetUserPassword', { ...set, Password: plain['refused password'] })
}
