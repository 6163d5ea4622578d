import { join } from 'node:path'
import { createAwsClient } from '@herald/protocol'
import type { Herald } from '../start/start-herald.ts'

const FUNCTION = 'herald-demo-sender'
const POOL = 'herald-demo'
const CLIENT = 'herald-demo-app'
const KEY_ALIAS = 'alias/herald-demo'
const EXAMPLE = join(import.meta.dirname, '..', '..', '..', '..', 'examples', 'custom-sender')

/**
 * Sets up what a newcomer needs to see a message arrive: a key, the example sender, a pool that uses it for both channels, and
 * an app client. It speaks AWS's wire like anybody else, and finds again what an earlier start made.
 * @returns lines for the terminal.
 */
export async function setUpDemo(
  herald: Herald,
  options: { region: string; accountId: string; token: string | undefined },
): Promise<string[]> {
  const aws = createAwsClient({
    endpoint: () => herald.url,
    region: options.region,
    credentials: () => ({
      accessKeyId: 'demo',
      secretAccessKey: 'demo',
      ...(options.token === undefined ? {} : { sessionToken: options.token }),
    }),
  })
  try {
    const keyArn = await demoKey(aws)
    const functionArn = `arn:aws:lambda:${options.region}:${options.accountId}:function:${FUNCTION}`
    await herald.lambda.mount({
      functionName: FUNCTION,
      folder: EXAMPLE,
      handler: 'index.handler',
      timeout: 30,
      environment: { KEY_ARN: keyArn, FROM: 'Herald demo <no-reply@example.com>' },
    })
    await allowCognito(aws)
    const pool = await demoPool(aws, { keyArn, functionArn, accountId: options.accountId })
    return [
      `Demo pool: ${pool.id}, client ${pool.clientId}, sender ${EXAMPLE}`,
      'Try it (any credentials do):',
      '',
      `  AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test aws cognito-idp sign-up --endpoint-url ${herald.url} --region ${options.region} --client-id ${pool.clientId} --username jane --password 'Correct-Horse-1' --user-attributes Name=email,Value=jane@example.com`,
      '',
    ]
  } finally {
    aws.close()
  }
}

type Aws = ReturnType<typeof createAwsClient>

async function demoKey(aws: Aws): Promise<string> {
  try {
    const { KeyMetadata } = await aws.call('kms', 'DescribeKey', { KeyId: KEY_ALIAS })
    if (KeyMetadata?.Arn && KeyMetadata.KeyState === 'Enabled') return KeyMetadata.Arn
    await aws.call('kms', 'DeleteAlias', { AliasName: KEY_ALIAS })
  } catch (error) {
    if ((error as { code?: string }).code !== 'NotFoundException') throw error
  }
  const { KeyMetadata } = await aws.call('kms', 'CreateKey', { Description: "Herald demo: custom senders' codes" })
  await aws.call('kms', 'CreateAlias', { AliasName: KEY_ALIAS, TargetKeyId: KeyMetadata!.KeyId })
  return KeyMetadata!.Arn!
}

async function allowCognito(aws: Aws): Promise<void> {
  try {
    await aws.call('lambda', 'AddPermission', {
      FunctionName: FUNCTION,
      StatementId: 'CognitoLambdaInvokeAccess',
      Action: 'lambda:InvokeFunction',
      Principal: 'cognito-idp.amazonaws.com',
    })
  } catch (error) {
    if ((error as { code?: string }).code !== 'ResourceConflictException') throw error
  }
}

async function demoPool(
  aws: Aws,
  { keyArn, functionArn, accountId }: { keyArn: string; functionArn: string; accountId: string },
): Promise<{ id: string; clientId: string }> {
  const sender = { LambdaArn: functionArn, LambdaVersion: 'V1_0' as const }
  const settings = {
    AutoVerifiedAttributes: ['email' as const, 'phone_number' as const],
    SmsConfiguration: { SnsCallerArn: `arn:aws:iam::${accountId}:role/herald-demo-sms` },
    LambdaConfig: { CustomEmailSender: sender, CustomSMSSender: sender, KMSKeyID: keyArn },
  }
  const known = await findByName(
    (NextToken) => aws.call('cognito-idp', 'ListUserPools', { MaxResults: 60, ...(NextToken ? { NextToken } : {}) }),
    (page) => page.UserPools?.find(({ Name }) => Name === POOL),
  )
  if (known?.Id) {
    await aws.call('cognito-idp', 'UpdateUserPool', { UserPoolId: known.Id, ...settings })
    const { UserPoolClients } = await aws.call('cognito-idp', 'ListUserPoolClients', {
      UserPoolId: known.Id,
      MaxResults: 60,
    })
    const client = UserPoolClients?.find(({ ClientName }) => ClientName === CLIENT)
    return { id: known.Id, clientId: client?.ClientId ?? (await demoClient(aws, known.Id)) }
  }
  const { UserPool } = await aws.call('cognito-idp', 'CreateUserPool', { PoolName: POOL, ...settings })
  const id = UserPool!.Id!
  return { id, clientId: await demoClient(aws, id) }
}

async function demoClient(aws: Aws, UserPoolId: string): Promise<string> {
  const { UserPoolClient } = await aws.call('cognito-idp', 'CreateUserPoolClient', {
    UserPoolId,
    ClientName: CLIENT,
    ExplicitAuthFlows: [
      'ALLOW_USER_PASSWORD_AUTH',
      'ALLOW_ADMIN_USER_PASSWORD_AUTH',
      'ALLOW_USER_SRP_AUTH',
      'ALLOW_REFRESH_TOKEN_AUTH',
    ],
  })
  return UserPoolClient!.ClientId!
}

/** Goes through the pages of a list until something is found. */
async function findByName<P extends { NextToken?: string }, T>(
  page: (token: string | undefined) => Promise<P>,
  pick: (page: P) => T | undefined,
): Promise<T | undefined> {
  let token: string | undefined
  do {
    const answer = await page(token)
    const found = pick(answer)
    if (found) return found
    token = answer.NextToken
  } while (token)
  return undefined
}
