import type { TestContext } from 'node:test'
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider'
import { KMSClient } from '@aws-sdk/client-kms'
import { LambdaClient } from '@aws-sdk/client-lambda'
import { SESv2Client } from '@aws-sdk/client-sesv2'
import { SNSClient } from '@aws-sdk/client-sns'
import { STSClient } from '@aws-sdk/client-sts'
import { systemEnvironment } from '@herald/environment'
import { readStartOptions } from '../../packages/cli/src/start/options.ts'
import { type Herald, type Surroundings, startHerald } from '../../packages/cli/src/start/start-herald.ts'
import { postgresSetting } from './postgres.ts'
import { createPlace } from './process.ts'

/** Real AWS SDK clients for a Herald, and its inbox API. */
export interface Clients {
  url: string
  cognito: CognitoIdentityProviderClient
  kms: KMSClient
  lambda: LambdaClient
  ses: SESv2Client
  sns: SNSClient
  sts: STSClient
  /** Answer of `/_herald/<path>`. */
  inbox(path: string): Promise<{ status: number; body: InboxAnswer }>
  destroy(): void
}

export interface Setting extends Clients {
  herald: Herald
  /** What Herald wrote on its log; no test may find a secret there. */
  logged: string[]
  /** Moves what the domain calls time. */
  advance(milliseconds: number): void
}

/** What the inbox API answers, as far as tests look. */
export interface InboxAnswer {
  message: InboxMessage
  messages: InboxMessage[]
  code: string
  text: string
  error: string
  trace: { at: string; stage: string; outcome: string; detail?: string }[]
  state: string
}

export interface InboxMessage {
  id: string
  at: string
  state: string
  channel: string
  to: string
  text?: string
  trigger?: { source: string; userPoolId: string; userName: string; clientId?: string; code?: string }
}

/** @param credentials any will do on loopback. */
export function clientsOf(url: string, credentials: { sessionToken?: string } = {}): Clients {
  const config = {
    endpoint: url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test', ...credentials },
    // A second try would hide what the first one was answered.
    maxAttempts: 1,
  }
  const clients = {
    cognito: new CognitoIdentityProviderClient(config),
    kms: new KMSClient(config),
    lambda: new LambdaClient(config),
    ses: new SESv2Client(config),
    sns: new SNSClient(config),
    sts: new STSClient(config),
  }
  return {
    url,
    ...clients,
    async inbox(path) {
      const response = await fetch(`${url}/_herald/${path}`)
      return { status: response.status, body: (await response.json()) as InboxAnswer }
    },
    destroy() {
      for (const client of Object.values(clients)) client.destroy()
    },
  }
}

/** Where a Herald keeps what it has: the options for that, and what tidies up once it has ended. */
type Keeping = { args: string[]; remove?: () => void }

let usually = async (): Promise<Keeping> => ({ args: ['--ephemeral'] })
let isShared = false

/** From now on `start` keeps everything on PostgreSQL, each Herald on a database of its own. */
export function onPostgres(): void {
  isShared = true
  usually = postgresSetting
}

/** From now on each Herald of `start` keeps everything in a data folder of its own, as `npm start` does. */
export function onDataFolder(): void {
  usually = async () => {
    let remove = () => {}
    const { args } = createPlace({
      after(tidyUp) {
        remove = tidyUp as () => void
      },
    })
    return { args, remove }
  }
}

/** Whether Heralds of this file share a database, and with it the time, which nobody moves by `/_herald/clock` then. */
export const sharesTime = () => isShared

/**
 * A whole Herald in this process, on a free port, with real AWS SDK clients for it; in memory, unless `args` or the file say
 * otherwise (see `onPostgres` and `onDataFolder`). It ends with the test.
 */
export async function start(
  t: TestContext,
  args?: string[],
  surroundings: Partial<Surroundings> = {},
): Promise<Setting> {
  const logged: string[] = []
  const log = {
    error: (what: string, error: unknown) => void logged.push(`${what}: ${(error as Error)?.stack ?? error}`),
    warn: (text: string) => void logged.push(text),
    info: (text: string) => void logged.push(text),
  }
  const environment = systemEnvironment()
  const keeping = args ? { args } : await usually()
  const options = readStartOptions(['--port', '0', ...keeping.args], {})
  const herald = await startHerald(options, { log, environment, ...surroundings })
  const clients = clientsOf(herald.url)
  const setting: Setting = {
    ...clients,
    herald,
    logged,
    advance: (milliseconds) => environment.clock.advance(milliseconds),
  }
  t.after(async () => {
    clients.destroy()
    await herald.close()
    keeping.remove?.()
  })
  return setting
}
