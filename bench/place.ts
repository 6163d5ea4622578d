import { join } from 'node:path'
import { type AwsClient, createAwsClient } from '@herald/protocol'
import { type Caller, createCaller } from './caller.ts'
import { type HeraldOptions, type HeraldProcess, startHeraldProcess } from './herald-process.ts'
import { type Reports, startReports } from './reports.ts'
import { type SenderKind, senderArchive } from './sender/archive.ts'

export const password = 'Correct-Horse-1'

/** A running Herald with a pool whose sender tells the bench of every code that it has decrypted. */
export interface Place {
  herald: HeraldProcess
  caller: Caller
  reports: Reports
  userPoolId: string
  clientId: string
  /** Of the pool whose sender decrypts with the toolkit's own small decryptor. */
  liteClientId: string
  /** @param clientId of another pool than that of `clientId` */
  signUp(userName: string, clientId?: string): Promise<void>
  /** Registers and confirms. */
  addReader(userName: string): Promise<void>
  /** Resolves once nothing waits for its sender any more. */
  drained(): Promise<void>
  /** Memory of the main process before anything was asked of it, megabytes. */
  idleMemory: number
  /** Ends Herald and keeps its data; returns where they lie. */
  pause(): Promise<string>
  /** The same place on a Herald that was paused. */
  reopen(options: HeraldOptions): Promise<Place>
  close(): Promise<void>
}

/** How long Herald is left alone before its memory is read. Milliseconds. */
const QUIET = 1500

export async function openPlace(options: HeraldOptions = {}): Promise<Place> {
  const herald = await startHeraldProcess(options)
  await new Promise((resolve) => setTimeout(resolve, QUIET))
  const idleMemory = herald.memory()
  const reports = await startReports()
  const aws = createAwsClient({
    endpoint: () => herald.url,
    region: 'us-east-1',
    credentials: () => ({ accessKeyId: 'bench', secretAccessKey: 'bench' }),
  })
  const official = await makePool(aws, 'official', reports.url)
  const lite = await makePool(aws, 'lite', reports.url)
  aws.close()
  return place(herald, reports, { ...official, liteClientId: lite.clientId }, idleMemory)
}

/** A pool with a sender of its own. */
async function makePool(
  aws: AwsClient,
  kind: SenderKind,
  reportTo: string,
): Promise<{ userPoolId: string; clientId: string }> {
  const { KeyMetadata } = await aws.call('kms', 'CreateKey', {})
  const name = `bench-${kind}`
  const made = await aws.call('lambda', 'CreateFunction', {
    FunctionName: name,
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    Role: 'arn:aws:iam::000000000000:role/bench',
    Timeout: 60,
    Code: { ZipFile: await senderArchive(kind) },
    Environment: { Variables: { KEY_ARN: KeyMetadata!.Arn!, REPORT_TO: reportTo } },
  })
  await aws.call('lambda', 'AddPermission', {
    FunctionName: name,
    StatementId: 'cognito',
    Action: 'lambda:InvokeFunction',
    Principal: 'cognito-idp.amazonaws.com',
  })
  const { UserPool } = await aws.call('cognito-idp', 'CreateUserPool', {
    PoolName: name,
    AutoVerifiedAttributes: ['email'],
    LambdaConfig: {
      CustomEmailSender: { LambdaArn: made.FunctionArn!, LambdaVersion: 'V1_0' },
      KMSKeyID: KeyMetadata!.Arn!,
    },
  })
  const userPoolId = UserPool!.Id!
  const { UserPoolClient } = await aws.call('cognito-idp', 'CreateUserPoolClient', {
    UserPoolId: userPoolId,
    ClientName: name,
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  })
  return { userPoolId, clientId: UserPoolClient!.ClientId! }
}

function place(
  herald: HeraldProcess,
  reports: Reports,
  pools: { userPoolId: string; clientId: string; liteClientId: string },
  idleMemory: number,
): Place {
  const { clientId, userPoolId } = pools
  const caller = createCaller(herald.url)
  let asked = reports.count()
  const signUp = async (userName: string, client = clientId) => {
    await caller.call('SignUp', {
      ClientId: client,
      Username: userName,
      Password: password,
      UserAttributes: [{ Name: 'email', Value: `${userName}@example.com` }],
    })
    asked++
  }
  return {
    herald,
    caller,
    reports,
    ...pools,
    idleMemory,
    signUp,
    async addReader(userName) {
      await signUp(userName)
      await caller.call('AdminConfirmSignUp', { UserPoolId: userPoolId, Username: userName })
    },
    drained: () => reports.reached(asked),
    async pause() {
      caller.close()
      await herald.close({ data: true })
      return join(herald.data, '..')
    },
    async reopen(options) {
      return place(await startHeraldProcess(options), reports, pools, idleMemory)
    },
    async close() {
      caller.close()
      await herald.close()
      reports.close()
    },
  }
}
