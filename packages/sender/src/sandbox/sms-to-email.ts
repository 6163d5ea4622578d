import type { Sandbox } from '../options.ts'

/**
 * A sandbox in which e-mails go out as usual and everything for a phone becomes an e-mail to one address, or a message of
 * an SNS topic to which the team subscribed: for stages in which real SMS cost money or cannot be received.
 * `createSender({ email, sandbox: smsToEmail('dev@acme.dev') })` needs no SMS provider.
 */
export function smsToEmail(
  to: string | { snsTopicArn: string },
  options: Pick<Sandbox, 'except' | 'force'> = {},
): Sandbox {
  return { ...options, to: typeof to === 'string' ? { email: to } : to, channels: ['sms', 'whatsapp', 'voice'] }
}
