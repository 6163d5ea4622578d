import { createHmac } from 'node:crypto'
import type { DeliveryEvent, Outcome, Provider } from '../provider.ts'
import type { Secretish } from '../secretish.ts'
import { resolveSecretish } from '../secretish.ts'
import { system } from '../system.ts'
import { type Answer, type Call, checkByCall } from './call.ts'
import { lowerCaseNames, member, textMember } from './member.ts'
import { meanings, outcomeOfCode } from './outcome-of-code.ts'
import { sameText } from './standard-webhooks.ts'
import { baseUrl } from './url-of.ts'

/** The account, and where its messages are reported. */
export interface TwilioAccount {
  accountSid: Secretish
  /** Authenticates requests where there is no `apiKey`, and verifies webhooks. */
  authToken?: Secretish
  /** An API key in place of the account's token; it can be revoked alone. */
  apiKey?: { sid: Secretish; secret: Secretish }
  /** Where Twilio reports what became of a message. `webhook()` needs it to the letter, since Twilio signs the URL too. */
  statusCallback?: string
  /** Default `https://api.twilio.com`. */
  baseUrl?: string
  /** Milliseconds since 1970, for webhooks; for tests. */
  now?: () => number
}

/**
 * What Twilio's message providers share.
 * @throws {TypeError} when there is neither a token nor a key, or `baseUrl` is malformed.
 */
export function twilioAccount(account: TwilioAccount) {
  const base = baseUrl(account.baseUrl, 'https://api.twilio.com')
  const { apiKey, authToken } = account
  if (!apiKey && !authToken) throw new TypeError('twilio: authToken or apiKey must be given')
  const [user, password] = apiKey ? [apiKey.sid, apiKey.secret] : [account.accountSid, authToken!]

  /** A request below the account's own URL. */
  const request = async (path: string, more: Partial<Call>): Promise<Call> => {
    const login = `${await resolveSecretish(user)}:${await resolveSecretish(password)}`
    return {
      url: `${base}/2010-04-01/Accounts/${encodeURIComponent(await resolveSecretish(account.accountSid))}${path}`,
      headers: { authorization: `Basic ${Buffer.from(login).toString('base64')}` },
      code: ({ json }) => codeOf(json),
      ...more,
    }
  }

  const check: Provider['check'] = (context) =>
    checkByCall(
      () => request('.json', { method: 'GET' }),
      context,
      ({ json }) => {
        const status = textMember(json, 'status')
        const trial = textMember(json, 'type') === 'Trial' ? { detail: 'a trial account: verified numbers only' } : {}
        return status === 'active' ? { ok: true, ...trial } : { ok: false, detail: `the account is ${status}` }
      },
    )

  const webhook: Provider['webhook'] = async ({ headers, body }) => {
    if (!authToken || !account.statusCallback) throw new Error('twilio: authToken and statusCallback are not set')
    const form = new URLSearchParams(body)
    const right = signTwilio(await resolveSecretish(authToken), account.statusCallback, form)
    if (!sameText(lowerCaseNames(headers)['x-twilio-signature'] ?? '', right)) {
      throw new Error('the webhook’s signature is wrong')
    }
    return deliveryEvents(form, account.now ?? system.now)
  }

  return { request, check, webhook }
}

/** The base64 of HMAC-SHA1 over the URL and the parameters, sorted by name, each name with its value behind it. */
export function signTwilio(authToken: string, url: string, form: URLSearchParams): string {
  const names = [...new Set(form.keys())].sort()
  const parts = names.flatMap((name) => [...new Set(form.getAll(name))].sort().map((value) => name + value))
  return createHmac('sha1', authToken)
    .update(url + parts.join(''))
    .digest('base64')
}

/** Statuses of messages and of calls. A call counts as delivered when it was answered. */
const types: Readonly<Record<string, DeliveryEvent['type']>> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  undelivered: 'bounced',
  failed: 'failed',
  completed: 'delivered',
  busy: 'bounced',
  'no-answer': 'bounced',
  canceled: 'failed',
}

/** Twilio's report bears no time: it is made when the status changes, so the present stands for it. */
function deliveryEvents(form: URLSearchParams, now: () => number): DeliveryEvent[] {
  const id = form.get('MessageSid') ?? form.get('CallSid')
  const type = types[form.get('MessageStatus') ?? form.get('CallStatus') ?? '']
  if (!id || !type) return []
  const detail = form.get('ErrorCode')
  return [{ id, type, at: new Date(now()), ...(detail ? { detail } : {}) }]
}

/**
 * Twilio's codes for messages and calls. https://www.twilio.com/docs/api/errors
 * Codes of the recipient: not a number, unsubscribed, a landline, blocked. Those of the account: credentials, permissions
 * by country, the sender; another service may do better there.
 */
const codes = /* @__PURE__ */ meanings({
  retry: [14107, 20429, 21611, 21730, 30001, 30022, 63018],
  recipient: [
    21211, 21214, 21217, 21265, 21401, 21421, 21602, 21604, 21610, 21614, 21617, 21619, 21635, 60410, 63003, 63013,
    63016, 63024, 63049,
  ],
  account: [
    10001, 10002, 20003, 20004, 20005, 20006, 20008, 20403, 20404, 13227, 21210, 21212, 21215, 21216, 21219, 21408,
    21601, 21603, 21606, 21607, 21608, 21612, 21654, 21655, 21656, 21659, 21660, 21661, 21701, 21703, 21704, 21705,
    30002, 30032, 30034, 63001, 63007, 63008, 63027, 63028, 63038, 63040, 63041, 63042, 63051, 63112, 92005,
  ],
})

/** A refusal's code, or that of a message that was made and failed. Twilio's have at most five digits: a longer number
 * could be the code of the message, which a call says digit by digit, so that the caller does not know it again. */
function codeOf(json: unknown): number | undefined {
  const found = Number(member(json, 'code') ?? member(json, 'error_code') ?? Number.NaN)
  return Number.isInteger(found) && found < 100_000 ? found : undefined
}

/** What an answer of the Messages resource means: its `code`, or the `error_code` of a message that was made and failed. */
export function judgeTwilio(now: number) {
  return (answer: Answer, printable: string | undefined): Outcome | undefined => {
    const meaning = codes.get(String(codeOf(answer.json)))
    const failed = ['failed', 'undelivered', 'canceled'].includes(textMember(answer.json, 'status') ?? '')
    if (answer.http >= 200 && answer.http < 300) {
      return failed ? outcomeOfCode(meaning ?? 'recipient', answer, printable, now) : accepted(answer)
    }
    return outcomeOfCode(meaning, answer, printable, now)
  }
}

/** `num_segments` is 0 as long as a messaging service has not chosen the sender. */
function accepted({ json }: Answer): Outcome {
  const id = textMember(json, 'sid')
  const parts = Number(member(json, 'num_segments') ?? 0)
  return { status: 'accepted', ...(id && { id }), ...(parts > 0 && { parts }) }
}
