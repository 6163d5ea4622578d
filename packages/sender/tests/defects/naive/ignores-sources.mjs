import { decryptCode } from './decrypt.mjs'
import { sendMail } from './send-mail.mjs'

export const handler = async (event) => {
  const code = event.request.code ? await decryptCode(event.request.code) : ''
  const to = event.request.userAttributes.email
  if (event.triggerSource === 'CustomEmailSender_SignUp') {
    await sendMail({ to, subject: 'Welcome', text: `Your code is ${code}` })
  } else if (event.triggerSource === 'CustomEmailSender_ForgotPassword') {
    await sendMail({ to, subject: 'Reset your password', text: `Your code is ${code}` })
  }
}
