import {
  budget,
  countries,
  dynamo,
  endUserMessaging,
  failover,
  type Options,
  perPhone,
  resend,
  sesV2,
  twilio,
} from '@herald/sender'
import { liquidDir } from '@herald/sender/liquid'

const { KEY_ARN, POOL_ID = '', RESEND_BASE_URL, STAGE, TWILIO_BASE_URL, TWILIO_SID = '' } = process.env

/** Providers with one behind each, our own words, a table that all containers share, and what SMS may cost us. */
export const options: Options = {
  keyArn: KEY_ARN,
  poolIds: [POOL_ID],
  email: failover(
    resend({
      apiKey: { ssm: '/auth/resend' },
      from: 'Acme <no-reply@acme.dev>',
      baseUrl: RESEND_BASE_URL,
    }),
    sesV2({ from: 'no-reply@acme.dev' }),
  ),
  sms: failover(
    twilio({
      accountSid: TWILIO_SID,
      authToken: { ssm: '/auth/twilio' },
      from: 'Acme',
      baseUrl: TWILIO_BASE_URL,
    }),
    endUserMessaging({ originationIdentity: 'ACME' }),
  ),
  templates: liquidDir('templates', {
    defaultLocale: 'en',
    locales: ['en', 'de', 'pt-BR'],
    brandValues: { name: 'Acme' },
  }),
  store: dynamo({ table: 'auth-messages' }),
  guard: [countries({ allow: ['DE', 'AT', 'PT', 'BR'] }), perPhone(5, '1h'), budget(2000, '1d')],
  sandbox: STAGE === 'prod' ? false : { to: 'inbox', except: ['*@acme.dev'] },
  overrides: {
    AccountTakeOverNotification: (message) => (message.risk?.action === 'NO_ACTION' ? 'drop' : 'default'),
  },
}
