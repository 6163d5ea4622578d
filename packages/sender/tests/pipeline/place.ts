import { after } from 'node:test'
import {
  type Channel,
  createSender,
  type Handler,
  type LambdaContext,
  type Options,
  type Provider,
} from '@herald/sender'
import { expectNoSecrets } from '../../src/observe/expect-no-secrets.ts'
import { call } from '../../src/providers/call.ts'
import { startKms } from '../decrypt/kms-stand-in.ts'
import { keyArn, poolId, seal, setCredentials } from '../decrypt/seal.ts'
import { type FakeService, startFakeService } from '../providers/fake-service.ts'
import { type ManualClock, manualClock } from './manual-clock.ts'

setCredentials()
const kms = await startKms([keyArn])
process.env.AWS_ENDPOINT_URL_KMS = kms.url
after(kms.close)

export { keyArn, kms, poolId }

/** A service on HTTP, and a provider that posts `{to, text, subject}` to it as any user may write one. */
export interface Service extends FakeService {
  provider: Provider
  /** What was posted. */
  posts(): { to: string; text: string; subject?: string; html?: string; key: string }[]
}

const all: Channel[] = ['email', 'sms', 'whatsapp']

export async function service(
  name: string,
  made: { channels?: Channel[]; idempotent?: boolean } = {},
): Promise<Service> {
  const fake = await startFakeService()
  after(fake.close)
  const provider: Provider = {
    name,
    channels: made.channels ?? all,
    ...(made.idempotent && { idempotent: true }),
    send: (to, body, _message, context) =>
      call({ url: `${fake.url}/send`, json: { to, ...body, key: context.key }, id: ({ json }) => idOf(json) }, context),
  }
  return { ...fake, provider, posts: () => fake.seen.map(({ body }) => JSON.parse(body)) }
}

const idOf = (json: unknown) => (json as { id?: unknown } | undefined)?.id

export interface Person {
  email?: string
  phone?: string
  name?: string
  attributes?: Record<string, string>
}

/** An event of a pool, with its code encrypted as Cognito does it. */
export async function eventOf(
  source: string,
  secret: string | null,
  person: Person = {},
  more: { kind?: 'email' | 'sms'; clientMetadata?: Record<string, string> | null } = {},
) {
  const { kind = 'email', clientMetadata = null } = more
  const { email = 'jane.doe@mail.acme.dev', phone, name = 'jane', attributes } = person
  const [prefix, type] =
    kind === 'email'
      ? ['CustomEmailSender', 'customEmailSenderRequestV1']
      : ['CustomSMSSender', 'customSMSSenderRequestV1']
  return {
    version: '1',
    triggerSource: `${prefix}_${source}`,
    region: 'eu-west-1',
    userPoolId: poolId,
    userName: name,
    callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: 'client' },
    request: {
      type,
      code: secret === null ? null : await seal(secret, { url: kms.url }),
      clientMetadata,
      userAttributes: {
        sub: '37877a9f-0000-4000-8000-000000000000',
        'cognito:user_status': 'UNCONFIRMED',
        email,
        ...(phone && { phone_number: phone }),
        ...attributes,
      },
    },
  }
}

let requests = 0

export function context(remainingMs = 120_000, awsRequestId?: string): LambdaContext {
  requests += 1
  return { awsRequestId: awsRequestId ?? `request-${requests}`, getRemainingTimeInMillis: () => remainingMs }
}

export interface Container {
  handler: Handler
  clock: ManualClock
  lines: string[]
  /** Log lines of that message. */
  logged(message: string): Record<string, unknown>[]
  /** How often a metric was put. */
  metric(name: string): number
  metrics(name: string): Record<string, unknown>[]
  /** Asserts that no line holds any of these. */
  isClean(secrets: string[], addresses?: string[]): void
}

/** A warm container: one handler, its clock, and all it wrote. */
export function container(options: Options, clock = manualClock()): Container {
  const lines: string[] = []
  const { now, timer } = clock
  const handler = createSender({ keyArn, poolIds: [poolId], now, timer, write: (line) => lines.push(line), ...options })
  const parsed = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  const metrics = (name: string) => parsed().filter((line) => '_aws' in line && name in line)
  return {
    handler,
    clock,
    lines,
    logged: (message) => parsed().filter((line) => line.message === message),
    metrics,
    metric: (name) => metrics(name).reduce((sum, line) => sum + Number(line[name]), 0),
    isClean: (secrets, addresses = ['jane.doe@mail.acme.dev']) => expectNoSecrets(lines, { secrets, addresses }),
  }
}

/** Lets an attempt's time pass once the service has the whole request and is silent. */
export async function letTimeOut({ nextRequest }: Service, clock: ManualClock, ms = 4000): Promise<void> {
  await nextRequest()
  clock.advance(ms)
}

/** Runs with the trace header that Lambda sets, whose root tells when the message was issued. */
export async function atTrace(ms: number, run: () => Promise<void>): Promise<void> {
  const second = Math.floor(ms / 1000)
    .toString(16)
    .padStart(8, '0')
  process.env._X_AMZN_TRACE_ID = `Root=1-${second}-0123456789abcdef01234567;Sampled=0`
  await run().finally(() => delete process.env._X_AMZN_TRACE_ID)
}
