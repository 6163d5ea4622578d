/** What tests of a handler need, kept out of the handlers' own entry. */
export { expectNoSecrets } from '../observe/expect-no-secrets.ts'
export { sampleMessage } from '../templates/sample-message.ts'
export {
  type FakeProvider,
  type FakeProviderOptions,
  fakeProvider,
  type RecordedAttempt,
  type Step,
} from './fake-provider.ts'
export { type LocalKms, type LocalKmsOptions, startLocalKms } from './local-kms.ts'
export { type EventOptions, lambdaContext, type SenderEvents, senderEvents } from './sender-events.ts'
export { type Awaited, type AwaitedMessage, waitForCode, waitForMessage } from './wait-for-code.ts'
