import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, type TestContext } from 'node:test'
import { lambdaContext, type SenderEvents, senderEvents, startLocalKms } from '@herald/sender/testing'
import { type FakeService, startFakeService } from '../providers/fake-service.ts'
import { type Container, openContainer } from './container.ts'

/** A message as it reached the mail service. */
export interface Mail {
  to: string
  subject?: string
  text: string
  html?: string
}

/** Where a check happens: a container with the handler, and the services that the handler calls. */
export interface Place extends Container {
  events: SenderEvents
  /** The mail service. */
  mail: FakeService
  /** Systems Manager, from which the service's key comes. */
  parameters: FakeService
  sent(): Mail[]
  /** Handles an event. @throws {assert.AssertionError} when that fails. */
  handles(event: unknown): Promise<void>
}

const kms = await startLocalKms()
after(kms.close)

/** @param handler a file of this folder. */
export async function openPlace(t: TestContext, handler: string, more: Record<string, string> = {}): Promise<Place> {
  const [mail, parameters] = await Promise.all([startFakeService(), startFakeService()])
  t.after(() => Promise.all([mail.close(), parameters.close()]))
  parameters.behave({ status: 200, body: { Parameter: { Name: '/auth/mail', Value: 'a-key-of-the-service' } } })
  const container = openContainer(t, join(import.meta.dirname, handler), {
    ...kms.environment,
    AWS_ENDPOINT_URL_SSM: parameters.url,
    MAIL_URL: `${mail.url}/send`,
    ...more,
  })
  return {
    ...container,
    events: senderEvents(kms),
    mail,
    parameters,
    sent: () => mail.seen.map(({ body }) => JSON.parse(body) as Mail),
    async handles(event) {
      const ended = await container.invoke(event, { requestId: lambdaContext().awsRequestId })
      assert.deepEqual(ended, { error: undefined }, 'the handler failed')
    },
  }
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** What a reader of HTML sees. */
export const shown = (html: string) =>
  html
    .replace(/<(style|title|head)[\s>].*?<\/\1>/gs, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name]!)
