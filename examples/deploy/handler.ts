import { countries, createSender, perPhone } from '@herald/sender'
import { sesV2 } from '@herald/sender/providers/ses-v2'
import { snsSms } from '@herald/sender/providers/sns-sms'

/** One function for both channels. `KEY_ARN`, which the templates of this folder set, says which key opens the codes. */
export const handler = createSender({
  email: sesV2({ from: process.env.SENDER_FROM! }),
  sms: snsSms(),
  guard: [countries({ allow: ['AT', 'CH', 'DE', 'FR', 'GB', 'US'] }), perPhone(5, '1h')],
})
