/** What tests of a handler need, kept out of the handlers' own entry. */
export { expectNoSecrets } from '../observe/expect-no-secrets.ts'
export { sampleMessage } from '../templates/sample-message.ts'
