export type { Inbox } from './inbox.ts'
export type {
  Channel,
  Delivery,
  Message,
  MessageFilter,
  MessageState,
  QueuedMessage,
  TraceStep,
  Trigger,
} from './message.ts'
export { newTraceRoot, rootOfTraceHeader } from './trace-id.ts'
