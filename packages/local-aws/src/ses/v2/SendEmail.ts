import type { Operations } from '@herald/protocol/sesv2'
import { attachmentsOf } from '../attached.ts'
import type { V2Operation } from '../parts.ts'
import { badRequest, noSuchTemplate } from '../refusals.ts'
import { destinationOf, rawMail, sendMail } from '../send-mail.ts'
import { requireTemplate, sendTemplate, templateName } from '../templates.ts'

type Template = NonNullable<Operations['SendEmail']['input']['Content']['Template']>

const provider = 'SES v2 SendEmail'

/** What AWS would deliver goes into the inbox, as one message for all its recipients. */
export const SendEmail: V2Operation<'SendEmail'> = (ses) => async (call, input) => {
  const { Simple, Raw, Template } = input.Content
  const given = [Simple, Raw, Template].filter((content) => content !== undefined)
  if (given.length !== 1) throw badRequest('Content must have exactly one of Simple, Raw and Template.')
  const envelope = { from: input.FromEmailAddress, recipients: destinationOf(input.Destination) }
  if (Raw) return { MessageId: await sendMail(ses, call, await rawMail(provider, Raw.Data, envelope), badRequest) }
  if (Template) {
    const mail = { provider, ...envelope, ...attachmentsOf(Template.Attachments) }
    const parts = await templateParts(Template)
    return { MessageId: await sendTemplate(ses, call, mail, parts, Template.TemplateData ?? '{}', badRequest) }
  }
  const { Subject, Body, Attachments } = Simple ?? {}
  if (!Body?.Text && !Body?.Html) throw badRequest('Body must have Text or Html.')
  const mail = {
    provider,
    ...envelope,
    ...(Subject && { subject: Subject.Data }),
    ...(Body.Text && { text: Body.Text.Data }),
    ...(Body.Html && { html: Body.Html.Data }),
    ...attachmentsOf(Attachments),
  }
  return { MessageId: await sendMail(ses, call, mail, badRequest) }

  /** A stored template, or the one that the call itself brings along. */
  async function templateParts({ TemplateName, TemplateArn, TemplateContent }: Template) {
    const name = templateName(TemplateName, TemplateArn)
    if ((name === undefined) === (TemplateContent === undefined))
      throw badRequest('Template must have exactly one of TemplateName, TemplateArn and TemplateContent.')
    if (name !== undefined) return requireTemplate(ses, call, name, noSuchTemplate.v2)
    return { subject: TemplateContent?.Subject, text: TemplateContent?.Text, html: TemplateContent?.Html }
  }
}
