import type { NotifyConfigurationType, NotifyEmailType } from '@herald/protocol/cognito-idp'
import { htmlEscaped } from '../messages/html-escaped.ts'
import type { TakeoverAction, TakeoverAttributes } from './risk.ts'

const details = 'Time: {login-time}\nDevice: {device-name}\nLocation: {city}, {country}'

/** What is said where the pool has no words of its own: assumed. */
const texts = {
  BlockEmail: { Subject: 'Blocked sign-in attempt', TextBody: `We blocked a sign-in to your account.\n${details}` },
  MfaEmail: {
    Subject: 'New sign-in attempt',
    TextBody: `We asked for a second factor at a sign-in to your account.\n${details}`,
  },
  NoActionEmail: {
    Subject: 'New sign-in attempt',
    TextBody: `There was an unusual sign-in to your account.\n${details}`,
  },
} satisfies Record<string, NotifyEmailType>

const templates: Readonly<Record<TakeoverAction, keyof typeof texts>> = {
  BLOCK: 'BlockEmail',
  MFA_IF_CONFIGURED: 'MfaEmail',
  MFA_REQUIRED: 'MfaEmail',
  NO_ACTION: 'NoActionEmail',
}

export interface NotificationText {
  subject: string
  html?: string
  text?: string
}

/** A notification in the pool's own words, with AWS's placeholders filled; what is not known is left empty. */
export function notificationText(
  notify: Pick<NotifyConfigurationType, keyof typeof texts> | undefined,
  told: TakeoverAttributes,
): NotificationText {
  const name = templates[told.ACCOUNT_TAKE_OVER_ACTION]
  const template: NotifyEmailType = notify?.[name] ?? texts[name]
  const { Subject, HtmlBody, TextBody } = template
  const words = HtmlBody === undefined && TextBody === undefined ? texts[name].TextBody : TextBody
  return {
    subject: filled(Subject, told, (value) => value),
    ...(HtmlBody === undefined ? {} : { html: filled(HtmlBody, told, htmlEscaped) }),
    ...(words === undefined ? {} : { text: filled(words, told, (value) => value) }),
  }
}

/** One pass, so that nothing in a value is taken for a placeholder. */
function filled(template: string, told: TakeoverAttributes, safe: (value: string) => string): string {
  const values: Record<string, string | null> = {
    username: told.USER_NAME,
    'ip-address': told.IP_ADDRESS,
    city: told.CITY,
    country: told.COUNTRY,
    'login-time': told.LOGIN_TIME,
    'device-name': told.DEVICE_NAME,
    'event-id': told.EVENT_ID,
    'feedback-token': told.FEEDBACK_TOKEN,
    'one-click-link-valid': told.ONE_CLICK_LINK_VALID,
    'one-click-link-invalid': told.ONE_CLICK_LINK_INVALID,
  }
  return template.replace(/\{([a-z-]+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(values, name) ? safe(values[name] ?? '') : placeholder,
  )
}
