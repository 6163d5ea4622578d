import {
  type AlgorithmSuiteIdentifier,
  buildClient,
  CommitmentPolicy,
  EncryptedDataKey,
  KeyringNode,
  KeyringTraceFlag,
  type NodeDecryptionMaterial,
  type NodeEncryptionMaterial,
} from '@aws-crypto/client-node'
import * as sdk from '@aws-crypto/material-management'
import { verifiedMaterials } from '../../src/decrypt/verified-materials.ts'

/** A keyring that has one data key from the beginning, so that no KMS takes part. */
class FixedKeyring extends KeyringNode {
  readonly #dataKey: Uint8Array

  constructor(dataKey: Uint8Array) {
    super()
    this.#dataKey = dataKey
  }

  override async _onEncrypt(material: NodeEncryptionMaterial): Promise<NodeEncryptionMaterial> {
    const flags = KeyringTraceFlag.WRAPPING_KEY_GENERATED_DATA_KEY | KeyringTraceFlag.WRAPPING_KEY_ENCRYPTED_DATA_KEY
    const names = { providerId: 'fixed', providerInfo: 'key' }
    material.setUnencryptedDataKey(Uint8Array.from(this.#dataKey), { keyNamespace: 'fixed', keyName: 'key', flags })
    const encrypted = new EncryptedDataKey({ ...names, encryptedDataKey: new Uint8Array(32) })
    return material.addEncryptedDataKey(encrypted, KeyringTraceFlag.WRAPPING_KEY_ENCRYPTED_DATA_KEY)
  }

  override async _onDecrypt(material: NodeDecryptionMaterial): Promise<NodeDecryptionMaterial> {
    const flags = KeyringTraceFlag.WRAPPING_KEY_DECRYPTED_DATA_KEY
    const trace = { keyNamespace: 'fixed', keyName: 'key', flags }
    return material.setUnencryptedDataKey(Uint8Array.from(this.#dataKey), trace)
  }
}

export interface Sealing {
  suiteId: number
  dataKey: Uint8Array
  context: Record<string, string>
  frameLength: number
}

/** A framed message, made by AWS's Encryption SDK. */
export async function sealOfficially(plaintext: Uint8Array, sealing: Sealing): Promise<Buffer> {
  const policy =
    sealing.suiteId >= 0x0400
      ? CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT
      : CommitmentPolicy.FORBID_ENCRYPT_ALLOW_DECRYPT
  const { result } = await buildClient(policy).encrypt(new FixedKeyring(sealing.dataKey), Buffer.from(plaintext), {
    suiteId: sealing.suiteId as AlgorithmSuiteIdentifier,
    encryptionContext: sealing.context,
    frameLength: sealing.frameLength,
  })
  return result
}

const { decrypt } = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT)

/** What AWS's Encryption SDK makes of a message, all by itself. */
export function openOfficially(message: Uint8Array, dataKey: Uint8Array): Promise<Opening> {
  return openBy(new FixedKeyring(dataKey), message)
}

/** What it makes of a message with the materials that `createDecryptor` gives it. */
export function openWithOwnMaterials(message: Uint8Array, dataKey: Uint8Array): Promise<Opening> {
  return openBy(verifiedMaterials(sdk, new FixedKeyring(dataKey)), message)
}

async function openBy(how: Parameters<typeof decrypt>[0], message: Uint8Array): Promise<Opening> {
  try {
    const { plaintext, messageHeader } = await decrypt(how, Buffer.from(message))
    return { plaintext: plaintext.toString('base64'), context: { ...messageHeader.encryptionContext } }
  } catch (error) {
    return { refused: (error as Error).message }
  }
}

export type Opening = { plaintext: string; context: Record<string, string> } | { refused: string }
