/** The client of KMS for functions, against a KMS on this machine. That the AWS SDK stays out is why it is there. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:https'
import { registerHooks } from 'node:module'
import type { AddressInfo } from 'node:net'
import { after, beforeEach, describe, test } from 'node:test'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { liteDecryptor } from '@herald/sender/lite'
import { functionKms } from '@herald/sender/lite/kms'
import { startLocalKms } from '@herald/sender/testing'
import { selfSigned } from '@herald/smtp'
import { startFakeService } from '../providers/fake-service.ts'
import { connectionsDuring, credentials, failureOf, input, kmsClient, opened, region } from './kms-client.ts'

const loaded: string[] = []
registerHooks({
  resolve(name, context, next) {
    if (name.startsWith('@aws-sdk/')) loaded.push(name)
    return next(name, context)
  },
})

const local = await startLocalKms()
const service = await startFakeService()
after(() => Promise.all([local.close(), service.close()]))
beforeEach(() => {
  service.seen.length = 0
  service.behave(opened)
})
const event = { code: local.seal('482913'), poolId: local.poolId, source: 'SignUp' }

describe('functionKms', () => {
  test('opens codes for liteDecryptor, and nothing of the AWS SDK is loaded', async () => {
    const { keyArn, environment } = local
    const kms = functionKms({ environment })
    const regions: string[] = []
    const decrypt = liteDecryptor({
      keyArn,
      kms(of, asked) {
        regions.push(of)
        return kms(of, asked)
      },
    })
    assert.equal((await decrypt(event))?.reveal(), '482913')
    assert.deepEqual(regions, ['eu-west-1'])
    assert.equal(loaded.length, 0, loaded.join(' '))
    Object.assign(process.env, environment)
    assert.equal((await liteDecryptor({ keyArn })(event))?.reveal(), '482913')
    assert.ok(loaded.includes('@aws-sdk/client-kms'), 'without the option it is')
  })

  test('takes address and credentials from the process where it is given none', async () => {
    Object.assign(process.env, local.environment)
    const decrypt = liteDecryptor({ keyArn: local.keyArn, kms: functionKms() })
    assert.equal((await decrypt(event))?.reveal(), '482913')
  })

  test('asks for what it is given, and gives what KMS answers', async () => {
    const { decrypt, pauses, pending } = kmsClient(service.url)
    const { KeyId, Plaintext } = await decrypt()
    assert.equal(KeyId, input.KeyId)
    assert.equal(Buffer.from(Plaintext!).toString(), 'the data key of 32 bytes, opened')
    const { method, path, headers, body } = service.only()
    assert.deepEqual([method, path], ['POST', '/'])
    assert.equal(headers['content-type'], 'application/x-amz-json-1.1')
    assert.equal(headers['x-amz-target'], 'TrentService.Decrypt')
    const { CiphertextBlob, ...rest } = JSON.parse(body)
    assert.deepEqual(Buffer.from(CiphertextBlob, 'base64'), input.CiphertextBlob)
    assert.deepEqual(rest, { KeyId: input.KeyId, EncryptionContext: input.EncryptionContext })
    assert.deepEqual([...pauses, ...pending()], [], 'nothing is waited for, and no limit is left to run')
  })

  test('takes the credentials anew for each call, and needs no session’s token', async () => {
    const environment: Record<string, string> = { ...credentials }
    const { decrypt } = kmsClient(service.url, { environment })
    const asked = async () => {
      await decrypt()
      const { authorization, 'x-amz-security-token': token } = service.only().headers
      return { id: /Credential=(\w+)\//.exec(authorization!)?.[1], token, authorization }
    }
    const first = await asked()
    assert.deepEqual([first.id, first.token], [credentials.AWS_ACCESS_KEY_ID, credentials.AWS_SESSION_TOKEN])
    Object.assign(environment, { AWS_ACCESS_KEY_ID: 'AKIAANOTHER', AWS_SECRET_ACCESS_KEY: 'x', AWS_SESSION_TOKEN: '' })
    const second = await asked()
    assert.deepEqual([second.id, second.token], ['AKIAANOTHER', undefined])
    assert.doesNotMatch(second.authorization!, /security-token/)
  })

  for (const missing of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) {
    test(`says where credentials would have to be when ${missing} is not there`, async () => {
      const environment = { ...credentials, [missing]: undefined }
      const failure = await failureOf(kmsClient(service.url, { environment }).decrypt())
      assert.equal(failure.code, 'Configuration')
      assert.match(failure.message, /AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, as Lambda sets them/)
      assert.match(failure.message, /leave the option kms out/)
      assert.equal(service.seen.length, 0)
      const kms = functionKms({ endpoint: local.url, environment })
      const told = await failureOf(liteDecryptor({ keyArn: local.keyArn, kms })(event))
      assert.deepEqual([told.code, told.message], ['Configuration', failure.message])
    })
  }

  test('keeps its connection', async () => {
    const { decrypt } = kmsClient(service.url)
    const connections = await connectionsDuring(async () => {
      for (let call = 0; call < 3; call++) await decrypt()
    })
    assert.equal(connections, 1)
  })

  test('speaks TLS, and with nobody whose certificate nobody vouches for', async (t) => {
    const { certificate: cert, key } = selfSigned(Date.now())
    const server = createServer({ cert, key }, (request, response) => {
      request.resume()
      response.end(JSON.stringify(opened.body))
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    t.after(() => server.close())
    const url = `https://localhost:${(server.address() as AddressInfo).port}`
    const stranger = kmsClient(url)
    const { message } = await failureOf(stranger.decrypt())
    assert.match(message, /^KMS at localhost:\d+ could not be reached: .*self-signed certificate/)
    assert.deepEqual(stranger.pauses, [])
    const known = getCACertificates()
    setDefaultCACertificates([...known, cert])
    t.after(() => setDefaultCACertificates(known))
    assert.equal((await kmsClient(url).decrypt()).KeyId, input.KeyId)
  })

  test('calls each region at its own place, with the signature of that region', async () => {
    const decrypt = functionKms({ endpoint: service.url, environment: credentials })
    await Promise.all([decrypt(region, input), decrypt('us-gov-west-1', input)])
    const scopes = service.seen.map(({ headers }) => /\/([\w-]+)\/kms\/aws4_request/.exec(headers.authorization!)?.[1])
    assert.deepEqual(scopes.sort(), ['eu-west-1', 'us-gov-west-1'])
  })
})
