import { ServiceError } from '@herald/protocol'
import type { Template } from '@herald/protocol/ses'
import type { EmailTemplateContent } from '@herald/protocol/sesv2'
import type { Refuse } from './parts.ts'
import { badRequest } from './refusals.ts'
import { checkTemplate, RenderingError, type TemplateParts } from './render-template.ts'
import { defined } from './templates.ts'

/** AWS documents: a template, subject and body together, has at most 500 KB. */
const LARGEST = 500 * 1024

/** @throws {ServiceError} BadRequestException for a name or content that cannot be. */
export async function checkV2Template(name: string, content: EmailTemplateContent) {
  const parts = { subject: content.Subject, text: content.Text, html: content.Html }
  return check(name, parts, badRequest)
}

/** @throws {ServiceError} InvalidTemplateException */
export async function checkV1Template(template: Template) {
  const { TemplateName, SubjectPart, TextPart, HtmlPart } = template
  const members = { TemplateName: TemplateName.slice(0, 200) }
  const refuse: Refuse = (message) => new ServiceError('InvalidTemplateException', message, { members })
  return check(TemplateName, { subject: SubjectPart, text: TextPart, html: HtmlPart }, refuse)
}

async function check(name: string, parts: TemplateParts, refuse: Refuse) {
  if (!/^[\w-]{1,64}$/.test(name))
    throw refuse('The template name takes up to 64 letters, digits, hyphens and underscores.')
  const { subject, text, html } = parts
  if (subject === undefined && text === undefined && html === undefined)
    throw refuse('The template must have a subject, a text part or an HTML part.')
  if (Buffer.byteLength(`${subject ?? ''}${text ?? ''}${html ?? ''}`) > LARGEST)
    throw refuse('The template is larger than 500 KB.')
  try {
    await checkTemplate(parts)
  } catch (error) {
    if (error instanceof RenderingError) throw refuse(`The template cannot be read: ${error.message}`)
    throw error
  }
  return defined(parts)
}
