import { createHash } from 'node:crypto'
import { SenderError } from '../errors.ts'
import type { Message, Risk } from '../message.ts'
import type { Secret } from '../secret.ts'
import { localeOfMessage } from './choose-locale.ts'
import { type MaxAgeS, usefulForS } from './lifetimes.ts'
import { type EmailSource, emailSources } from './sources.ts'

/** Everything of a `Message` but its secret. */
export interface ParsedEvent extends Omit<Message<string>, 'secret'> {
  /** False for a source that AWS has not documented; `source` is then the event's own word. */
  readonly known: boolean
  /** Base64 of the encrypted code; undefined where the event has none. */
  readonly code?: string
}

export interface ParseOptions {
  /** `awsRequestId` of the Lambda context, which Lambda's retries keep. */
  requestId: string
  /** Where `_X_AMZN_TRACE_ID` stands, as a rule `process.env`: Lambda sets it anew for each invocation. */
  environment?: Readonly<Record<string, string | undefined>>
  /** Locales that `clientMetadata.locale` may choose from; without them it is not heeded. */
  locales?: readonly string[]
  /** Default `en`. */
  defaultLocale?: string
  /** Seconds for which codes are good where the pool's settings differ from Cognito's defaults. */
  lifetimesS?: Partial<Record<EmailSource, number>>
  /** Seconds after which messages are not sent, as the sender's option has them. */
  maxAgeS?: MaxAgeS
}

type Members = Record<string, unknown>

/** By `request.type`, and by the prefix of `triggerSource` for an event without a type. */
const kinds = new Map<string, Message['kind']>([
  ['customEmailSenderRequestV1', 'email'],
  ['customSMSSenderRequestV1', 'sms'],
  ['CustomEmailSender', 'email'],
  ['CustomSMSSender', 'sms'],
])

const membersOf = (value: unknown): Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : {}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)

/** Only the members that hold something, as text. */
function textsOf(value: unknown): Record<string, string> {
  const texts = Object.entries(membersOf(value)).filter(([, text]) => text !== null && typeof text !== 'object')
  return Object.fromEntries(texts.map(([name, text]) => [name, String(text)]))
}

/** What of the event may stand in an error: a name, and not more of it than a name has. */
const nameIn = (text: string) => (/^[\w.:-]{1,80}$/.test(text) ? text : 'without a legible name')

/** When the chain of calls began, by Lambda's trace header: `Root=1-<hex epoch second>-<24 hex digits>`. */
function startOf(trace: string | undefined): Date | undefined {
  const second = /(?:^|;)\s*Root=1-([0-9a-f]{8})-[0-9a-f]{24}\b/i.exec(trace ?? '')?.[1]
  return second === undefined ? undefined : new Date(Number.parseInt(second, 16) * 1000)
}

function riskOf(attributes: Readonly<Record<string, string>>): Risk {
  const { CITY: city, COUNTRY: country, DEVICE_NAME: device, IP_ADDRESS: ip, LOGIN_TIME: loginTime } = attributes
  const { ONE_CLICK_LINK_VALID: linkValid, ONE_CLICK_LINK_INVALID: linkInvalid } = attributes
  const all = { ip, city, country, device, loginTime, linkValid, linkInvalid }
  const known = Object.fromEntries(Object.entries(all).filter(([, text]) => text !== undefined))
  return { action: attributes.ACCOUNT_TAKE_OVER_ACTION ?? 'UNKNOWN', ...known }
}

/**
 * The idempotency key. Cognito encrypts each code it issues with a public key of its own, so ciphertexts never repeat,
 * while Lambda's retries bring the same one. Without a code: Lambda's request id, the source, and a takeover's event id.
 */
function keyOf(code: string | undefined, parts: readonly string[]): string {
  const hash = createHash('sha256')
  return (code === undefined ? hash.update(parts.join('\n')) : hash.update(code, 'base64')).digest('hex')
}

/**
 * Reads an event of either trigger: `request.type` says which, the suffix of `triggerSource` says why. Takes what AWS may
 * add, leave out, set to null or move between the event and its `request`.
 * @throws {SenderError} `BadEvent` for what is not an event of a custom sender.
 */
export function parseEvent(event: unknown, options: ParseOptions): ParsedEvent {
  const outer = membersOf(event)
  const request = membersOf(outer.request)
  const find = (name: string) => request[name] ?? outer[name]

  const triggerSource = textOf(find('triggerSource')) ?? ''
  const [prefix = '', ...rest] = triggerSource.split('_')
  const type = textOf(find('type'))
  const kind = kinds.get(type ?? prefix)
  if (kind === undefined || rest.length === 0) {
    const what = `source ${nameIn(triggerSource)}, request type ${nameIn(type ?? '')}`
    const mend = 'Set the function as CustomEmailSender or CustomSMSSender of the pool, and as nothing else.'
    throw new SenderError('BadEvent', `This is no event of a custom sender (${what}). ${mend}`)
  }
  const poolId = textOf(find('userPoolId'))
  if (poolId === undefined) throw new SenderError('BadEvent', 'The event names no userPoolId.')

  const source = rest.join('_')
  const attributes = textsOf(find('userAttributes'))
  const clientMetadata = textsOf(find('clientMetadata'))
  const clientId = textOf(membersOf(find('callerContext')).clientId)
  const code = textOf(find('code'))
  const to = kind === 'email' ? attributes.email : attributes.phone_number
  const issuedAt = startOf(options.environment?._X_AMZN_TRACE_ID)
  const usefulS = usefulForS(source, options)
  const locale = localeOfMessage({
    metadata: clientMetadata.locale,
    attribute: attributes.locale,
    locales: options.locales,
    defaultLocale: options.defaultLocale ?? 'en',
  })

  return {
    kind,
    source,
    known: (emailSources as readonly string[]).includes(source),
    poolId,
    region: textOf(find('region')) ?? poolId.split('_')[0]!,
    ...(clientId !== undefined && clientId !== 'CLIENT_ID_NOT_APPLICABLE' && { clientId }),
    userName: textOf(find('userName')) ?? attributes.USER_NAME ?? attributes.sub ?? '',
    ...(to && { to }),
    ...(code !== undefined && { code }),
    attributes,
    clientMetadata,
    locale,
    key: keyOf(code, [options.requestId, source, attributes.EVENT_ID ?? '']),
    ...(issuedAt && { issuedAt }),
    ...(issuedAt && usefulS !== undefined && { expiresAt: new Date(issuedAt.getTime() + usefulS * 1000) }),
    ...(source === 'AccountTakeOverNotification' && { risk: riskOf(attributes) }),
    raw: event,
  }
}

/** The message of an event. @param secret the code, decrypted and unescaped. */
export function toMessage<S extends string = EmailSource>(parsed: ParsedEvent, secret?: Secret): Message<S> {
  const { code: _, known: __, ...message } = parsed
  return { ...message, source: parsed.source as S, ...(secret && { secret }) }
}
