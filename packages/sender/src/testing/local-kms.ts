import { createCipheriv, createDecipheriv } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { system } from '../system.ts'
import { sealCode } from './seal-code.ts'

export interface LocalKmsOptions {
  /** The pool whose codes are sealed. Default `eu-west-1_Testing12`. */
  poolId?: string
  /** Default: a made-up key of `eu-west-1`. */
  keyArn?: string
}

/** One key of KMS on this machine, and what is sealed under it. */
export interface LocalKms {
  /** `http://127.0.0.1:port`, for `AWS_ENDPOINT_URL_KMS` or the `endpoint` of a decryptor. */
  readonly url: string
  readonly keyArn: string
  readonly poolId: string
  /** Variables with which a handler finds this KMS, and the AWS SDK the credentials that it will not go without. */
  readonly environment: Readonly<Record<string, string>>
  /** How often `Decrypt` was called. */
  readonly calls: number
  /** Makes every call fail with this error from now on: `AccessDeniedException`; undefined lets them succeed again. */
  refuse(error: string | undefined): void
  /**
   * Encrypts a text as Cognito does for a pool. @param context what stands in the encryption context; default: the pool.
   * @returns base64 for `request.code`.
   */
  seal(text: string, context?: Readonly<Record<string, string>>): string
  close(): Promise<void>
}

interface DecryptRequest {
  KeyId?: string
  CiphertextBlob?: string
  EncryptionContext?: Record<string, string>
}

/** KMS's own encrypted data keys have 184 bytes, which makes the messages as long as Cognito's. */
const fillerBytes = 124

const aadOf = (context: Readonly<Record<string, string>> = {}) =>
  Buffer.from(JSON.stringify(Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1))))

/**
 * Starts as much of KMS as a handler calls, on a free port of 127.0.0.1: `Decrypt` for one key, whose material exists in this
 * object only. It holds the encryption context against what was sealed, as KMS does. Close it when the tests are over.
 */
export async function startLocalKms(options: LocalKmsOptions = {}): Promise<LocalKms> {
  const {
    poolId = 'eu-west-1_Testing12',
    keyArn = 'arn:aws:kms:eu-west-1:111122223333:key/7f3a1c52-90de-4b67-a1c8-2f0e6d4b9a35',
  } = options
  const master = system.bytes(32)
  let refusal: string | undefined
  let calls = 0

  const wrap = (dataKey: Uint8Array, context: Readonly<Record<string, string>>) => {
    const iv = system.bytes(12)
    const gcm = createCipheriv('aes-256-gcm', master, iv).setAAD(aadOf(context))
    return Buffer.concat([system.bytes(fillerBytes), iv, gcm.update(dataKey), gcm.final(), gcm.getAuthTag()])
  }
  const unwrap = ({ CiphertextBlob = '', EncryptionContext }: DecryptRequest) => {
    const blob = Buffer.from(CiphertextBlob, 'base64').subarray(fillerBytes)
    const gcm = createDecipheriv('aes-256-gcm', master, blob.subarray(0, 12)).setAAD(aadOf(EncryptionContext))
    gcm.setAuthTag(blob.subarray(-16))
    return Buffer.concat([gcm.update(blob.subarray(12, -16)), gcm.final()])
  }
  const answer = (response: ServerResponse, status: number, members: object) => {
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' })
    response.end(JSON.stringify(members))
  }

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    calls += 1
    const operation = String(request.headers['x-amz-target']).split('.')[1]
    const fail = (error: string) => answer(response, 400, { __type: error, message: 'refused by the local KMS' })
    if (refusal !== undefined) return fail(refusal)
    if (operation !== 'Decrypt') return fail('UnsupportedOperationException')
    try {
      const asked = JSON.parse(Buffer.concat(chunks).toString()) as DecryptRequest
      if (asked.KeyId !== undefined && asked.KeyId !== keyArn) return fail('NotFoundException')
      const EncryptionAlgorithm = 'SYMMETRIC_DEFAULT'
      answer(response, 200, { KeyId: keyArn, Plaintext: unwrap(asked).toString('base64'), EncryptionAlgorithm })
    } catch {
      fail('InvalidCiphertextException')
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    url,
    keyArn,
    poolId,
    environment: {
      KEY_ARN: keyArn,
      AWS_ENDPOINT_URL_KMS: url,
      AWS_REGION: keyArn.split(':')[3] ?? 'eu-west-1',
      AWS_ACCESS_KEY_ID: 'testing',
      AWS_SECRET_ACCESS_KEY: 'testing',
    },
    get calls() {
      return calls
    },
    refuse(error) {
      refusal = error
    },
    seal: (text, context = { 'userpool-id': poolId }) => sealCode(text, keyArn, context, wrap),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
