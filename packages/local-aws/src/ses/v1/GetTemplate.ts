import type { V1Operation } from '../parts.ts'
import { noSuchTemplate } from '../refusals.ts'
import { requireTemplate } from '../templates.ts'

export const GetTemplate: V1Operation<'GetTemplate'> = (ses) => async (call, input) => {
  const { name, subject, text, html } = await requireTemplate(ses, call, input.TemplateName, noSuchTemplate.v1)
  return {
    Template: {
      TemplateName: name,
      ...(subject !== undefined && { SubjectPart: subject }),
      ...(text !== undefined && { TextPart: text }),
      ...(html !== undefined && { HtmlPart: html }),
    },
  }
}
