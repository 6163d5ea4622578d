/** A function of @herald/sender that does what the naive ones do: the same service, and the usual words. */
import { createSender, type EmailTexts, html, http, type Message, templates, type View } from '@herald/sender'

const service = http({
  url: process.env.MAIL_URL!,
  secrets: { key: { ssm: '/auth/mail' } },
  headers: ({ secrets }) => ({ authorization: `Bearer ${secrets.key}` }),
})

/** Words of one's own, for what the built-in ones do not have: a link, and the name of the person. */
const own: Record<string, (message: Message<'SignUp'>, view: View) => EmailTexts> = {
  link: ({ userName, secret }) => ({
    subject: 'Confirm',
    html: html`<a href="https://app.acme.dev/confirm?user=${userName}&amp;code=${secret}">Confirm</a>`,
  }),
  name: ({ secret, attributes }, { name }) => ({
    subject: 'Welcome',
    html: html`<p title="${attributes.name}">Hello ${name},</p><p>your code is <b>${secret}</b></p>`,
  }),
}
const words = own[process.env.WORDS ?? '']

export const handler = createSender({
  email: service,
  sms: service,
  lookUpUser: async () => ({ email: 'jane@mail.acme.dev' }),
  ...(words && { templates: templates({ SignUp: { email: words } }) }),
})
