import { ServiceError } from '@herald/protocol'
import type { Operations } from '@herald/protocol/ses'
import { mergedData } from '../bulk.ts'
import type { V1Operation } from '../parts.ts'
import { invalidValue, noSuchTemplate } from '../refusals.ts'
import { destinationOf } from '../send-mail.ts'
import { requireTemplate, sendTemplate } from '../templates.ts'

type Status = Operations['SendBulkTemplatedEmail']['output']['Status'][number]

/** AWS documents: at most 50 destinations in one call. */
const MOST_DESTINATIONS = 50

export const SendBulkTemplatedEmail: V1Operation<'SendBulkTemplatedEmail'> = (ses) => async (call, input) => {
  const { Destinations, DefaultTemplateData, Source } = input
  if (Destinations.length === 0 || Destinations.length > MOST_DESTINATIONS)
    throw invalidValue(`Destinations must have 1 to ${MOST_DESTINATIONS} entries.`)
  const template = await requireTemplate(ses, call, input.Template, noSuchTemplate.v1)
  const results: Status[] = []
  for (const { Destination, ReplacementTemplateData } of Destinations) {
    const mail = { provider: 'SES SendBulkTemplatedEmail', from: Source, recipients: destinationOf(Destination) }
    try {
      const data = mergedData(DefaultTemplateData, ReplacementTemplateData, invalidValue)
      results.push({ Status: 'Success', MessageId: await sendTemplate(ses, call, mail, template, data, invalidValue) })
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error
      results.push({ Status: 'InvalidParameterValue', Error: error.message })
    }
  }
  return { Status: results }
}
