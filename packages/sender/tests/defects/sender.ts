/** A function of @herald/sender that does what the naive ones do: the same service, and the usual words. */
import { createSender, html, http, templates } from '@herald/sender'

const service = http({
  url: process.env.MAIL_URL!,
  secrets: { key: { ssm: '/auth/mail' } },
  headers: ({ secrets }) => ({ authorization: `Bearer ${secrets.key}` }),
})

export const handler = createSender({
  email: service,
  sms: service,
  lookUpUser: async () => ({ email: 'jane@mail.acme.dev' }),
  ...(process.env.WORDS === 'link' && {
    templates: templates({
      SignUp: {
        email: ({ userName, secret }) => ({
          subject: 'Confirm',
          html: html`<a href="https://app.acme.dev/confirm?user=${userName}&amp;code=${secret}">Confirm</a>`,
        }),
      },
    }),
  }),
})
