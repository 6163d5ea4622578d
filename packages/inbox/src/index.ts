/** What pools sent and providers were given: the inbox, and its HTTP interface under `/_herald/`. */
export { createInboxApi, type InboxApiOptions, type InboxRoute } from './api/create-inbox-api.ts'
export { inboxCollections } from './collections.ts'
export { createInbox, type InboxOptions, type OpenInbox } from './create-inbox.ts'
export { type Inbox, InboxFilterError } from './inbox.ts'
export type {
  Attachment,
  Channel,
  DeliveredAttachment,
  Delivery,
  Message,
  MessageFilter,
  MessageState,
  QueuedMessage,
  TraceStep,
  Trigger,
} from './message.ts'
export { type Mail, readMail } from './read-mail.ts'
export { textOfHtml } from './text-of-html.ts'
export { newTraceRoot, rootOfTraceHeader } from './trace-id.ts'
