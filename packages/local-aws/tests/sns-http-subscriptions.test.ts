import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, type TestContext, test } from 'node:test'
import {
  GetSubscriptionAttributesCommand,
  PublishCommand,
  SetSubscriptionAttributesCommand,
  UnsubscribeCommand,
} from '@aws-sdk/client-sns'

import { ARN, DAY, openTopic } from './sns-topic-place.ts'

interface Posted {
  headers: IncomingHttpHeaders
  body: string
}

/** An endpoint on this machine that keeps what is posted to it. */
async function openEndpoint(t: TestContext, answer: () => number = () => 200) {
  const posted: Posted[] = []
  const waiting: (() => void)[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    posted.push({ headers: request.headers, body })
    const status = answer()
    response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end()
    for (const look of waiting) look()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  const until = (count: number) =>
    new Promise<Posted>((resolve) => {
      const look = () => posted.length >= count && resolve(posted[count - 1] as Posted)
      waiting.push(look)
      look()
    })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, posted, until }
}

describe('a subscription over HTTP', () => {
  test('is asked to confirm, and then gets signed-looking envelopes or the bare message', async (t) => {
    const { sns, subscribe } = await openTopic(t)
    const endpoint = await openEndpoint(t)
    const { SubscriptionArn } = await subscribe('http', endpoint.url)
    const { headers, body } = await endpoint.until(1)
    const asked = JSON.parse(body)
    assert.deepEqual(
      [headers['x-amz-sns-message-type'], headers['x-amz-sns-topic-arn'], headers['content-type'], asked.Type],
      ['SubscriptionConfirmation', ARN, 'text/plain; charset=UTF-8', 'SubscriptionConfirmation'],
    )
    const answer = await (await fetch(asked.SubscribeURL)).text()
    assert.match(answer, new RegExp(`<SubscriptionArn>${SubscriptionArn}</SubscriptionArn>`))
    await sns.send(new PublishCommand({ TopicArn: ARN, Message: 'Fire', Subject: 'Alarm' }))
    const envelope = JSON.parse((await endpoint.until(2)).body)
    assert.deepEqual(Object.keys(envelope), [
      'Type',
      'MessageId',
      'TopicArn',
      'Subject',
      'Message',
      'Timestamp',
      'SignatureVersion',
      'Signature',
      'SigningCertURL',
      'UnsubscribeURL',
    ])
    await sns.send(
      new SetSubscriptionAttributesCommand({
        SubscriptionArn,
        AttributeName: 'RawMessageDelivery',
        AttributeValue: 'true',
      }),
    )
    await sns.send(new PublishCommand({ TopicArn: ARN, Message: 'bare' }))
    const raw = await endpoint.until(3)
    assert.deepEqual([raw.body, raw.headers['x-amz-sns-rawdelivery']], ['bare', 'true'])
    const { Attributes } = await sns.send(new GetSubscriptionAttributesCommand({ SubscriptionArn }))
    assert.deepEqual(
      [Attributes?.RawMessageDelivery, Attributes?.PendingConfirmation, Attributes?.Endpoint],
      ['true', 'false', endpoint.url],
    )
    await sns.send(new UnsubscribeCommand({ SubscriptionArn }))
    await assert.rejects(sns.send(new UnsubscribeCommand({ SubscriptionArn })), { name: 'NotFoundException' })
  })

  test('is tried three times more, 20 seconds apart, and the trace says how it went; redirects are not followed', async (t) => {
    const { sns, inbox, clock, asSender, subscribe } = await openTopic(t)
    const answers = [200, 500, 302, 503, 500]
    const endpoint = await openEndpoint(t, () => answers.shift() ?? 500)
    await subscribe('http', endpoint.url)
    await fetch(JSON.parse((await endpoint.until(1)).body).SubscribeURL)
    const id = await asSender()
    const outcomes = async () =>
      ((await inbox.get(id))?.trace ?? []).map(({ outcome, detail }) => `${outcome} ${detail?.split(': ').at(-1)}`)
    const told = (count: number) =>
      new Promise<void>((resolve) => {
        const stop = inbox.subscribe(async () => {
          if ((await outcomes()).length < count) return
          stop()
          resolve()
        })
      })
    for (let tries = 1; tries <= 4; tries++) {
      const next = told(tries)
      if (tries === 1) await sns.send(new PublishCommand({ TopicArn: ARN, Message: 'Fire' }))
      else clock.advance(20_000)
      await endpoint.until(tries + 1)
      await next
    }
    clock.advance(DAY)
    assert.deepEqual(await outcomes(), [
      'retrying the endpoint answered 500',
      'retrying the endpoint answered 302',
      'retrying the endpoint answered 503',
      'failed the endpoint answered 500',
    ])
    assert.equal(endpoint.posted.length, 5)
  })
})
