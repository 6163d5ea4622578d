import type { TestContext } from 'node:test'
import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  SetUserPoolMfaConfigCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import { AddPermissionCommand, CreateFunctionCommand } from '@aws-sdk/client-lambda'
import { exampleSender } from './example-sender.ts'
import { type Setting, start } from './herald.ts'
import { app, attributes, password } from './people.ts'
import { createKey, createPool, ownSes, type PoolSetting, senders, smsConfiguration, zipOf } from './pool.ts'
import { noPostgres, postgresSetting } from './postgres.ts'
import { createPlace } from './process.ts'
import { type PythonSender, pythonSender } from './python.ts'

/** One way a custom sender reaches its user. */
export interface Channel {
  trigger: 'CustomEmailSender' | 'CustomSMSSender'
  attribute: 'email' | 'phone_number'
  medium: 'EMAIL' | 'SMS'
  /** An address of its own for each number. */
  address(number: number): string
}

export const channels: readonly Channel[] = [
  {
    trigger: 'CustomEmailSender',
    attribute: 'email',
    medium: 'EMAIL',
    address: (number) => `person-${number}@example.com`,
  },
  {
    trigger: 'CustomSMSSender',
    attribute: 'phone_number',
    medium: 'SMS',
    address: (number) => `+12065550${String(number).padStart(3, '0')}`,
  },
]

/** Where the cells of one function and one database happen. */
export interface MatrixPlace {
  setting: Setting
  pool: PoolSetting
  client: ReturnType<typeof app>
  /** A confirmed user with a verified address, whom nothing was sent yet. @returns an access token too. */
  settled(name: string, channel: Channel, address: string): Promise<string>
}

/** Deploys a function that sends what the pool hands over. @returns its ARN and the key's. */
type Deploy = (setting: Setting) => Promise<{ functionArn: string; keyArn: string }>

async function deployPython(setting: Setting, kind: PythonSender) {
  const { files, handler, runtime } = pythonSender(kind)
  const keyArn = await createKey(setting)
  const FunctionName = 'python-sender'
  const { FunctionArn } = await setting.lambda.send(
    new CreateFunctionCommand({
      FunctionName,
      Runtime: runtime,
      Handler: handler,
      Role: 'arn:aws:iam::000000000000:role/sender',
      Code: { ZipFile: await zipOf(files()) },
      Timeout: 60,
      Environment: { Variables: { KEY_ARN: keyArn } },
    }),
  )
  await setting.lambda.send(
    new AddPermissionCommand({
      FunctionName,
      StatementId: 'CognitoLambdaInvokeAccess',
      Action: 'lambda:InvokeFunction',
      Principal: 'cognito-idp.amazonaws.com',
    }),
  )
  return { functionArn: FunctionArn!, keyArn }
}

export interface Way<Option> {
  name: string
  skip: string | false
  option: Option
}

export const functions: readonly Way<Deploy>[] = [
  { name: 'Node with the AWS Encryption SDK', skip: false, option: exampleSender },
  {
    name: 'Python with a decryptor of its own',
    skip: pythonSender('libcrypto').skip,
    option: (setting) => deployPython(setting, 'libcrypto'),
  },
  {
    name: 'Python with the AWS Encryption SDK',
    skip: pythonSender('sdk').skip,
    option: (setting) => deployPython(setting, 'sdk'),
  },
]

export const databases: readonly Way<(t: TestContext) => Promise<string[]>>[] = [
  { name: 'SQLite', skip: false, option: async (t) => createPlace(t).args },
  {
    name: 'PostgreSQL',
    skip: noPostgres ?? false,
    option: async () => ['--port', '0', ...(await postgresSetting()).args],
  },
]

/** A Herald with a pool whose two senders are one function, and who turn MFA by SMS or e-mail on may have it. */
export async function matrixPlace(t: TestContext, deploy: Deploy, args: string[]): Promise<MatrixPlace> {
  const setting = await start(t, args)
  const { cognito } = setting
  const { functionArn, keyArn } = await deploy(setting)
  const pool = await createPool(setting, {
    AutoVerifiedAttributes: ['email', 'phone_number'],
    SmsConfiguration: smsConfiguration,
    EmailConfiguration: ownSes,
    LambdaConfig: senders(functionArn, keyArn),
  })
  const of = { UserPoolId: pool.poolId }
  await cognito.send(
    new SetUserPoolMfaConfigCommand({
      ...of,
      MfaConfiguration: 'OPTIONAL',
      SmsMfaConfiguration: { SmsConfiguration: smsConfiguration },
      EmailMfaConfiguration: {},
    }),
  )
  const client = app(setting, pool)
  return {
    setting,
    pool,
    client,
    async settled(Username, { attribute }, address) {
      await cognito.send(
        new AdminCreateUserCommand({
          ...of,
          Username,
          MessageAction: 'SUPPRESS',
          UserAttributes: attributes({ [attribute]: address, [`${attribute}_verified`]: 'true' }),
        }),
      )
      await cognito.send(new AdminSetUserPasswordCommand({ ...of, Username, Password: password, Permanent: true }))
      return (await client.signIn(Username)).AuthenticationResult!.AccessToken!
    },
  }
}
