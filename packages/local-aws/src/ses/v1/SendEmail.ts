import type { V1Operation } from '../parts.ts'
import { invalidValue } from '../refusals.ts'
import { destinationOf, sendMail } from '../send-mail.ts'

export const SendEmail: V1Operation<'SendEmail'> = (ses) => async (call, input) => {
  const { Subject, Body } = input.Message
  if (!Body.Text && !Body.Html) throw invalidValue('The message must have a Text or an Html body.')
  const mail = {
    provider: 'SES SendEmail',
    from: input.Source,
    recipients: destinationOf(input.Destination),
    subject: Subject.Data,
    ...(Body.Text && { text: Body.Text.Data }),
    ...(Body.Html && { html: Body.Html.Data }),
  }
  return { MessageId: await sendMail(ses, call, mail, invalidValue) }
}
