import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { ListKeysCommand } from '@aws-sdk/client-kms'
import { type Setting, start } from './herald.ts'
import { type ErrorForm, type RawAnswer, type RawRequest, refusalCode, sendRaw } from './raw-http.ts'

/** One broken request and how it must be refused. */
export interface BrokenRow extends Refusal {
  name: string
  request: RawRequest
}

export interface Refusal {
  status: number
  /** Not looked at where the form has none. */
  code?: string
  form?: ErrorForm
}

/** How what is not HTTP is refused. */
export const malformed: Refusal = { status: 400, code: 'MalformedHttpRequestException' }

export const json = { 'Content-Type': 'application/x-amz-json-1.1' }
export const form = { 'Content-Type': 'application/x-www-form-urlencoded' }

/** An `Authorization` header as an SDK sends it: on loopback only its scope is read. */
export function authorization(service: string): { Authorization: string } {
  const scope = `test/20260901/us-east-1/${service}/aws4_request`
  return {
    Authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host;x-amz-date, Signature=${'0'.repeat(64)}`,
  }
}

export const cognito = (operation: string, body: string | Buffer, headers: RawRequest['headers'] = {}): RawRequest => ({
  headers: {
    ...json,
    ...authorization('cognito-idp'),
    'X-Amz-Target': `AWSCognitoIdentityProviderService.${operation}`,
    ...headers,
  },
  body,
})

export const kms = (operation: string, body: string | Buffer, headers: RawRequest['headers'] = {}): RawRequest => ({
  headers: { ...json, ...authorization('kms'), 'X-Amz-Target': `TrentService.${operation}`, ...headers },
  body,
})

export const rest = (
  service: 'lambda' | 'ses',
  path: string,
  body: string | Buffer,
  headers: RawRequest['headers'] = {},
): RawRequest => ({
  path,
  headers: { 'Content-Type': 'application/json', ...authorization(service), ...headers },
  body,
})

export const query = (service: 'sns' | 'sts', body: string, headers: RawRequest['headers'] = {}): RawRequest => ({
  headers: { ...form, ...authorization(service), ...headers },
  body,
})

/** Sends every row to one Herald; afterwards it must be well, and have nothing to report. */
export async function refuseAll(t: TestContext, rows: (setting: Setting) => Promise<BrokenRow[]> | BrokenRow[]) {
  const setting = await start(t)
  for (const row of await rows(setting)) {
    await t.test(row.name, async () => checkRefusal(await sendRaw(setting.url, row.request), row))
  }
  await isWell(setting)
}

export function checkRefusal(answer: RawAnswer, { status, code, form: wanted = 'aws-json' }: Refusal) {
  assert.equal(answer.status, status, answer.text.slice(0, 300))
  assert.ok(answer.status >= 400 && answer.status < 500)
  const found = refusalCode(answer, wanted)
  if (code !== undefined) assert.equal(found, code, answer.text.slice(0, 300))
}

/** Still answers, and has not written a line. */
export async function isWell(setting: Setting): Promise<void> {
  assert.deepEqual(setting.logged, [])
  assert.equal((await fetch(`${setting.url}/_herald/health`)).status, 200)
  await setting.kms.send(new ListKeysCommand({}))
}
