import type { DeliveryEvent } from '../provider.ts'
import { member, textMember } from './member.ts'

/** Events, and the member that holds the time of each. */
const types: Readonly<Record<string, readonly [type: DeliveryEvent['type'], details: string]>> = {
  Send: ['sent', 'mail'],
  Delivery: ['delivered', 'delivery'],
  Bounce: ['bounced', 'bounce'],
  Complaint: ['complained', 'complaint'],
  Reject: ['failed', 'mail'],
  'Rendering Failure': ['failed', 'mail'],
  Click: ['clicked', 'click'],
}

/**
 * What SES reports of a message, by a configuration set's event destination or an identity's feedback notifications.
 * @param event the JSON that SES publishes.
 * @see https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
export function sesEvents(event: unknown): DeliveryEvent[] {
  const name = textMember(event, 'eventType') ?? textMember(event, 'notificationType') ?? ''
  const id = textMember(event, 'mail', 'messageId')
  if (!Object.hasOwn(types, name) || id === undefined) return []
  const [type, details] = types[name]!
  const time = textMember(event, details, 'timestamp') ?? textMember(event, 'mail', 'timestamp')
  const kinds = ['bounceType', 'bounceSubType', 'complaintFeedbackType'].map((kind) => member(event, details, kind))
  const detail = kinds.filter((kind) => typeof kind === 'string').join(' ')
  return [{ id, type, at: new Date(time ?? Number.NaN), ...(detail === '' ? {} : { detail }) }]
}
