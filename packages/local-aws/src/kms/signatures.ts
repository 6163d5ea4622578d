import { constants, type KeyObject, type SignKeyObjectInput, sign, verify } from 'node:crypto'
import { promisify } from 'node:util'
import type { MessageType, SigningAlgorithmSpec } from '@herald/protocol/kms'
import { signDigestByEcdsa, verifyDigestByEcdsa } from './digest-ecdsa.ts'
import { signDigestByRsa, verifyDigestByRsa } from './digest-rsa.ts'
import { refusals } from './refusals.ts'

export interface Message {
  readonly Message: Uint8Array
  readonly MessageType?: MessageType
  readonly SigningAlgorithm: SigningAlgorithmSpec
}

export interface SigningPair {
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}

export type SignatureKind = 'pkcs1' | 'pss' | 'ecdsa' | 'whole'

const signOnThread = promisify(sign) as (
  hash: string | null,
  data: Uint8Array,
  key: SignKeyObjectInput,
) => Promise<Buffer>
const verifyOnThread = promisify(verify) as (
  hash: string | null,
  data: Uint8Array,
  key: SignKeyObjectInput,
  signature: Uint8Array,
) => Promise<boolean>

function methodOf(algorithm: SigningAlgorithmSpec): { kind: SignatureKind; hash: string; digestBytes: number } {
  const bits = /SHA_(256|384|512)$/.exec(algorithm)?.[1] ?? ''
  const sha = { hash: `sha${bits}`, digestBytes: Number(bits) / 8 }
  if (algorithm.startsWith('RSASSA_PKCS1')) return { kind: 'pkcs1', ...sha }
  if (algorithm.startsWith('RSASSA_PSS')) return { kind: 'pss', ...sha }
  if (algorithm.startsWith('ECDSA')) return { kind: 'ecdsa', ...sha }
  if (algorithm === 'ED25519_SHA_512' || algorithm === 'ML_DSA_SHAKE_256') {
    return { kind: 'whole', hash: '', digestBytes: 0 }
  }
  throw refusals.validation(`The algorithm ${algorithm} is not built yet in Herald.`)
}

/**
 * Checks the message before anything is signed.
 * @throws {ServiceError} ValidationException for a digest of the wrong length, and for what is not built
 */
export function checkMessage({ Message, MessageType = 'RAW', SigningAlgorithm }: Message): void {
  const { kind, digestBytes } = methodOf(SigningAlgorithm)
  if (MessageType === 'RAW') return
  if (MessageType === 'EXTERNAL_MU' && SigningAlgorithm === 'ML_DSA_SHAKE_256') {
    throw refusals.validation('MessageType EXTERNAL_MU is not built yet in Herald.')
  }
  if (MessageType === 'EXTERNAL_MU' || kind === 'whole') {
    throw refusals.validation(`MessageType ${MessageType} is not compatible with algorithm ${SigningAlgorithm}.`)
  }
  if (Message.byteLength !== digestBytes) {
    throw refusals.validation(`Digest is invalid length for algorithm ${SigningAlgorithm}.`)
  }
}

/** PSS salts are as long as the digest (AWS documents); ECDSA signatures are DER. */
function keyFor(key: KeyObject, kind: SignatureKind): SignKeyObjectInput {
  if (kind !== 'pss') return { key }
  return { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
}

/** Signs a message that `checkMessage` has let pass. Whole messages are signed on a thread of Node's pool. */
export async function signMessage(pair: SigningPair, message: Message): Promise<Buffer> {
  const { kind, hash } = methodOf(message.SigningAlgorithm)
  if (message.MessageType !== 'DIGEST') {
    return signOnThread(hash || null, message.Message, keyFor(pair.privateKey, kind))
  }
  if (kind === 'ecdsa') return signDigestByEcdsa(pair.privateKey, message.Message)
  return signDigestByRsa(pair.privateKey, kind, hash, message.Message)
}

export async function verifyMessage(pair: SigningPair, message: Message, signature: Uint8Array): Promise<boolean> {
  const { kind, hash } = methodOf(message.SigningAlgorithm)
  if (message.MessageType !== 'DIGEST') {
    return verifyOnThread(hash || null, message.Message, keyFor(pair.publicKey, kind), signature)
  }
  if (kind === 'ecdsa') return verifyDigestByEcdsa(pair.privateKey, message.Message, signature)
  return verifyDigestByRsa(pair.publicKey, kind, hash, message.Message, signature)
}
