import type { V1Operation } from '../parts.ts'
import { invalidValue } from '../refusals.ts'
import { rawMail, sendMail } from '../send-mail.ts'

export const SendRawEmail: V1Operation<'SendRawEmail'> = (ses) => async (call, input) => {
  const envelope = { from: input.Source, recipients: input.Destinations ?? [] }
  const mail = await rawMail('SES SendRawEmail', input.RawMessage.Data, envelope)
  return { MessageId: await sendMail(ses, call, mail, invalidValue) }
}
