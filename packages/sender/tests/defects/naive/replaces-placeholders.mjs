import { decryptCode } from './decrypt.mjs'
import { sendMail } from './send-mail.mjs'

const template = 'Your temporary password is {password}. Change it soon.'
const characters = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }

export const handler = async (event) => {
  const escaped = await decryptCode(event.request.code)
  const password = escaped.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => characters[entity])
  const text = template.replace('{password}', password)
  await sendMail({ to: event.request.userAttributes.email, subject: 'Invitation', text })
}
