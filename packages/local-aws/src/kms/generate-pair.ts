import { generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'

/** A new pair: the private key as PKCS #8, the public one as SubjectPublicKeyInfo, both DER. */
export interface Pair {
  readonly privateKey: Buffer
  readonly publicKey: Buffer
}

interface Encodings {
  publicKeyEncoding: { type: 'spki'; format: 'der' }
  privateKeyEncoding: { type: 'pkcs8'; format: 'der' }
}

const encodings: Encodings = {
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'der' },
}

/** Made on a thread of Node's pool. */
const generate = promisify(generateKeyPair) as unknown as (type: string, options: object) => Promise<Pair>

/** How Node makes a pair of each spec. */
const PAIRS: Readonly<Record<string, readonly [string, object]>> = {
  RSA_2048: ['rsa', { modulusLength: 2048 }],
  RSA_3072: ['rsa', { modulusLength: 3072 }],
  RSA_4096: ['rsa', { modulusLength: 4096 }],
  ECC_NIST_P256: ['ec', { namedCurve: 'P-256' }],
  ECC_NIST_P384: ['ec', { namedCurve: 'P-384' }],
  ECC_NIST_P521: ['ec', { namedCurve: 'P-521' }],
  ECC_SECG_P256K1: ['ec', { namedCurve: 'secp256k1' }],
  ECC_NIST_EDWARDS25519: ['ed25519', {}],
  ML_DSA_44: ['ml-dsa-44', {}],
  ML_DSA_65: ['ml-dsa-65', {}],
  ML_DSA_87: ['ml-dsa-87', {}],
}

export const isPairSpec = (spec: string) => Object.hasOwn(PAIRS, spec)

/**
 * @param spec a key spec of KMS for which `isPairSpec` holds
 */
export async function generatePair(spec: string): Promise<Pair> {
  const [type, options] = PAIRS[spec] ?? []
  if (type === undefined) throw new Error(`There are no pairs of ${spec}.`)
  return generate(type, { ...options, ...encodings })
}
