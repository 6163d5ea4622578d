import assert from 'node:assert/strict'
import { InvokeCommand } from '@aws-sdk/client-lambda'
import { lambdaCollections } from '@herald/local-aws/lambda'
import { openPlace, type Place, type PlaceOptions, until } from './lambda-place.ts'

export async function withPlace(work: (place: Place) => Promise<void>, options?: PlaceOptions): Promise<void> {
  const place = await openPlace(options)
  try {
    await work(place)
    assert.deepEqual(place.faults, [])
  } finally {
    await place.close()
  }
}

/** Queues an event and gives its request id. */
export async function send(
  place: Place,
  FunctionName: string,
  event: unknown = {},
  client = place.client,
): Promise<string> {
  const said = await client.send(
    new InvokeCommand({ FunctionName, InvocationType: 'Event', Payload: Buffer.from(JSON.stringify(event)) }),
  )
  assert.equal(said.StatusCode, 202)
  return said.$metadata.requestId ?? ''
}

/** Waits until the function has run `times` times for this request. */
export async function runs(place: Place, requestId: string, times: number): Promise<void> {
  const ended = () => place.lambda.logs(requestId).filter((line) => line.startsWith('REPORT')).length
  await until(`run ${times} of ${requestId}`, () => ended() >= times)
  assert.equal(ended(), times)
}

export async function queued(place: Place): Promise<{ failures: number; dueAt: number; owner?: string }[]> {
  return (await place.store.find(lambdaCollections[1], { limit: 1000 })).docs
}

export const waiting = (place: Place, failures: number) =>
  until(`a retry after failure ${failures}`, async () => {
    const [event] = await queued(place)
    return event?.failures === failures && event.owner === undefined && event
  })

export const empty = (place: Place) => until('an empty queue', async () => (await queued(place)).length === 0)
