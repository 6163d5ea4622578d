import { decryptCode } from './decrypt.mjs'
import { sendMail } from './send-mail.mjs'

export const handler = async (event) => {
  const password = await decryptCode(event.request.code)
  const text = `You were invited. Your temporary password is ${password}`
  await sendMail({ to: event.request.userAttributes.email, subject: 'Invitation', text, html: `<p>${text}</p>` })
}
