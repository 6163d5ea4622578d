import { decryptCode } from './decrypt.mjs'
import { sendMail } from './send-mail.mjs'

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escapeHtml = (text) => text.replace(/[&<>"']/g, (character) => entities[character])
const unescapeHtml = (text) =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (entity) =>
    Object.keys(entities).find((character) => entities[character] === entity),
  )

export const handler = async (event) => {
  const password = await decryptCode(event.request.code)
  const text = `Your temporary password is ${unescapeHtml(password)}`
  const html = `<p>Your temporary password is ${escapeHtml(password)}</p>`
  await sendMail({ to: event.request.userAttributes.email, subject: 'Invitation', text, html })
}
