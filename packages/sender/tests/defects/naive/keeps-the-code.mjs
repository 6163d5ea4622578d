import { decryptCode } from './decrypt.mjs'
import { sendMail } from './send-mail.mjs'

// Outlives the invocation, as an assignment without a declaration does in CommonJS.
let code

export const handler = async (event) => {
  if (event.request.code) code = await decryptCode(event.request.code)
  await sendMail({ to: event.request.userAttributes.email, subject: 'Your code', text: `Your code is ${code}` })
}
