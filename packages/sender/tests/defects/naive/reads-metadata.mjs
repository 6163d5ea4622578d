import { decryptCode } from './decrypt.mjs'
import { sendMail } from './send-mail.mjs'

export const handler = async (event) => {
  const code = await decryptCode(event.request.code)
  const subject = event.request.clientMetadata.locale === 'de' ? 'Ihr Code' : 'Your code'
  await sendMail({ to: event.request.userAttributes.email, subject, text: `${subject}: ${code}` })
}
