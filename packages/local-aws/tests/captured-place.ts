import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'
import { PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2'
import { SESClient } from '@aws-sdk/client-ses'
import { SESv2Client } from '@aws-sdk/client-sesv2'
import { SNSClient } from '@aws-sdk/client-sns'
import { type Clock, createClock, systemRandomness } from '@herald/environment'
import { createGateway } from '@herald/gateway'
import { createInbox, createInboxApi, type Inbox, inboxCollections, newTraceRoot } from '@herald/inbox'
import { createSes, sesCollections } from '@herald/local-aws/ses'
import { createSmsVoice } from '@herald/local-aws/sms-voice'
import { createSns, snsCollections } from '@herald/local-aws/sns'
import { createCredentials } from '@herald/local-aws/sts'
import type { Call, Service } from '@herald/protocol'
import { createVault, openSqliteStore } from '@herald/storage'

export interface CapturedPlace {
  inbox: Inbox
  clock: Clock
  url: string
  ses: SESv2Client
  /** SES's first API. */
  sesV1: SESClient
  sns: SNSClient
  smsVoice: PinpointSMSVoiceV2Client
  /** Calls of Lambda's Invoke, which a stand-in takes. */
  invoked: { call: Call; input: { FunctionName: string; InvocationType?: string; Payload?: Uint8Array } }[]
  /** Enters a pool's message with the code 123456 and sends what follows with its trace, as the SDK does inside a function. */
  asSender(): Promise<string>
}

/** SES, SNS and End User Messaging behind the real gateway on a port of their own, with everything in memory. */
export async function openCaptured(t: TestContext): Promise<CapturedPlace> {
  const clock = createClock(() => Date.parse('2026-09-01T12:00:00Z'))
  const environment = { clock, random: systemRandomness }
  const collections = [...inboxCollections, ...sesCollections, ...snsCollections]
  const store = await openSqliteStore({ folder: undefined, collections })
  const vault = createVault(Buffer.alloc(32, 7))
  const faults: unknown[] = []
  const inbox = createInbox({ store, vault, environment, onTrouble: (error) => faults.push(error) })
  const credentials = createCredentials(environment)
  const region = 'eu-west-1'
  let endpoint = ''
  const sns = createSns({ inbox, environment, store, vault, endpoint: () => endpoint, region, credentials })
  const invoked: CapturedPlace['invoked'] = []
  const lambda: Service = {
    name: 'lambda',
    operations: {
      async Invoke(call, input) {
        invoked.push({ call, input })
        return { StatusCode: 202 }
      },
    },
  }
  const gateway = createGateway({
    services: [
      ...Object.values(createSes({ inbox, environment, store })),
      sns.service,
      createSmsVoice({ inbox, environment }).service,
      lambda,
    ],
    region,
    accountId: '111122223333',
    lookupCaller: credentials.lookup,
    hosts: [],
    origins: undefined,
    loopback: true,
    endpoint: () => endpoint,
    random: systemRandomness,
    routes: [...sns.routes, ...createInboxApi({ inbox, environment, version: '0', clockControl: false })],
    onFault: (error) => faults.push(error),
  })
  const server = createServer(gateway.handler)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const settings = {
    endpoint,
    region,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  }
  let trace: string | undefined
  const clients = {
    ses: new SESv2Client(settings),
    sesV1: new SESClient(settings),
    sns: new SNSClient(settings),
    smsVoice: new PinpointSMSVoiceV2Client(settings),
  }
  for (const client of Object.values(clients) as SESv2Client[])
    client.middlewareStack.add(
      (next) => (args) => {
        const { headers } = args.request as { headers: Record<string, string> }
        if (trace) headers['x-amzn-trace-id'] = `Root=${trace};Parent=53995c3f42cd8ad8;Sampled=0`
        return next(args)
      },
      { step: 'build' },
    )
  t.after(async () => {
    await sns.close()
    inbox.close()
    for (const client of Object.values(clients)) client.destroy()
    server.closeAllConnections()
    server.close()
    await store.close()
    if (faults.length > 0) throw faults[0]
  })
  return {
    inbox,
    clock,
    url: endpoint,
    ...clients,
    invoked,
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
