import { DecryptCommand, KMSClient } from '@aws-sdk/client-kms'
import { sendMail } from './send-mail.mjs'

const kms = new KMSClient({})

export const handler = async (event) => {
  // Takes the message of the Encryption SDK for a ciphertext of KMS.
  const { Plaintext } = await kms.send(
    new DecryptCommand({ CiphertextBlob: Buffer.from(event.request.code, 'base64') }),
  )
  const code = Buffer.from(Plaintext).toString('utf8')
  await sendMail({ to: event.request.userAttributes.email, subject: 'Your code', text: `Your code is ${code}` })
}
