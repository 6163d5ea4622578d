import {
  CreateUserPoolClientCommand,
  type CreateUserPoolClientCommandInput,
  CreateUserPoolCommand,
  type CreateUserPoolCommandInput,
} from '@aws-sdk/client-cognito-identity-provider'
import { CreateKeyCommand } from '@aws-sdk/client-kms'
import { AddPermissionCommand, CreateFunctionCommand } from '@aws-sdk/client-lambda'
import yazl from 'yazl'
import type { Setting } from './herald.ts'

/** A zip of files, by their paths. */
export async function zipOf(files: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new yazl.ZipFile()
  for (const [path, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), path)
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

export async function createKey({ kms }: Pick<Setting, 'kms'>): Promise<string> {
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}))
  return KeyMetadata!.Arn!
}

/** Creates a function from source, with the permission that Cognito needs. @returns its ARN. */
export async function createFunction(
  { lambda }: Pick<Setting, 'lambda'>,
  name: string,
  source: string | Record<string, string>,
  options: { environment?: Record<string, string>; timeout?: number; permission?: boolean } = {},
): Promise<string> {
  const files = typeof source === 'string' ? { 'index.mjs': source } : source
  const { FunctionArn } = await lambda.send(
    new CreateFunctionCommand({
      FunctionName: name,
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Role: 'arn:aws:iam::000000000000:role/sender',
      Code: { ZipFile: await zipOf(files) },
      Timeout: options.timeout ?? 30,
      Environment: { Variables: options.environment ?? {} },
    }),
  )
  if (options.permission !== false) {
    await lambda.send(
      new AddPermissionCommand({
        FunctionName: name,
        StatementId: 'CognitoLambdaInvokeAccess',
        Action: 'lambda:InvokeFunction',
        Principal: 'cognito-idp.amazonaws.com',
      }),
    )
  }
  return FunctionArn!
}

export interface PoolSetting {
  poolId: string
  clientId: string
}

/** A pool and an app client that signs in by password, sent or proved by SRP. */
export async function createPool(
  { cognito }: Pick<Setting, 'cognito'>,
  pool: Partial<CreateUserPoolCommandInput> = {},
  client: Partial<CreateUserPoolClientCommandInput> = {},
): Promise<PoolSetting> {
  const { UserPool } = await cognito.send(
    new CreateUserPoolCommand({ PoolName: 'test', AutoVerifiedAttributes: ['email'], ...pool }),
  )
  const poolId = UserPool!.Id!
  const { UserPoolClient } = await cognito.send(
    new CreateUserPoolClientCommand({
      UserPoolId: poolId,
      ClientName: 'app',
      ExplicitAuthFlows: [
        'ALLOW_USER_PASSWORD_AUTH',
        'ALLOW_USER_SRP_AUTH',
        'ALLOW_ADMIN_USER_PASSWORD_AUTH',
        'ALLOW_REFRESH_TOKEN_AUTH',
      ],
      ...client,
    }),
  )
  return { poolId, clientId: UserPoolClient!.ClientId! }
}

export const smsConfiguration = { SnsCallerArn: 'arn:aws:iam::000000000000:role/sms' }

/** A pool's own SES identity, without which AWS takes no MFA by e-mail. */
export const ownSes = {
  EmailSendingAccount: 'DEVELOPER',
  SourceArn: 'arn:aws:ses:us-east-1:000000000000:identity/noreply@example.com',
} as const

/** LambdaConfig with one function as sender of both channels. */
export function senders(functionArn: string, keyArn: string) {
  const sender = { LambdaArn: functionArn, LambdaVersion: 'V1_0' as const }
  return { CustomEmailSender: sender, CustomSMSSender: sender, KMSKeyID: keyArn }
}
