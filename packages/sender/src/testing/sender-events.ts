import type {
  CustomEmailSenderEvent,
  CustomSmsSenderEvent,
  EventOf,
  SenderEvent,
  TakeoverAction,
} from '../events/event.ts'
import { type EmailSource, emailSources, type SmsSource, smsSources } from '../events/sources.ts'
import type { LambdaContext } from '../options.ts'
import { system } from '../system.ts'
import { escapeHtml } from '../templates/escape.ts'
import type { LocalKms } from './local-kms.ts'

/** What of an event is to differ from the usual one. */
export interface EventOptions {
  /** The code, or the temporary password as the user has to type it. Default `481526`, `Tmp-7<q>R&z.2w`; `null` sends none. */
  secret?: string | null
  /** Default `jane`. */
  userName?: string
  /** `null` where no app client is concerned. Default: a client, and for invitations Cognito's `CLIENT_ID_NOT_APPLICABLE`. */
  clientId?: string | null
  /** Default `null`, which Cognito sends where the caller gave none. */
  clientMetadata?: Record<string, string> | null
  /** Added to the user's attributes; `undefined` takes one away. A takeover notification has its own, in capital letters. */
  attributes?: Record<string, string | undefined>
}

type EmailEvent<S extends EmailSource> = Extract<CustomEmailSenderEvent, EventOf<`CustomEmailSender_${S}`, unknown>>
type SmsEvent<S extends SmsSource> = Extract<CustomSmsSenderEvent, EventOf<`CustomSMSSender_${S}`, unknown>>

export interface SenderEvents {
  email<S extends EmailSource>(source: S, options?: EventOptions): EmailEvent<S>
  sms<S extends SmsSource>(source: S, options?: EventOptions): SmsEvent<S>
  /** An event of each source of both triggers: 8 by e-mail and 7 by SMS. */
  every(options?: EventOptions): SenderEvent[]
}

const statusOf = (source: EmailSource) =>
  source === 'AdminCreateUser'
    ? 'FORCE_CHANGE_PASSWORD'
    : source === 'SignUp' || source === 'ResendCode'
      ? 'UNCONFIRMED'
      : 'CONFIRMED'

function withoutUndefined(members: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(members).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

const takeover = (userName: string) => ({
  EVENT_ID: '5f0d9a77-31f5-4c0e-9a55-0c5ad7f4a3b1',
  USER_NAME: userName,
  IP_ADDRESS: '203.0.113.7',
  LOGIN_TIME: 'Friday, March 19, 2021 02:25 PM UTC',
  ACCOUNT_TAKE_OVER_ACTION: 'BLOCK' satisfies TakeoverAction,
  FEEDBACK_TOKEN: 'AAAAtestingfeedbacktoken',
  ONE_CLICK_LINK_VALID: 'https://auth.example.com/feedback?value=Valid',
  ONE_CLICK_LINK_INVALID: 'https://auth.example.com/feedback?value=Invalid',
  CITY: 'Porto',
  COUNTRY: 'Portugal',
  DEVICE_NAME: 'Opera 74, Linux',
})

/**
 * Builds events of both triggers as a pool sends them, with their codes encrypted under a key of `kms`. Two events of one source
 * are two messages: each has a ciphertext of its own. Give the same event twice to make a retry of Lambda's.
 *
 * ```ts
 * const kms = await startLocalKms()
 * Object.assign(process.env, kms.environment)
 * const { handler } = await import('../src/index.ts')
 * await handler(senderEvents(kms).email('SignUp', { secret: '123456' }), lambdaContext())
 * ```
 */
export function senderEvents(kms: Pick<LocalKms, 'poolId' | 'seal'>): SenderEvents {
  function build(kind: 'email' | 'sms', source: EmailSource, options: EventOptions): SenderEvent {
    const invitation = source === 'AdminCreateUser'
    const notice = source === 'AccountTakeOverNotification'
    const { userName = 'jane', clientMetadata = null, attributes = {} } = options
    const usual = invitation ? 'CLIENT_ID_NOT_APPLICABLE' : '1example23456789'
    const clientId = options.clientId === undefined ? usual : options.clientId
    const secret = options.secret === undefined ? (invitation ? 'Tmp-7<q>R&z.2w' : '481526') : options.secret
    // Cognito escapes temporary passwords for HTML before it encrypts them.
    const plain = secret !== null && invitation ? escapeHtml(secret) : secret
    const [attribute, address] = kind === 'email' ? ['email', 'jane@mail.acme.dev'] : ['phone_number', '+4915123456789']
    const profile = {
      sub: '37877a9f-6d2f-4ff2-b1f4-3c9ee4c2a001',
      [`${attribute}_verified`]: 'false',
      'cognito:user_status': statusOf(source),
      [attribute]: address,
    }
    const [prefix, type] =
      kind === 'email'
        ? ['CustomEmailSender', 'customEmailSenderRequestV1']
        : ['CustomSMSSender', 'customSMSSenderRequestV1']
    const event = {
      version: '1',
      triggerSource: `${prefix}_${source}`,
      region: kms.poolId.split('_')[0]!,
      userPoolId: kms.poolId,
      userName,
      callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId },
      request: {
        type,
        code: notice || plain === null ? null : kms.seal(plain),
        clientMetadata,
        userAttributes: withoutUndefined({ ...(notice ? takeover(userName) : profile), ...attributes }),
      },
    }
    return event as SenderEvent
  }

  return {
    email: (source, options = {}) => build('email', source, options) as EmailEvent<typeof source>,
    sms: (source, options = {}) => build('sms', source, options) as SmsEvent<typeof source>,
    every: (options = {}) => [
      ...emailSources.map((source) => build('email', source, options)),
      ...smsSources.map((source) => build('sms', source, options)),
    ],
  }
}

/**
 * What Lambda gives a handler besides the event. @param remainingMs milliseconds that are left. @param awsRequestId give the
 * same one for a retry; by default each context is another invocation.
 */
export function lambdaContext(remainingMs = 30_000, awsRequestId?: string): LambdaContext {
  const id = awsRequestId ?? system.bytes(16).toString('hex')
  return { awsRequestId: id, getRemainingTimeInMillis: () => remainingMs }
}
