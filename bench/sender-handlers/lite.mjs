import { createSender } from '@herald/sender/lite'
import { resendToSend } from '@herald/sender/providers/resend'

export const handler = createSender({
  email: resendToSend({ apiKey: 're_bench', from: 'Acme <no-reply@acme.dev>', baseUrl: process.env.PROVIDER_URL }),
})
