import assert from 'node:assert/strict'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { inspect } from 'node:util'
import { type FunctionKmsOptions, functionKms } from '@herald/sender/lite/kms'
import type { SeenRequest } from '../providers/fake-service.ts'

/** Credentials as Lambda sets them. */
export const credentials = {
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  AWS_SESSION_TOKEN: 'IQoJb3JpZ2luX2VjEXAMPLE//8wEaCXVzLWVhc3QtMSJH+Mtestingtoken==',
}

export const region = 'eu-west-1'
export const input = {
  KeyId: 'arn:aws:kms:eu-west-1:123456789012:key/8a23102c-9b68-4fed-82ce-523c5363539e',
  CiphertextBlob: Buffer.from('what KMS sealed the data key to, in some bytes'),
  EncryptionContext: { 'userpool-id': 'eu-west-1_AbC123xyZ', name: 'Zoë' },
}

/** KMS's answer to `input`. */
export const opened = {
  status: 200,
  body: { KeyId: input.KeyId, Plaintext: Buffer.from('the data key of 32 bytes, opened').toString('base64') },
}

/** Milliseconds that the client gives a connection, and an answer. */
const limits = [1_000, 3_000]

/**
 * A client of a KMS of a test's own. Where it pauses it goes on at once, and a pause is 4/10 of the longest that it may
 * be; `pauses` has them, in milliseconds. Its limits of time ring when the test says so.
 */
export function kmsClient(endpoint: string, options: FunctionKmsOptions = {}) {
  const pauses: number[] = []
  const set = new Set<{ ms: number; run: () => void }>()
  const timer: FunctionKmsOptions['timer'] = (ms, run) => {
    if (!limits.includes(ms)) {
      pauses.push(ms)
      queueMicrotask(run)
      return () => {}
    }
    const limit = { ms, run }
    set.add(limit)
    return () => set.delete(limit)
  }
  const decrypt = functionKms({ endpoint, environment: credentials, timer, random: () => 0.4, ...options })
  return {
    decrypt: () => decrypt(region, input),
    pauses,
    /** Milliseconds of the limits that run. */
    pending: () => [...set].map(({ ms }) => ms),
    ring(ms: number) {
      for (const limit of [...set]) if (limit.ms === ms && set.delete(limit)) limit.run()
    },
  }
}

/** When a request says that it was signed, in milliseconds since 1970. */
export const timeOf = ({ headers }: SeenRequest) =>
  Date.parse(headers['x-amz-date']!.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6Z'))

/** What a promise is rejected with. */
export async function failureOf(promise: Promise<unknown>): Promise<Error & { code?: string }> {
  const failure = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(failure instanceof Error)) throw new TypeError('it was not rejected with an error')
  return failure
}

/** A failure, once it is certain that nothing secret can be read in it. */
export async function harmless(promise: Promise<unknown>): Promise<Error> {
  const failure = await failureOf(promise)
  const all = inspect(failure, { depth: 9, showHidden: true, maxArrayLength: null })
  const { AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = credentials
  const ciphertext = input.CiphertextBlob.toString('base64')
  for (const secret of [AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, ciphertext, opened.body.Plaintext]) {
    assert.ok(!all.includes(secret) && !all.includes(inspect(Buffer.from(secret)).slice(8, 32)), all)
  }
  return failure
}

/** How many connections this process opens meanwhile. */
export async function connectionsDuring(run: () => Promise<unknown>): Promise<number> {
  let opened = 0
  const count = () => {
    opened += 1
  }
  subscribe('net.client.socket', count)
  try {
    await run()
  } finally {
    unsubscribe('net.client.socket', count)
  }
  return opened
}
