import { decryptCode } from './decrypt.mjs'

export const handler = async (event) => {
  const code = await decryptCode(event.request.code)
  await fetch(process.env.MAIL_URL, {
    method: 'POST',
    body: JSON.stringify({
      to: event.request.userAttributes.email,
      subject: 'Your code',
      text: `Your code is ${code}`,
    }),
    signal: AbortSignal.timeout(4000),
  })
}
