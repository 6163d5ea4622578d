import { constants, createCipheriv, createPublicKey, publicEncrypt, randomBytes } from 'node:crypto'
import {
  DescribeKeyCommand,
  GetParametersForImportCommand,
  type GetParametersForImportCommandInput,
  ImportKeyMaterialCommand,
  type ImportKeyMaterialCommandInput,
} from '@aws-sdk/client-kms'
import { type SharedPlace, sharePlace } from './kms-place.ts'

type WrappingAlgorithm = NonNullable<GetParametersForImportCommandInput['WrappingAlgorithm']>
type WrappingKeySpec = NonNullable<GetParametersForImportCommandInput['WrappingKeySpec']>

export interface Wrapping {
  readonly WrappingAlgorithm: WrappingAlgorithm
  readonly WrappingKeySpec: WrappingKeySpec
}

/** The quickest of all. */
export const BY_OAEP: Wrapping = { WrappingAlgorithm: 'RSAES_OAEP_SHA_256', WrappingKeySpec: 'RSA_2048' }
export const BY_AES: Wrapping = { WrappingAlgorithm: 'RSA_AES_KEY_WRAP_SHA_256', WrappingKeySpec: 'RSA_2048' }

/** Wraps material as those do who hold it, with nothing of KMS's own code. */
export function wrap(algorithm: string, spki: Uint8Array, material: Uint8Array): Buffer {
  const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
  const oaepHash = algorithm.endsWith('SHA_1') ? 'sha1' : 'sha256'
  const seal = (bytes: Uint8Array) => publicEncrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash }, bytes)
  if (algorithm.startsWith('RSAES')) return seal(material)
  const aesKey = randomBytes(32)
  const cipher = createCipheriv('id-aes256-wrap-pad', aesKey, Buffer.from('A65959A6', 'hex'))
  return Buffer.concat([seal(aesKey), cipher.update(material), cipher.final()])
}

export interface ImportPlace extends SharedPlace {
  parametersFor(KeyId: string, wrapping?: Wrapping): ReturnType<typeof send>
  /** A new public key for it, and the material wrapped with that. */
  importInto(
    KeyId: string,
    material: Uint8Array,
    options?: Partial<ImportKeyMaterialCommandInput> & { wrapping?: Wrapping },
  ): Promise<string | undefined>
  stateOf(KeyId: string): Promise<string | undefined>
}

async function send(place: SharedPlace, KeyId: string, wrapping: Wrapping) {
  const { PublicKey, ImportToken, ...rest } = await place.alice.send(
    new GetParametersForImportCommand({ KeyId, ...wrapping }),
  )
  return { ...rest, PublicKey: PublicKey!, ImportToken: ImportToken! }
}

export function shareImportPlace(): ImportPlace {
  const at = sharePlace() as ImportPlace
  at.parametersFor = (KeyId, wrapping = BY_OAEP) => send(at, KeyId, wrapping)
  at.importInto = async (KeyId, material, { wrapping = BY_OAEP, ...input } = {}) => {
    const { PublicKey, ImportToken } = await at.parametersFor(KeyId, wrapping)
    const EncryptedKeyMaterial = wrap(wrapping.WrappingAlgorithm, PublicKey, material)
    const ExpirationModel = input.ValidTo ? 'KEY_MATERIAL_EXPIRES' : 'KEY_MATERIAL_DOES_NOT_EXPIRE'
    const answer = await at.alice.send(
      new ImportKeyMaterialCommand({ KeyId, ImportToken, EncryptedKeyMaterial, ExpirationModel, ...input }),
    )
    return answer.KeyMaterialId
  }
  at.stateOf = async (KeyId) => (await at.alice.send(new DescribeKeyCommand({ KeyId }))).KeyMetadata!.KeyState
  return at
}
