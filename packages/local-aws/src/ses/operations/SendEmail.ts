import { type Delivery, rootOfTraceHeader } from '@herald/inbox'
import type { Operation } from '@herald/protocol'
import type { Operations } from '@herald/protocol/sesv2'
import { bareAddress, recipientsOf } from '../addresses.ts'
import type { SesOptions } from '../index.ts'
import { newMessageId } from '../message-id.ts'
import { readRawMessage } from '../raw-message.ts'
import { badRequest } from '../refusals.ts'

type Input = Operations['SendEmail']['input']
type Output = Operations['SendEmail']['output']

/**
 * SES v2 SendEmail: what AWS would deliver goes into the inbox, as one message for all its recipients.
 * Senders need no verification. Attachments are taken and not shown. Templates are refused by name.
 */
export function sendEmail({ inbox, environment }: SesOptions): Operation<Input, Output> {
  return async (call, input) => {
    const traceRoot = rootOfTraceHeader(call.traceId)
    const delivery = await deliveryOf(input)
    await inbox.captured({ ...delivery, ...(traceRoot !== undefined && { traceRoot }) })
    return { MessageId: newMessageId(environment) }
  }
}

/** @throws {ServiceError} */
async function deliveryOf(input: Input): Promise<Delivery> {
  const { Simple, Raw, Template } = input.Content
  const given = [Simple, Raw, Template].filter((content) => content !== undefined)
  if (given.length !== 1) throw badRequest('Content must have exactly one of Simple, Raw and Template.')
  if (Template) throw badRequest('Content.Template of SES v2 SendEmail is not built in Herald yet. Use Simple or Raw.')
  const { ToAddresses = [], CcAddresses = [], BccAddresses = [] } = input.Destination ?? {}
  const destination = [...ToAddresses, ...CcAddresses, ...BccAddresses]
  if (Raw) {
    const { recipients, from, ...content } = await readRawMessage(Raw.Data)
    // AWS documents: a Destination goes before the recipients in the headers, and FromEmailAddress before From.
    return {
      ...envelope(input.FromEmailAddress ?? from, destination.length > 0 ? destination : recipients),
      ...content,
    }
  }
  const { Subject, Body } = Simple ?? {}
  if (!Body?.Text && !Body?.Html) throw badRequest('Body must have Text or Html.')
  return {
    ...envelope(input.FromEmailAddress, destination),
    ...(Subject && { subject: Subject.Data }),
    ...(Body.Text && { text: Body.Text.Data }),
    ...(Body.Html && { html: Body.Html.Data }),
  }
}

function envelope(from: string | undefined, recipients: readonly string[]) {
  if (!from) throw badRequest('FromEmailAddress is missing.')
  bareAddress(from)
  return { channel: 'email', provider: 'SES v2 SendEmail', from, to: recipientsOf(recipients).join(', ') } as const
}
