import {
  createCipheriv,
  createSecretKey,
  generateKeyPair,
  hkdfSync,
  type KeyObject,
  sign as signWithCallback,
} from 'node:crypto'
import { promisify } from 'node:util'
import type { Randomness } from '@herald/environment'
import type { GenerateDataKey, SealRequest } from './cryptography.ts'
import { evenSignature } from './even-signature.ts'
import {
  FRAME_BYTES,
  FRAME_IV,
  footer,
  frameContext,
  HEADER_IV,
  header,
  lastFrame,
  MESSAGE_ID_BYTES,
  SUITE,
  TAG_BYTES,
} from './message-format.ts'

const sign = promisify(signWithCallback)

const KEY_BYTES = 32
/** Of a coordinate of P-384. */
const NUMBER_BYTES = 48

/**
 * Encrypts as Cognito does (see message-format.ts). The AWS Encryption SDK's decryption holds it in tests; written here because
 * that SDK's encryption takes twice the time, an own thread, and 40 MB (docs/decisions/0003). The arithmetic is OpenSSL's, on Node's
 * thread pool.
 * @throws {RangeError} for a plaintext of more than 4096 bytes; whatever `generateDataKey` throws.
 */
export async function sealMessage(
  request: SealRequest,
  generateDataKey: GenerateDataKey,
  random: Randomness,
): Promise<string> {
  const plaintext = Buffer.from(request.plaintext)
  if (plaintext.length > FRAME_BYTES) throw new RangeError(`A message's secret has at most ${FRAME_BYTES} bytes.`)
  const { x, y, privateKey } = await signingKey()
  const context: [string, string][] = [
    ['aws-crypto-public-key', compressed(x, y).toString('base64')],
    ['userpool-id', request.userPoolId],
  ]
  const dataKey = await generateDataKey(Object.fromEntries(context))
  const messageId = random.bytes(MESSAGE_ID_BYTES)
  // A few microseconds, which is less than crossing to another thread.
  const derived = hkdfSync(
    'sha384',
    createSecretKey(dataKey.plaintext),
    Buffer.alloc(0),
    Buffer.concat([SUITE, messageId]),
    KEY_BYTES,
  )
  const key = createSecretKey(Buffer.from(derived))
  const head = header(messageId, context, { provider: 'aws-kms', info: dataKey.keyArn, blob: dataKey.blob })
  const headSeal = sealed(key, HEADER_IV, head, Buffer.alloc(0))
  const { content, tag } = sealed(key, FRAME_IV, frameContext(messageId, plaintext.length), plaintext)
  const message = Buffer.concat([head, HEADER_IV, headSeal.tag, lastFrame(content, tag)])
  const signature = evenSignature(await sign('sha384', message, privateKey))
  return Buffer.concat([message, footer(signature)]).toString('base64')
}

function sealed(key: KeyObject, iv: Buffer, beside: Buffer, plaintext: Buffer): { content: Buffer; tag: Buffer } {
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES })
  cipher.setAAD(beside)
  const content = Buffer.concat([cipher.update(plaintext), cipher.final()])
  return { content, tag: cipher.getAuthTag() }
}

/** A key pair for one message. Its numbers as a JSON Web Key has them: Node writes that in a third of the time of a DER structure. */
function signingKey(): Promise<{ x: Buffer; y: Buffer; privateKey: KeyObject }> {
  const options = { namedCurve: 'P-384', publicKeyEncoding: { format: 'jwk' } }
  return new Promise((resolve, reject) => {
    generateKeyPair('ec', options as never, (error: Error | null, publicKey: unknown, privateKey: unknown) => {
      if (error) return reject(error)
      const { x, y } = publicKey as { x: string; y: string }
      resolve({ x: Buffer.from(x, 'base64url'), y: Buffer.from(y, 'base64url'), privateKey: privateKey as KeyObject })
    })
  })
}

/** The point (x, y) with the sign of y in front in place of y. */
function compressed(x: Buffer, y: Buffer): Buffer {
  if (x.length !== NUMBER_BYTES) throw new RangeError('not a point of P-384')
  const isOdd = ((y.at(-1) ?? 0) & 1) === 1
  return Buffer.concat([Buffer.from([isOdd ? 3 : 2]), x])
}
