import { createSender, liteDecryptor } from '@herald/sender/lite'
import { functionKms } from '@herald/sender/lite/kms'
import { resendToSend } from '@herald/sender/providers/resend'

export const handler = createSender({
  decryptor: liteDecryptor({ kms: functionKms() }),
  email: resendToSend({ apiKey: 're_bench', from: 'Acme <no-reply@acme.dev>', baseUrl: process.env.PROVIDER_URL }),
})
