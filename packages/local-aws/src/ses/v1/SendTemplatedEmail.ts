import type { V1Operation } from '../parts.ts'
import { invalidValue, noSuchTemplate } from '../refusals.ts'
import { destinationOf } from '../send-mail.ts'
import { requireTemplate, sendTemplate } from '../templates.ts'

export const SendTemplatedEmail: V1Operation<'SendTemplatedEmail'> = (ses) => async (call, input) => {
  const template = await requireTemplate(ses, call, input.Template, noSuchTemplate.v1)
  const mail = {
    provider: 'SES SendTemplatedEmail',
    from: input.Source,
    recipients: destinationOf(input.Destination),
  }
  return { MessageId: await sendTemplate(ses, call, mail, template, input.TemplateData, invalidValue) }
}
