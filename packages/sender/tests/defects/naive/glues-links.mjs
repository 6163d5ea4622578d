import { decryptCode } from './decrypt.mjs'
import { sendMail } from './send-mail.mjs'

export const handler = async (event) => {
  const code = await decryptCode(event.request.code)
  const link = `https://app.acme.dev/confirm?user=${event.userName}&code=${code}`
  const mail = { to: event.request.userAttributes.email, subject: 'Confirm', text: `Open ${link}` }
  await sendMail({ ...mail, html: `<a href="${link}">Confirm</a>` })
}
