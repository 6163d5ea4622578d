import type { SESv2Client } from '@aws-sdk/client-sesv2'
import type { Message } from '../message.ts'
import type { CheckResult, DeliveryEvent, Provider, Rendered } from '../provider.ts'
import { type AwsError, type AwsOptions, acceptedAs, callAws, clientSettings, loadSdk } from './aws-call.ts'
import {
  asciiMailAddress,
  domainOf,
  isOneAddress,
  type MailOptions,
  parseMailAddress,
  subjectOf,
} from './mail-address.ts'
import type { Meaning } from './outcome-of-code.ts'
import { sesEvents } from './ses-events.ts'
import { isOfSns, type SnsVerifyOptions, verifySnsMessage } from './sns-signature.ts'

export interface SesV2Options extends AwsOptions, Omit<MailOptions, 'baseUrl'> {
  /** Where events go. With one, links are marked so that SES leaves them as they are. */
  configurationSet?: string
  /** ARN of the identity that `from` belongs to, where another account owns it. */
  identityArn?: string
  /** Name of the SES tenant to send for. */
  tenantName?: string
  /** Tags of the message, which events carry; values of ASCII letters, digits, `_`, `-`, `.`, `@`. */
  tags?: Readonly<Record<string, string>> | ((message: Message) => Readonly<Record<string, string>>)
  /** SNS topics to which SES publishes its events, for `webhook()`. */
  events?: SnsVerifyOptions
}

/**
 * Sends e-mail by Amazon SES (version 2 of its API). Needs `ses:SendEmail` on the identity and on the configuration set,
 * and `@aws-sdk/client-sesv2`, which Lambda's Node runtimes bring along. `AWS_ENDPOINT_URL` and
 * `AWS_ENDPOINT_URL_SESV2` lead it elsewhere, as they do every AWS client.
 *
 * Opens and clicks are not tracked, whatever the account and the configuration set say. An older SDK
 * does not pass that on: there, links are left alone by their attribute, and opens follow the configuration set.
 * @see https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html
 * @see https://docs.aws.amazon.com/ses/latest/dg/configuration-overrides.html
 * @throws {TypeError} when `from` or `replyTo` is malformed.
 * @throws {SenderError} from `send` and `check`, when `@aws-sdk/client-sesv2` is not installed.
 */
export function sesV2(options: SesV2Options): Provider {
  const from = asciiMailAddress(parseMailAddress(options.from))
  const replyTo = options.replyTo === undefined ? undefined : asciiMailAddress(parseMailAddress(options.replyTo))
  let client: SESv2Client | undefined

  async function open() {
    const sdk = await loadSdk('@aws-sdk/client-sesv2', () => import('@aws-sdk/client-sesv2'))
    client ??= new sdk.SESv2Client(clientSettings(options))
    return { sdk, client }
  }

  return {
    name: 'ses',
    channels: ['email'],

    async send(to, body, message, context) {
      if (!isOneAddress(to)) return { status: 'drop', reason: 'the recipient is not one e-mail address' }
      const { sdk, client } = await open()
      const tags = typeof options.tags === 'function' ? options.tags(message) : options.tags
      const command = new sdk.SendEmailCommand({
        FromEmailAddress: from,
        FromEmailAddressIdentityArn: options.identityArn,
        Destination: { ToAddresses: [to] },
        ReplyToAddresses: replyTo === undefined ? undefined : [replyTo],
        Content: { Simple: contentOf(body, options.configurationSet !== undefined) },
        ConfigurationSetName: options.configurationSet,
        ConfigurationOverrides: { Tracking: { OpenTrackingEnabled: 'DISABLED', ClickTrackingEnabled: 'DISABLED' } },
        TenantName: options.tenantName,
        EmailTags: tags && Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
      })
      return callAws(
        command,
        (...one) => client.send(...one),
        context,
        ({ MessageId }) => acceptedAs(MessageId),
        meaningOf,
      )
    },

    async check(context) {
      const { sdk, client } = await open()
      const signal = { abortSignal: context.signal }
      try {
        const account = await client.send(new sdk.GetAccountCommand({}), signal)
        if (!account.SendingEnabled) return { ok: false, detail: 'sending is paused for the account' }
        const { email } = parseMailAddress(options.from)
        const verified = async (EmailIdentity: string) =>
          (await client.send(new sdk.GetEmailIdentityCommand({ EmailIdentity }), signal)).VerifiedForSendingStatus ??
          false
        const identity = options.identityArn ? { ok: true } : await checkIdentity(email, verified)
        if (!identity.ok || account.ProductionAccessEnabled !== false) return identity
        return { ok: false, detail: 'the account is in the SES sandbox: it reaches verified addresses only' }
      } catch (error) {
        return { ok: false, detail: nameOf(error) }
      }
    },

    webhook: ({ body }) => readEvents(body, options.events),
  }
}

function contentOf(body: Rendered, marked: boolean) {
  const Charset = 'UTF-8'
  const html = body.html !== undefined && marked ? leaveLinks(body.html) : body.html
  return {
    Subject: { Data: subjectOf(body), Charset },
    Body: { Text: { Data: body.text, Charset }, ...(html === undefined ? {} : { Html: { Data: html, Charset } }) },
  }
}

/**
 * The events in a request of SNS. A subscription to one of the named topics is confirmed, since SNS asks for it once and
 * sends nothing before.
 */
async function readEvents(body: string, options: SnsVerifyOptions | undefined): Promise<DeliveryEvent[]> {
  if (options === undefined) throw new Error('ses: events is not set')
  const { type, message, subscribeUrl } = await verifySnsMessage(body, options)
  if (type === 'Notification') return sesEvents(JSON.parse(message))
  if (type === 'SubscriptionConfirmation' && isOfSns(subscribeUrl ?? '')) {
    const get = options.fetch ?? fetch
    const response = await get(subscribeUrl!, { redirect: 'error', signal: AbortSignal.timeout(5000) })
    if (!response.ok) throw new Error('the subscription could not be confirmed')
  }
  return []
}

/** Marks links with the attribute by which SES does not rewrite them. https://docs.aws.amazon.com/ses/latest/dg/faqs-metrics.html */
function leaveLinks(html: string): string {
  return html.replace(/<a(?=\s)(?![^>]*\sses:no-track)/gi, '<a ses:no-track')
}

/** What SES says of the account, the sender or the recipient, with a 400 for each. */
function meaningOf({ name, message }: AwsError): Meaning | undefined {
  switch (name) {
    case 'AccountSuspendedException':
    case 'MailFromDomainNotVerifiedException':
    case 'SendingPausedException':
    // A configuration set or tenant that does not exist.
    case 'NotFoundException':
      return 'account'
    case 'LimitExceededException':
      return 'retry'
    case 'MessageRejected':
      // `Email address is not verified`: the sender's, or in the sandbox everybody's.
      return /not verified|not authorized|paused|suspended/i.test(message) ? 'account' : 'recipient'
    default:
      return undefined
  }
}

/** An identity may be the address, its domain, or a domain above that. */
async function checkIdentity(email: string, verified: (identity: string) => Promise<boolean>): Promise<CheckResult> {
  const labels = domainOf(email).split('.')
  const domains = labels.slice(0, -1).map((_label, from) => labels.slice(from).join('.'))
  let known = false
  for (const identity of [email, ...domains]) {
    try {
      if (await verified(identity))
        return { ok: true, detail: `the identity ${identity === email ? 'of the sender' : identity} is verified` }
      known = true
    } catch (error) {
      if (nameOf(error) !== 'NotFoundException') return { ok: false, detail: nameOf(error) }
    }
  }
  return {
    ok: false,
    detail: known ? 'the identity of the sender is not verified' : 'the sender has no identity in SES',
  }
}

function nameOf(error: unknown): string {
  const name = error instanceof Error ? error.name : ''
  return /^[A-Za-z]{1,60}$/.test(name) ? name : 'Error'
}
