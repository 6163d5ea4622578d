import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import {
  AlgorithmSuiteIdentifier,
  buildClient,
  CommitmentPolicy,
  getClient,
  KMS,
  KmsKeyringNode,
} from '@aws-crypto/client-node'
import {
  createDecryptor,
  type Decryptor,
  type DecryptorOptions,
  explainFailure,
  Secret,
  SenderError,
  type SenderErrorCode,
} from '@herald/sender'
import { liteDecryptor } from '@herald/sender/lite'
import { functionKms } from '@herald/sender/lite/kms'
import { startKms } from './kms-stand-in.ts'
import { keyArn, otherArn, otherPoolId, poolId, seal, setCredentials } from './seal.ts'

setCredentials()
const kms = await startKms([keyArn, otherArn])
after(kms.close)
const { url } = kms
const code = await seal('123456', { url })
const signUp = { poolId, source: 'SignUp' }

beforeEach(() => {
  kms.calls.length = 0
  kms.refusal = undefined
  kms.answersAs = undefined
})

/** Whether an error is ours, says what it should, and says nothing that KMS was told. */
const fails =
  (errorCode: SenderErrorCode, ...says: (string | RegExp)[]) =>
  (error: unknown) => {
    assert.ok(error instanceof SenderError, String(error))
    assert.equal(error.code, errorCode, error.message)
    for (const part of says)
      assert.ok(typeof part === 'string' ? error.message.includes(part) : part.test(error.message), error.message)
    assert.doesNotMatch(error.message, /user@example|123456(?!789012)/)
    return true
  }

const makers: Record<string, (options?: DecryptorOptions) => Decryptor> = {
  createDecryptor,
  liteDecryptor,
  'liteDecryptor with functionKms': ({ endpoint, ...options } = {}) =>
    liteDecryptor({ ...options, kms: functionKms({ ...(endpoint !== undefined && { endpoint }) }) }),
}

for (const [name, make] of Object.entries(makers)) {
  describe(name, () => {
    let decrypt: Decryptor
    before(() => {
      decrypt = make({ keyArn, endpoint: url })
    })

    test('opens a code that was sealed as Cognito seals it', async () => {
      const secret = await decrypt({ code, ...signUp })
      assert.ok(secret instanceof Secret)
      assert.equal(secret.reveal(), '123456')
    })

    test('opens messages of version 2 too', async () => {
      const suite = AlgorithmSuiteIdentifier.ALG_AES256_GCM_IV12_TAG16_HKDF_SHA512_COMMIT_KEY_ECDSA_P384
      const committed = await seal('654321', { url, suite })
      assert.match(committed, /^AgV4/)
      assert.equal((await decrypt({ code: committed, ...signUp }))?.reveal(), '654321')
    })

    test('has nothing to open where there is no code, and needs no key for that', async () => {
      const without = make({ environment: {} })
      assert.equal(await without({ poolId, source: 'AccountTakeOverNotification' }), undefined)
    })

    test('takes the key from KEY_ARN', async () => {
      const fromEnvironment = make({ environment: { KEY_ARN: keyArn }, endpoint: url })
      assert.equal((await fromEnvironment({ code, ...signUp }))?.reveal(), '123456')
    })

    test('asks for a key where none is named', async () => {
      await assert.rejects(
        make({ environment: {} })({ code, ...signUp }),
        fails('Configuration', 'KEY_ARN', 'KMSKeyID'),
      )
    })

    for (const [what, named, says] of [
      ['an alias', 'alias/codes', 'describe-key --key-id alias/codes'],
      ['the ARN of an alias', 'arn:aws:kms:eu-west-1:123456789012:alias/codes', 'which is an alias'],
      ['a bare id', '8a23102c-9b68-4fed-82ce-523c5363539e', 'which is no ARN'],
      ['the ARN of a function', 'arn:aws:lambda:eu-west-1:123456789012:function:x', 'not the ARN of a KMS key'],
    ] as const) {
      test(`refuses ${what} as key by name, before it calls KMS`, async () => {
        await assert.rejects(
          make({ keyArn: named, endpoint: url })({ code, ...signUp }),
          fails('Configuration', says, 'KMSKeyID'),
        )
        assert.deepEqual(kms.calls, [])
      })
    }

    test('names both keys where the message is of another one', async () => {
      const other = make({ keyArn: otherArn, endpoint: url })
      await assert.rejects(
        other({ code, ...signUp }),
        fails('DecryptFailed', `with ${keyArn}`, `only ${otherArn}`, 'KMSKeyID'),
      )
      assert.deepEqual(kms.calls, [])
    })

    test('opens messages of either key while a pool changes keys', async () => {
      const either = make({ environment: { KEY_ARN: `${keyArn}, ${otherArn}` }, endpoint: url })
      const later = await seal('222222', { url, keyArn: otherArn })
      assert.equal((await either({ code, ...signUp }))?.reveal(), '123456')
      assert.equal((await either({ code: later, ...signUp }))?.reveal(), '222222')
    })

    test('serves two pools with one function, each with its own messages only', async () => {
      const both = make({ keyArn, endpoint: url, poolIds: [poolId, otherPoolId] })
      const ofOther = await seal('999999', { url, context: { 'userpool-id': otherPoolId } })
      const [one, two] = await Promise.all([
        both({ code, ...signUp }),
        both({ code: ofOther, poolId: otherPoolId, source: 'SignUp' }),
      ])
      assert.deepEqual([one?.reveal(), two?.reveal()], ['123456', '999999'])
      await assert.rejects(both({ code: ofOther, ...signUp }), fails('ForeignPool', otherPoolId, poolId))
      await assert.rejects(both({ code, poolId: otherPoolId, source: 'SignUp' }), fails('ForeignPool'))
    })

    test('refuses the event of a pool that it does not serve, before it calls KMS', async () => {
      const one = make({ keyArn, endpoint: url, poolIds: [otherPoolId] })
      await assert.rejects(one({ code, ...signUp }), fails('ForeignPool', 'not among poolIds'))
      await assert.rejects(one({ poolId, source: 'AccountTakeOverNotification' }), fails('ForeignPool'))
      assert.deepEqual(kms.calls, [])
    })

    test('refuses a message that names no pool', async () => {
      const bare = await seal('123456', { url, context: {} })
      await assert.rejects(decrypt({ code: bare, ...signUp }), fails('ForeignPool', 'names no user pool'))
    })

    test('says that a foreign message is foreign even where KMS refuses it first', async () => {
      kms.refusal = 'AccessDeniedException'
      await assert.rejects(decrypt({ code, poolId: otherPoolId, source: 'SignUp' }), fails('ForeignPool'))
    })

    for (const [refusal, says] of [
      ['AccessDeniedException', 'kms:Decrypt'],
      ['NotFoundException', 'knows no key'],
      ['DisabledException', 'enable-key'],
      ['KMSInvalidStateException', 'cancel-key-deletion'],
      ['InvalidCiphertextException', 'altered'],
    ] as const) {
      test(`says how to mend ${refusal}`, async () => {
        kms.refusal = refusal
        await assert.rejects(decrypt({ code, ...signUp }), fails('DecryptFailed', says, keyArn))
        assert.deepEqual(kms.calls, ['Decrypt'])
      })
    }

    test('says that KMS cannot be reached', async () => {
      const gone = await startKms([keyArn])
      await gone.close()
      await assert.rejects(make({ keyArn, endpoint: gone.url })({ code, ...signUp }), fails('DecryptFailed', 'reached'))
    })

    test('opens the next message after a failure', async () => {
      kms.refusal = 'AccessDeniedException'
      await assert.rejects(decrypt({ code, ...signUp }))
      kms.refusal = undefined
      assert.equal((await decrypt({ code, ...signUp }))?.reveal(), '123456')
    })

    test('refuses a data key that KMS says it opened with another key', async () => {
      kms.answersAs = otherArn
      await assert.rejects(decrypt({ code, ...signUp }), fails('DecryptFailed'))
    })

    test('tells a blob of kms:Encrypt from a message', async () => {
      const blob = Buffer.from('0102020078f82bc2f8', 'hex').toString('base64')
      await assert.rejects(decrypt({ code: blob, ...signUp }), fails('DecryptFailed', 'kms:Encrypt'))
    })

    test('says of other bytes what they are not', async () => {
      for (const once of [code, 'AgV4', 'AgR4']) {
        const twice = Buffer.from(once).toString('base64')
        await assert.rejects(decrypt({ code: twice, ...signUp }), fails('DecryptFailed', 'twice'))
      }
      await assert.rejects(decrypt({ code: 'MTIz', ...signUp }), fails('DecryptFailed', '0x3132'))
      await assert.rejects(decrypt({ code: '!!', ...signUp }), fails('DecryptFailed', 'empty'))
      const short = Buffer.from(code, 'base64').subarray(0, 80).toString('base64')
      await assert.rejects(decrypt({ code: short, ...signUp }), fails('DecryptFailed', 'ends early'))
    })

    test('refuses a message whose signature was altered', async () => {
      const bytes = Buffer.from(code, 'base64')
      bytes[bytes.length - 1]! ^= 1
      await assert.rejects(decrypt({ code: bytes.toString('base64'), ...signUp }), fails('DecryptFailed'))
    })

    test('unescapes a temporary password once, and nothing else', async () => {
      const escaped = await seal('a&amp;lt;b&lt;c$&amp;', { url })
      assert.equal((await decrypt({ code: escaped, poolId, source: 'AdminCreateUser' }))?.reveal(), 'a&lt;b<c$&')
      for (const source of ['SignUp', 'Authentication', 'SomethingNew']) {
        assert.equal((await decrypt({ code: escaped, poolId, source }))?.reveal(), 'a&amp;lt;b&lt;c$&amp;')
      }
    })
  })
}

test('a handler with the SDK’s default policy is told which policy to take', async () => {
  const { decrypt } = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT)
  const keyring = new KmsKeyringNode({ keyIds: [keyArn], clientProvider: getClient(KMS, { endpoint: url }) })
  const message = Buffer.from(code, 'base64')
  const failure = await decrypt(keyring, message).then(
    () => assert.fail('it opened'),
    (error: unknown) => error,
  )
  const explained = explainFailure(failure, { message, keyArns: [keyArn] })
  assert.ok(fails('DecryptFailed', 'REQUIRE_ENCRYPT_ALLOW_DECRYPT')(explained))
  assert.equal(explained.cause, failure)
})
