import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

interface KmsRequest {
  KeyId: string
  NumberOfBytes?: number
  CiphertextBlob?: string
  EncryptionContext?: Record<string, string>
}

const aadOf = (context: Record<string, string> = {}) => Buffer.from(JSON.stringify(Object.entries(context).sort()))

/**
 * As much of KMS as the Encryption SDK calls, over HTTP: data keys under master keys that exist only here. `refusal`
 * makes every call fail with an error of that name, `answersAs` names another key in the answers.
 */
export async function startKms(keyArns: readonly string[]) {
  const masters = new Map(keyArns.map((arn) => [arn, randomBytes(32)]))
  const state = {
    calls: [] as string[],
    refusal: undefined as string | undefined,
    answersAs: undefined as string | undefined,
  }
  const fail = (response: ServerResponse, name: string) => {
    response.writeHead(400, { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-errortype': name })
    response.end(JSON.stringify({ __type: name, message: 'refused, said to user@example.com' }))
  }
  const server = createServer(async (request, response) => {
    const body = await buffer(request)
    const {
      KeyId,
      NumberOfBytes = 0,
      CiphertextBlob = '',
      EncryptionContext,
    } = JSON.parse(body.toString()) as KmsRequest
    const operation = String(request.headers['x-amz-target']).split('.')[1]!
    state.calls.push(operation)
    const master = masters.get(KeyId)
    if (state.refusal) return fail(response, state.refusal)
    if (!master) return fail(response, 'NotFoundException')
    const aad = aadOf(EncryptionContext)
    const answer = (members: object) => {
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' })
      response.end(JSON.stringify({ KeyId: state.answersAs ?? KeyId, ...members }))
    }
    if (operation === 'GenerateDataKey') {
      const key = randomBytes(NumberOfBytes)
      const iv = randomBytes(12)
      const gcm = createCipheriv('aes-256-gcm', master, iv).setAAD(aad)
      const sealed = Buffer.concat([iv, gcm.update(key), gcm.final(), gcm.getAuthTag()])
      return answer({ Plaintext: key.toString('base64'), CiphertextBlob: sealed.toString('base64') })
    }
    const blob = Buffer.from(CiphertextBlob, 'base64')
    try {
      const gcm = createDecipheriv('aes-256-gcm', master, blob.subarray(0, 12)).setAAD(aad)
      gcm.setAuthTag(blob.subarray(-16))
      const key = Buffer.concat([gcm.update(blob.subarray(12, -16)), gcm.final()])
      return answer({ Plaintext: key.toString('base64') })
    } catch {
      return fail(response, 'InvalidCiphertextException')
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  }
  return Object.assign(state, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close })
}
