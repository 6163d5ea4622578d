import type { Outcome, Provider } from '../provider.ts'
import { resolveSecretish, type Secretish } from '../secretish.ts'
import { type Answer, type Call, call, checkByCall } from './call.ts'
import { member, textMember } from './member.ts'
import { baseUrl } from './url-of.ts'

/** Either a bot's token and a channel, or an incoming webhook, whose URL is a credential and names the channel itself. */
export type SlackOptions =
  | { token: Secretish; channel?: string; baseUrl?: string; webhookUrl?: undefined }
  | { webhookUrl: Secretish; token?: undefined; channel?: undefined; baseUrl?: undefined }

/**
 * Posts messages to a Slack channel: for alerts, sandboxes, and people who are reached there. Links get no preview, since
 * Slack would fetch them to make one and so use up what they hold.
 *
 * Without `channel`, a message goes to its recipient: a channel or user id such as `U024BE7LH`.
 *
 * https://docs.slack.dev/reference/methods/chat.postMessage,
 * https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
 * @throws {TypeError} when `baseUrl`, or a `webhookUrl` that is given as text, is malformed.
 */
export function slack(options: SlackOptions): Provider {
  const base = baseUrl(options.baseUrl, 'https://slack.com/api')
  if (typeof options.webhookUrl === 'string') baseUrl(options.webhookUrl, '')
  const code = ({ json }: Answer) => member(json, 'error')

  async function request(to: string, text: string): Promise<Call> {
    // Everything but these three is shown as it is. https://docs.slack.dev/messaging/formatting-message-text#escaping
    const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
    const message = { text: escaped, unfurl_links: false, unfurl_media: false }
    if (options.webhookUrl !== undefined) {
      return { url: baseUrl(await resolveSecretish(options.webhookUrl), ''), json: message }
    }
    return {
      url: `${base}/chat.postMessage`,
      headers: {
        authorization: `Bearer ${await resolveSecretish(options.token)}`,
        'content-type': 'application/json; charset=utf-8',
      },
      json: { channel: options.channel ?? to, ...message },
      id: ({ json }) => member(json, 'ts'),
      code,
      judge,
    }
  }

  return {
    name: 'slack',
    channels: ['chat'],
    send: (to, body, _message, context) =>
      call(() => request(to, body.subject ? `${body.subject}\n${body.text}` : body.text), context),

    async check(context) {
      const { token } = options
      if (token === undefined) return { ok: true, detail: 'a webhook can only be tried by posting to it' }
      const make = async () => ({
        url: `${base}/auth.test`,
        headers: { authorization: `Bearer ${await resolveSecretish(token)}` },
        code,
        judge,
      })
      return checkByCall(make, context)
    },
  }
}

const ofTheAccount =
  /^(invalid_auth|not_authed|account_inactive|token_\w+|no_permission|missing_scope|not_allowed_token_type|org_login_required|ekm_access_denied|team_access_not_granted|access_denied|accesslimited|restricted_action\w*|not_in_channel|is_archived)$/
const later = /^(rate_?limited|service_unavailable|team_added_to_org)$/
/** Slack says of these that the operation may have succeeded in part. */
const perhaps = /^(internal_error|fatal_error|request_timeout)$/

/** Slack answers 200 to nearly everything: `ok` says what became of it. */
function judge({ http, json }: Answer, code = 'without a code'): Outcome | undefined {
  if (http < 200 || http >= 300 || member(json, 'ok') === true) return undefined
  const reason = `HTTP ${http} ${code}`
  const error = textMember(json, 'error') ?? ''
  if (ofTheAccount.test(error)) return { status: 'drop', reason, http, account: true }
  if (later.test(error)) return { status: 'retry', reason, http }
  if (perhaps.test(error) || error === '') return { status: 'unknown', reason, http }
  return { status: 'drop', reason, http }
}
