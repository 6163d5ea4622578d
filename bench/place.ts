import { join } from 'node:path'
import { createAwsClient } from '@herald/protocol'
import { type Caller, createCaller } from './caller.ts'
import { type HeraldOptions, type HeraldProcess, startHeraldProcess } from './herald-process.ts'
import { type Reports, startReports } from './reports.ts'
import { senderArchive } from './sender/archive.ts'

export const password = 'Correct-Horse-1'

/** A running Herald with a pool whose sender tells the bench of every code that it has decrypted. */
export interface Place {
  herald: HeraldProcess
  caller: Caller
  reports: Reports
  userPoolId: string
  clientId: string
  signUp(userName: string): Promise<void>
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
  const { KeyMetadata } = await aws.call('kms', 'CreateKey', {})
  const made = await aws.call('lambda', 'CreateFunction', {
    FunctionName: 'bench-sender',
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    Role: 'arn:aws:iam::000000000000:role/bench',
    Timeout: 60,
    Code: { ZipFile: await senderArchive() },
    Environment: { Variables: { KEY_ARN: KeyMetadata!.Arn!, REPORT_TO: reports.url } },
  })
  await aws.call('lambda', 'AddPermission', {
    FunctionName: 'bench-sender',
    StatementId: 'cognito',
    Action: 'lambda:InvokeFunction',
    Principal: 'cognito-idp.amazonaws.com',
  })
  const { UserPool } = await aws.call('cognito-idp', 'CreateUserPool', {
    PoolName: 'bench',
    AutoVerifiedAttributes: ['email'],
    LambdaConfig: {
      CustomEmailSender: { LambdaArn: made.FunctionArn!, LambdaVersion: 'V1_0' },
      KMSKeyID: KeyMetadata!.Arn!,
    },
  })
  const userPoolId = UserPool!.Id!
  const { UserPoolClient } = await aws.call('cognito-idp', 'CreateUserPoolClient', {
    UserPoolId: userPoolId,
    ClientName: 'bench',
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  })
  aws.close()
  return place(herald, reports, { userPoolId, clientId: UserPoolClient!.ClientId! }, idleMemory)
}

function place(
  herald: HeraldProcess,
  reports: Reports,
  { userPoolId, clientId }: { userPoolId: string; clientId: string },
  idleMemory: number,
): Place {
  const caller = createCaller(herald.url)
  let asked = reports.count()
  const signUp = async (userName: string) => {
    await caller.call('SignUp', {
      ClientId: clientId,
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
    userPoolId,
    clientId,
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
      return place(await startHeraldProcess(options), reports, { userPoolId, clientId }, idleMemory)
    },
    async close() {
      caller.close()
      await herald.close()
      reports.close()
    },
  }
}
