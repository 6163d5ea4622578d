import { ServiceError } from '@herald/protocol'
import type { Operations } from '@herald/protocol/sesv2'
import { attachmentsOf } from '../attached.ts'
import { mergedData } from '../bulk.ts'
import type { V2Operation } from '../parts.ts'
import { badRequest, noSuchTemplate } from '../refusals.ts'
import { destinationOf } from '../send-mail.ts'
import { requireTemplate, sendTemplate, templateName } from '../templates.ts'

type Result = Operations['SendBulkEmail']['output']['BulkEmailEntryResults'][number]

/** AWS documents: at most 50 destinations in one call. */
const MOST_ENTRIES = 50

export const SendBulkEmail: V2Operation<'SendBulkEmail'> = (ses) => async (call, input) => {
  const { DefaultContent, BulkEmailEntries, FromEmailAddress } = input
  if (BulkEmailEntries.length === 0 || BulkEmailEntries.length > MOST_ENTRIES)
    throw badRequest(`BulkEmailEntries must have 1 to ${MOST_ENTRIES} entries.`)
  const { Template } = DefaultContent
  if (!Template) throw badRequest('DefaultContent must have a Template.')
  const name = templateName(Template.TemplateName, Template.TemplateArn)
  const { TemplateContent } = Template
  if ((name === undefined) === (TemplateContent === undefined))
    throw badRequest('Template must have exactly one of TemplateName, TemplateArn and TemplateContent.')
  const template =
    name === undefined
      ? { subject: TemplateContent?.Subject, text: TemplateContent?.Text, html: TemplateContent?.Html }
      : await requireTemplate(ses, call, name, noSuchTemplate.v2)
  const results: Result[] = []
  for (const { Destination, ReplacementEmailContent } of BulkEmailEntries) {
    const mail = {
      provider: 'SES v2 SendBulkEmail',
      from: FromEmailAddress,
      recipients: destinationOf(Destination),
      ...attachmentsOf(Template.Attachments),
    }
    const own = ReplacementEmailContent?.ReplacementTemplate?.ReplacementTemplateData
    try {
      const data = mergedData(Template.TemplateData, own, badRequest)
      results.push({ Status: 'SUCCESS', MessageId: await sendTemplate(ses, call, mail, template, data, badRequest) })
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error
      results.push({ Status: 'INVALID_PARAMETER', Error: error.message })
    }
  }
  return { BulkEmailEntryResults: results }
}
