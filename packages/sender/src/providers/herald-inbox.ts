import type { SESv2Client } from '@aws-sdk/client-sesv2'
import type { SNSClient } from '@aws-sdk/client-sns'
import { SenderError } from '../errors.ts'
import type { Outcome, Provider, Rendered, SendContext } from '../provider.ts'
import { acceptedAs, callAws, loadSdk } from './aws-call.ts'
import { isOneAddress, parseMailAddress, subjectOf } from './mail-address.ts'

export interface HeraldInboxOptions {
  /** Where Herald listens. Default: `AWS_ENDPOINT_URL`, which Herald sets for the functions that it runs. */
  endpoint?: string
  /** Default `sandbox@herald.test`. */
  from?: string
  /** Default: `AWS_REGION`, else `us-east-1`. */
  region?: string
  /** Default: the process's. */
  environment?: Readonly<Record<string, string | undefined>>
}

/**
 * Puts messages into Herald's inbox instead of sending them: e-mail by the API of SES, everything else to a number by that of
 * SNS, at Herald's endpoint. Needs `@aws-sdk/client-sesv2` and `@aws-sdk/client-sns`, which Lambda's Node runtimes bring along.
 * Without credentials it uses some that Herald takes and AWS does not.
 * @throws {SenderError} `Configuration` where there is no endpoint, or it is AWS's own: there, people would get the messages.
 * @throws {TypeError} when `from` is malformed.
 */
export function heraldInbox(options: HeraldInboxOptions = {}): Provider {
  const { environment = process.env, from = 'sandbox@herald.test' } = options
  parseMailAddress(from)
  const endpoint = endpointOf(options.endpoint ?? environment.AWS_ENDPOINT_URL)
  const settings = {
    endpoint,
    region: options.region ?? environment.AWS_REGION ?? 'us-east-1',
    maxAttempts: 1,
    ...(environment.AWS_ACCESS_KEY_ID ? {} : { credentials: { accessKeyId: 'herald', secretAccessKey: 'herald' } }),
  }
  let ses: SESv2Client | undefined
  let sns: SNSClient | undefined

  async function mail(to: string, body: Rendered, context: SendContext): Promise<Outcome> {
    const sdk = await loadSdk('@aws-sdk/client-sesv2', () => import('@aws-sdk/client-sesv2'))
    ses ??= new sdk.SESv2Client(settings)
    const client = ses
    const Charset = 'UTF-8'
    const command = new sdk.SendEmailCommand({
      FromEmailAddress: from,
      Destination: { ToAddresses: [to] },
      Content: {
        Simple: {
          Subject: { Data: subjectOf(body), Charset },
          Body: {
            Text: { Data: body.text, Charset },
            ...(body.html === undefined ? {} : { Html: { Data: body.html, Charset } }),
          },
        },
      },
    })
    return callAws(
      command,
      (...one) => client.send(...one),
      context,
      accept,
      () => undefined,
    )
  }

  async function text(to: string, body: Rendered, context: SendContext): Promise<Outcome> {
    const sdk = await loadSdk('@aws-sdk/client-sns', () => import('@aws-sdk/client-sns'))
    sns ??= new sdk.SNSClient(settings)
    const client = sns
    const command = new sdk.PublishCommand({ PhoneNumber: to, Message: body.text })
    return callAws(
      command,
      (...one) => client.send(...one),
      context,
      accept,
      () => undefined,
    )
  }

  return {
    name: 'herald-inbox',
    channels: ['email', 'sms', 'whatsapp', 'voice', 'chat'],
    send(to, body, _message, context) {
      if (isOneAddress(to)) return mail(to, body, context)
      if (/^\+\d{4,15}$/.test(to)) return text(to, body, context)
      return Promise.resolve({ status: 'drop', reason: 'the recipient is neither an e-mail address nor a number' })
    },
  }
}

const accept = ({ MessageId }: { MessageId?: string }) => acceptedAs(MessageId)

function endpointOf(text: string | undefined): string {
  const mend = 'set AWS_ENDPOINT_URL to where Herald listens, or give the option endpoint'
  if (!text) throw new SenderError('Configuration', `There is no inbox of Herald's: ${mend}.`)
  const host = URL.canParse(text) ? new URL(text).hostname : ''
  if (!host) throw new SenderError('Configuration', `The endpoint of Herald's inbox is not a URL: ${mend}.`)
  if (/(^|\.)(amazonaws\.com(\.cn)?|api\.aws|amazonwebservices\.com\.cn)$/i.test(host)) {
    throw new SenderError('Configuration', `The endpoint of Herald's inbox is AWS's own: ${mend}.`)
  }
  return text
}
