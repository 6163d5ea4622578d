import type { Provider } from '../provider.ts'
import { resolveSecretish, type Secretish } from '../secretish.ts'
import { checkByCall } from './call.ts'
import { callForMail, type MailOptions, parseMailAddress, subjectOf } from './mail-address.ts'
import { member } from './member.ts'
import { baseUrl } from './url-of.ts'

export interface BrevoOptions extends MailOptions {
  /** `xkeysib-…` */
  apiKey: Secretish
}

/**
 * Sends e-mail by Brevo (formerly Sendinblue).
 *
 * Brevo has no switch for the tracking of one message: switch it off in the account's transactional settings, since a
 * rewritten link leaks what it holds.
 *
 * https://developers.brevo.com/reference/send-transac-email, errors: https://developers.brevo.com/docs/how-it-works
 * @throws {TypeError} when `from`, `replyTo` or `baseUrl` is malformed.
 */
export function brevo(options: BrevoOptions): Provider {
  const sender = parseMailAddress(options.from)
  const replyTo = options.replyTo === undefined ? undefined : parseMailAddress(options.replyTo)
  const base = baseUrl(options.baseUrl, 'https://api.brevo.com')
  const headers = async () => ({ 'api-key': await resolveSecretish(options.apiKey) })

  return {
    name: 'brevo',
    channels: ['email'],

    send: (to, body, _message, context) =>
      callForMail(
        to,
        async () => ({
          url: `${base}/v3/smtp/email`,
          headers: await headers(),
          json: {
            sender,
            to: [{ email: to }],
            replyTo,
            subject: subjectOf(body),
            textContent: body.text,
            htmlContent: body.html,
          },
          id: ({ json }) => member(json, 'messageId'),
          code: ({ json }) => member(json, 'code'),
          refused: ({ http }, code) =>
            // Codes of the account, whatever status they come with: no credit left, not activated, no permission.
            http >= 400 &&
            http < 500 &&
            /^(unauthorized|not_enough_credits|account_under_validation|permission_denied)$/.test(code ?? '')
              ? { status: 'drop', reason: `HTTP ${http} ${code}`, http, account: true }
              : undefined,
        }),
        context,
      ),

    check: (context) =>
      checkByCall(async () => ({ url: `${base}/v3/account`, method: 'GET', headers: await headers() }), context),
  }
}
