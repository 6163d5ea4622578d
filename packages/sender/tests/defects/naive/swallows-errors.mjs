import { decryptCode } from './decrypt.mjs'
import { sendMail } from './send-mail.mjs'

export const handler = async (event) => {
  try {
    const code = await decryptCode(event.request.code)
    await sendMail({ to: event.request.userAttributes.email, subject: 'Your code', text: `Your code is ${code}` })
  } catch (error) {
    console.error('could not send the message', error.message)
  }
  return event
}
