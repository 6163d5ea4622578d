import type { PoolContext } from '../context.ts'
import type { PoolDoc } from '../pools/pool.ts'
import { notificationText } from '../threats/notification-text.ts'
import type { TakeoverAttributes } from '../threats/risk.ts'
import { riskConfigurationFor } from '../threats/risk-configuration.ts'
import { CODE } from '../triggers/custom-message.ts'
import { htmlEscaped } from './html-escaped.ts'
import type { MessageDoc } from './message.ts'

/** What AWS sends where the pool has no text of its own, as DescribeUserPool and the console show it. */
const texts = {
  code: { subject: 'Your verification code', body: 'Your confirmation code is {####}' },
  invitation: {
    subject: 'Your temporary password',
    body: 'Your username is {username} and temporary password is {####}.',
  },
  smsCode: 'Your confirmation code is {####}',
  smsInvitation: 'Your username is {username} and temporary password is {####}.',
  smsAuthentication: 'Your authentication code is {####}.',
  emailAuthentication: { subject: 'Your authentication code', body: 'Your authentication code is {####}.' },
  sender: 'no-reply@verificationemail.com',
}

/** One pass, so that nothing in a value is taken for a placeholder. */
function filled(template: string, values: { code: string; username: string }): string {
  return template.replace(/\{####\}|\{username\}/g, (placeholder) =>
    placeholder === CODE ? values.code : values.username,
  )
}

function emailTemplate(pool: PoolDoc, message: MessageDoc): { subject: string; body: string } {
  const own = poolsEmailTemplate(pool, message)
  return { subject: message.texts?.emailSubject ?? own.subject, body: message.texts?.emailMessage ?? own.body }
}

function poolsEmailTemplate(pool: PoolDoc, message: MessageDoc): { subject: string; body: string } {
  const { settings } = pool
  if (message.reason === 'AdminCreateUser') {
    const invitation = settings.AdminCreateUserConfig?.InviteMessageTemplate
    return {
      subject: invitation?.EmailSubject ?? texts.invitation.subject,
      body: invitation?.EmailMessage ?? texts.invitation.body,
    }
  }
  if (message.reason === 'Authentication') {
    return {
      subject: pool.mfaFactors?.email?.Subject ?? texts.emailAuthentication.subject,
      body: pool.mfaFactors?.email?.Message ?? texts.emailAuthentication.body,
    }
  }
  const template = settings.VerificationMessageTemplate
  return {
    subject: template?.EmailSubject ?? settings.EmailVerificationSubject ?? texts.code.subject,
    body: template?.EmailMessage ?? settings.EmailVerificationMessage ?? texts.code.body,
  }
}

function smsTemplate(pool: PoolDoc, message: MessageDoc): string {
  const { settings } = pool
  if (message.texts?.smsMessage !== undefined) return message.texts.smsMessage
  if (message.reason === 'AdminCreateUser') {
    return settings.AdminCreateUserConfig?.InviteMessageTemplate?.SMSMessage ?? texts.smsInvitation
  }
  if (message.reason === 'Authentication') return settings.SmsAuthenticationMessage ?? texts.smsAuthentication
  return settings.VerificationMessageTemplate?.SmsMessage ?? settings.SmsVerificationMessage ?? texts.smsCode
}

/** Delivers as a pool without a custom sender does: mail through SES, SMS through SNS, with the pool's own texts. */
export async function deliverByDefault(
  context: PoolContext,
  pool: PoolDoc,
  message: MessageDoc,
  secret: string,
): Promise<void> {
  const aws = context.aws(pool.arn, pool.region)
  const headers = { 'x-amzn-trace-id': `Root=${message.id}` }
  if (message.channel === 'sms') {
    const text = filled(smsTemplate(pool, message), { code: secret, username: message.userName })
    await aws.call('sns', 'Publish', { PhoneNumber: message.to, Message: text }, { headers })
    return
  }
  if (message.reason === 'AccountTakeOverNotification')
    return notifyByDefault(context, pool, message, JSON.parse(secret))
  const { subject, body } = emailTemplate(pool, message)
  const values = { code: htmlEscaped(secret), username: htmlEscaped(message.userName) }
  const email = pool.settings.EmailConfiguration
  await aws.call(
    'sesv2',
    'SendEmail',
    {
      FromEmailAddress: email?.From ?? email?.SourceArn?.split('identity/')[1] ?? texts.sender,
      ReplyToAddresses: email?.ReplyToEmailAddress ? [email.ReplyToEmailAddress] : undefined,
      Destination: { ToAddresses: [message.to] },
      Content: {
        Simple: {
          Subject: { Data: filled(subject, { code: secret, username: message.userName }) },
          Body: { Html: { Data: filled(body, values) } },
        },
      },
    },
    { headers },
  )
}

/** AWS documents that a notification goes out in the words, and from the identity, of the risk configuration. */
async function notifyByDefault(
  context: PoolContext,
  pool: PoolDoc,
  message: MessageDoc,
  told: TakeoverAttributes,
): Promise<void> {
  const settings = await riskConfigurationFor(context.store, pool.id, message.clientId)
  const notify = settings.AccountTakeoverRiskConfiguration?.NotifyConfiguration
  const { subject, html, text } = notificationText(notify, told)
  await context.aws(pool.arn, pool.region).call(
    'sesv2',
    'SendEmail',
    {
      FromEmailAddress: notify?.From ?? notify?.SourceArn.split('identity/')[1] ?? texts.sender,
      ReplyToAddresses: notify?.ReplyTo ? [notify.ReplyTo] : undefined,
      Destination: { ToAddresses: [message.to] },
      Content: {
        Simple: {
          Subject: { Data: subject },
          Body: {
            ...(html === undefined ? {} : { Html: { Data: html } }),
            ...(text === undefined ? {} : { Text: { Data: text } }),
          },
        },
      },
    },
    { headers: { 'x-amzn-trace-id': `Root=${message.id}` } },
  )
}
