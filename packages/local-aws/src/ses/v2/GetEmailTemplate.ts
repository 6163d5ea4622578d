import type { V2Operation } from '../parts.ts'
import { noSuchTemplate } from '../refusals.ts'
import { requireTemplate } from '../templates.ts'

export const GetEmailTemplate: V2Operation<'GetEmailTemplate'> = (ses) => async (call, input) => {
  const { name, subject, text, html } = await requireTemplate(ses, call, input.TemplateName, noSuchTemplate.v2)
  return {
    TemplateName: name,
    TemplateContent: {
      ...(subject !== undefined && { Subject: subject }),
      ...(text !== undefined && { Text: text }),
      ...(html !== undefined && { Html: html }),
    },
    Tags: [],
  }
}
