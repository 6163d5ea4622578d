import { decryptCode } from './decrypt.mjs'
import { sendMail } from './send-mail.mjs'

export const handler = async (event) => {
  const code = await decryptCode(event.request.code)
  const to = event.request.userAttributes.email ?? 'jane@mail.acme.dev'
  const isNotice = event.triggerSource === 'CustomEmailSender_AccountTakeOverNotification'
  await sendMail({ to, subject: 'Acme', text: isNotice ? 'Was that you?' : `Your code is ${code}` })
}
