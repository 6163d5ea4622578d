import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { SenderError } from '@herald/sender'
import { openMessage } from '../../src/lite/open-message.ts'
import { readHeader } from '../../src/lite/read-header.ts'
import { suites } from '../../src/lite/suites.ts'
import { openOfficially } from './official.ts'

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../fixtures', name), 'utf8')

interface Expected {
  plaintext?: string
  refused?: string
}

interface Vectors {
  version1: { plaintext: string; null: Record<string, string>; counting: Record<string, string> }
  version2: ({ comment: string; dataKey: string; ciphertext: string } & Expected)[]
  frames: ({ comment: string; ciphertext: string } & Expected)[]
}

const { version1, version2, frames } = JSON.parse(fixture('esdk-vectors.json')) as Vectors
const bytes = (base64: string) => Buffer.from(base64, 'base64')
const open = (message: string, dataKey: Buffer) => openMessage(bytes(message), async () => Uint8Array.from(dataKey))

describe('messages of version 1 that AWS published', () => {
  for (const kind of ['null', 'counting'] as const) {
    for (const [id, message] of Object.entries(version1[kind])) {
      test(`suite ${id} under a ${kind} data key opens`, async () => {
        const suite = suites.get(Number.parseInt(id, 16))!
        const dataKey = Buffer.from(Array.from({ length: suite.keyBytes }, (_, at) => (kind === 'null' ? 0 : at + 1)))
        const { plaintext, header } = await open(message, dataKey)
        assert.equal(plaintext.toString('base64'), version1.plaintext)
        assert.equal(header.suite, suite)
        const { 'aws-crypto-public-key': publicKey, ...context } = header.context
        assert.deepEqual({ ...context }, { key1: 'val1', key2: 'val2' })
        assert.equal(publicKey !== undefined, suite.signature !== undefined)
      })
    }
  }
})

/** Opens a message, or is refused by lite and by the official SDK alike. */
async function holds(message: string, dataKey: Buffer, expected: Expected): Promise<void> {
  const { plaintext, refused } = expected
  if (refused === undefined) {
    assert.equal((await open(message, dataKey)).plaintext.toString(), plaintext)
    return
  }
  await assert.rejects(open(message, dataKey), (error: unknown) => {
    assert.ok(error instanceof SenderError && error.message.includes(refused), String(error))
    return true
  })
  assert.ok('refused' in (await openOfficially(bytes(message), dataKey)))
}

describe('messages of several frames that AWS published', () => {
  for (const { comment, ciphertext, ...expected } of frames) {
    test(`${comment}: ${expected.refused ? 'is refused' : 'opens'}`, async () => {
      const { suite } = readHeader(bytes(ciphertext)).header
      await holds(ciphertext, Buffer.alloc(suite.keyBytes), expected)
    })
  }
})

describe('messages of version 2 that AWS published', () => {
  for (const { comment, dataKey, ciphertext, ...expected } of version2) {
    test(`${comment}: ${expected.refused ? 'is refused' : 'opens'}`, async () => {
      await holds(ciphertext, bytes(dataKey), expected)
    })
  }
})

describe('codes captured from live pools', () => {
  const { request } = JSON.parse(fixture('sign-up-2023.json')) as { request: { code: string } }
  const codes = {
    2023: { code: request.code, poolId: 'eu-west-1_UVcwvZ1E8' },
    2025: { code: fixture('code-2025.truncated.b64'), poolId: 'ap-northeast-1_GO9kFTuhu' },
  }

  for (const [year, { code, poolId }] of Object.entries(codes)) {
    test(`the header of ${year} reads: version 1, suite 0x0378, one key of KMS, one frame`, () => {
      const { header, reader } = readHeader(bytes(code))
      assert.equal(header.suiteId, 0x0378)
      assert.deepEqual(Object.keys(header.context), ['aws-crypto-public-key', 'userpool-id'])
      assert.equal(header.context['userpool-id'], poolId)
      assert.equal(header.dataKeys.length, 1)
      const [{ provider, info, ciphertext }] = header.dataKeys as [(typeof header.dataKeys)[0]]
      assert.equal(provider, 'aws-kms')
      assert.match(info, /^arn:aws:kms:[a-z0-9-]+:\d{12}:key\/[0-9a-f-]{36}$/)
      assert.equal(ciphertext.length, 184)
      assert.deepEqual([header.framed, header.frameLength], [true, 4096])
      assert.deepEqual([reader.uint(4), reader.uint(4)], [0xffffffff, 1])
      reader.take(12)
      assert.equal(reader.take(reader.uint(4)).length, 6)
    })
  }
})
