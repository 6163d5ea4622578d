import type { Outcome, Provider } from '../provider.ts'
import type { Secretish } from '../secretish.ts'
import { resolveSecretish } from '../secretish.ts'
import { system } from '../system.ts'
import { bareNumber } from './bare-number.ts'
import { type Answer, call, checkByCall } from './call.ts'
import { member, textMember } from './member.ts'
import { messagebirdReport } from './messagebird-reports.ts'
import { type Meaning, outcomeOfCode } from './outcome-of-code.ts'
import { referenceOf } from './reference.ts'
import { secondsLeft } from './seconds-left.ts'
import { baseUrl } from './url-of.ts'

export interface MessagebirdOptions {
  accessKey: Secretish
  /** A number, or at most 11 letters and digits. */
  from: string
  /** Where MessageBird reports what became of a message. */
  reportUrl?: string
  /** The account's signing key (not the access key), for `webhook()`. */
  signingKey?: Secretish
  /** Default `https://rest.messagebird.com`. */
  baseUrl?: string
  /** Milliseconds since 1970; for tests of `webhook()`. */
  now?: () => number
}

/** Seconds that `validity` allows. */
const validity = { least: 5, most: 172_800 }

/** Characters of `reference` that are sent at most. No document of the service says how many it takes: assumed. */
const longestReference = 60

/**
 * Text messages by MessageBird's SMS API (now Bird's connectivity platform). They lapse with the code. `parts` are told.
 *
 * `webhook()` needs the `url` that was called, in which the report is. Its token holds for a minute; within it a request can
 * be repeated.
 * @see https://developers.messagebird.com/api/sms-messaging/
 * @see https://docs.bird.com/connectivity-platform/troubleshooting-voice/failed-api-requests
 * @throws {TypeError} when `baseUrl` is malformed.
 */
export function messagebird(options: MessagebirdOptions): Provider {
  const base = baseUrl(options.baseUrl, 'https://rest.messagebird.com')
  const headers = async () => ({ authorization: `AccessKey ${await resolveSecretish(options.accessKey)}` })
  const code = ({ json }: Answer) => member(json, 'errors', 0, 'code')
  const { signingKey, now = system.now } = options

  return {
    name: 'messagebird',
    channels: ['sms'],

    send: (to, body, message, context) =>
      call(
        async () => ({
          url: `${base}/messages`,
          headers: await headers(),
          json: {
            originator: options.from,
            recipients: [bareNumber(to)],
            body: body.text,
            datacoding: 'auto',
            reference: referenceOf(context.key, longestReference),
            validity: secondsLeft(message, context.now(), validity),
            reportUrl: options.reportUrl,
          },
          code,
          judge: (answer, printable) => judge(answer, printable, context.now()),
        }),
        context,
      ),

    check: (context) =>
      checkByCall(
        async () => ({ url: `${base}/balance`, method: 'GET', headers: await headers(), code }),
        context,
        ({ json }) => {
          const empty = textMember(json, 'payment') === 'prepaid' && Number(member(json, 'amount')) <= 0
          return empty ? { ok: false, detail: 'the account has no credit' } : { ok: true }
        },
      ),

    async webhook(request) {
      if (!signingKey) throw new Error('messagebird: signingKey is not set')
      return messagebirdReport(request, await resolveSecretish(signingKey), now)
    },
  }
}

function judge(answer: Answer, printable: string | undefined, now: number): Outcome | undefined {
  const { http, json } = answer
  if (http < 200 || http >= 300) return outcomeOfCode(meaningOf(json), answer, printable, now)
  const item = member(json, 'recipients', 'items', 0)
  if (textMember(item, 'status') === 'delivery_failed') {
    return outcomeOfCode('recipient', answer, 'delivery_failed', now)
  }
  const id = textMember(json, 'id')
  const parts = member(item, 'messagePartCount')
  return { status: 'accepted', ...(id && { id }), ...(typeof parts === 'number' && parts > 0 && { parts }) }
}

/** 2: key refused, 9 and 10: parameters, 20: not found, 25: no credit, 98: no such API, 99: fault inside. */
function meaningOf(json: unknown): Meaning | undefined {
  const code = member(json, 'errors', 0, 'code')
  if (code === 2 || code === 20 || code === 25 || code === 98) return 'account'
  if (code === 99) return 'unknown'
  if (code !== 9 && code !== 10) return undefined
  return textMember(json, 'errors', 0, 'parameter') === 'originator' ? 'account' : 'recipient'
}
