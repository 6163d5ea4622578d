import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSignature, sign } from '../src/index.ts'

test('signs as the worked example in the documentation of AWS does', () => {
  const headers = sign(
    {
      method: 'GET',
      path: '/',
      query: 'Action=ListUsers&Version=2010-05-08',
      headers: { host: 'iam.amazonaws.com', 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
      body: new Uint8Array(0),
    },
    { region: 'us-east-1', service: 'iam' },
    { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' },
    Date.UTC(2015, 7, 30, 12, 36, 0),
  )
  assert.equal(
    headers.authorization,
    'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, ' +
      'SignedHeaders=content-type;host;x-amz-date, ' +
      'Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
  )
})

const none = new URLSearchParams()
const header = (authorization: string) => readSignature({ authorization }, none)
const scope = '20260919/eu-west-1/kms/aws4_request'

test('reads who signed, for which region and service', () => {
  const expected = { accessKeyId: 'AKIA', region: 'eu-west-1', service: 'kms', sessionToken: undefined }
  assert.deepEqual(header(`AWS4-HMAC-SHA256 Credential=AKIA/${scope}, SignedHeaders=host, Signature=0`), expected)
  assert.deepEqual(header(`AWS4-HMAC-SHA256 SignedHeaders=host,Credential=AKIA/${scope},Signature=0`), expected)
  assert.equal(readSignature({}, none), undefined)
  const presigned = new URLSearchParams({
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `AKIA/${scope}`,
    'X-Amz-Security-Token': 't',
  })
  assert.deepEqual(readSignature({}, presigned), { ...expected, sessionToken: 't' })
  assert.deepEqual(header('AWS4-ECDSA-P256-SHA256 Credential=AKIA/20260919/kms/aws4_request'), {
    ...expected,
    region: '',
  })
})

for (const text of [
  '',
  'Bearer x',
  'Basic YTpi',
  'AWS4-HMAC-SHA256',
  'AWS4-HMAC-SHA256 Credential=AKIA',
  'AWS4-HMAC-SHA256 Credential=AKIA/20260919/eu-west-1/kms/aws3_request',
  'AWS4-HMAC-SHA256 Credential=/20260919/eu-west-1/kms/aws4_request',
  'AWS4-HMAC-SHA256 Credential=A:K/20260919/eu-west-1/kms/aws4_request',
  'AWS4-HMAC-SHA256 Credential=AKIA/today/eu-west-1/kms/aws4_request',
  'AWS4-HMAC-SHA256 Credential=AKIA/20260919/eu west/kms/aws4_request',
  `AWS4-HMAC-SHA256 Credential=${'A'.repeat(200)}/${scope}`,
]) {
  test(`cannot read ${JSON.stringify(text.slice(0, 70))}`, () => assert.equal(header(text), 'unreadable'))
}
