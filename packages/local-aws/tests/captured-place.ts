import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'
import { SESv2Client } from '@aws-sdk/client-sesv2'
import { SNSClient } from '@aws-sdk/client-sns'
import { createClock, systemRandomness } from '@herald/environment'
import { createGateway } from '@herald/gateway'
import { createInbox, type Inbox, inboxCollections, newTraceRoot } from '@herald/inbox'
import { createSes, sesCollections } from '@herald/local-aws/ses'
import { createSns } from '@herald/local-aws/sns'
import { createVault, openSqliteStore } from '@herald/storage'

export interface CapturedPlace {
  inbox: Inbox
  ses: SESv2Client
  sns: SNSClient
  /** Enters a pool's message with the code 123456 and sends what follows with its trace, as the SDK does inside a function. */
  asSender(): Promise<string>
}

/** SES and SNS behind the real gateway on a port of their own, with everything in memory. */
export async function openCaptured(t: TestContext): Promise<CapturedPlace> {
  const environment = { clock: createClock(() => Date.parse('2026-09-01T12:00:00Z')), random: systemRandomness }
  const store = await openSqliteStore({ folder: undefined, collections: [...inboxCollections, ...sesCollections] })
  const faults: unknown[] = []
  const inbox = createInbox({
    store,
    vault: createVault(Buffer.alloc(32, 7)),
    environment,
    onTrouble: (error) => faults.push(error),
  })
  let endpoint = ''
  const gateway = createGateway({
    services: [...Object.values(createSes({ inbox, environment, store })), createSns({ inbox, environment }).service],
    region: 'eu-west-1',
    accountId: '111122223333',
    lookupCaller: () => undefined,
    hosts: [],
    origins: undefined,
    loopback: true,
    endpoint: () => endpoint,
    random: systemRandomness,
    routes: [],
    onFault: (error) => faults.push(error),
  })
  const server = createServer(gateway.handler)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const settings = {
    endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  }
  let trace: string | undefined
  const ses = new SESv2Client(settings)
  const sns = new SNSClient(settings)
  for (const client of [ses, sns] as SESv2Client[])
    client.middlewareStack.add(
      (next) => (args) => {
        const { headers } = args.request as { headers: Record<string, string> }
        if (trace) headers['x-amzn-trace-id'] = `Root=${trace};Parent=53995c3f42cd8ad8;Sampled=0`
        return next(args)
      },
      { step: 'build' },
    )
  t.after(async () => {
    inbox.close()
    ses.destroy()
    sns.destroy()
    server.closeAllConnections()
    server.close()
    await store.close()
    if (faults.length > 0) throw faults[0]
  })
  return {
    inbox,
    ses,
    sns,
    async asSender() {
      const id = newTraceRoot(environment)
      await store.transaction((tx) =>
        inbox.queued(tx, {
          id,
          channel: 'email',
          to: 'jane@example.com',
          trigger: { source: 'CustomEmailSender_SignUp', userPoolId: 'eu-west-1_A', userName: 'jane' },
          secret: '123456',
          steps: [],
        }),
      )
      trace = id
      return id
    },
  }
}
