import { decryptCode } from './decrypt.mjs'
import { sendMail } from './send-mail.mjs'

export const handler = async (event) => {
  const { email, name } = event.request.userAttributes
  const code = await decryptCode(event.request.code)
  const text = `Hello, your code is ${code}`
  await sendMail({
    to: email,
    subject: 'Welcome',
    text,
    html: `<p>Hello ${name},</p><p>your code is <b>${code}</b></p>`,
  })
}
