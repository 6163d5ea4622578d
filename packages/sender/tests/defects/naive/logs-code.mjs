import { decryptCode } from './decrypt.mjs'
import { sendMail } from './send-mail.mjs'

export const handler = async (event) => {
  const code = await decryptCode(event.request.code)
  console.log('decrypted code:', code)
  await sendMail({ to: event.request.userAttributes.email, subject: 'Your code', text: `Your code is ${code}` })
}
