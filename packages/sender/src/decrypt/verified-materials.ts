import { ECDH } from 'node:crypto'
import type {
  EncryptionContext,
  KeyringNode,
  NodeAlgorithmSuite,
  NodeDecryptionMaterial,
  NodeMaterialsManager,
} from '@aws-crypto/material-management'

/** Where the Encryption SDK's messages have the signer's public key: a compressed point, base64. */
const signerKey = 'aws-crypto-public-key'

/** Bytes of a compressed point. */
const pointBytes: Readonly<Record<string, number>> = { prime256v1: 33, secp384r1: 49 }

/**
 * The materials of the Encryption SDK's default manager, for decryption only: what differs is that OpenSSL decompresses the signer's
 * key. The SDK does it by big numbers in JavaScript, which is a third of the time that a message takes; OpenSSL refuses points that
 * are not on the curve as well.
 * @param sdk the SDK's own classes, of the same copy as the keyring
 * @see https://docs.aws.amazon.com/encryption-sdk/latest/developer-guide/concepts.html#crypt-materials-manager
 */
export function verifiedMaterials(
  sdk: typeof import('@aws-crypto/material-management'),
  keyring: KeyringNode,
): NodeMaterialsManager {
  const { NodeDecryptionMaterial: Material, VerificationKey } = sdk
  const needs: typeof sdk.needs = sdk.needs

  function materialFor(suite: NodeAlgorithmSuite, context: EncryptionContext): NodeDecryptionMaterial {
    const curve = suite.signatureCurve
    const inContext = Object.hasOwn(context, signerKey) ? context[signerKey] : undefined
    if (!curve) {
      needs(
        inContext === undefined,
        'Encryption context contains public verification key for unsigned algorithm suite.',
      )
      return new Material(suite, context)
    }
    needs(inContext, 'Context does not contain required public key.')
    const point = Buffer.from(inContext!, 'base64')
    const isCompressed = point.length === pointBytes[curve] && (point[0] === 2 || point[0] === 3)
    needs(isCompressed, 'Compressed point length is not correct.')
    const whole = ECDH.convertKey(point, curve, undefined, undefined, 'uncompressed') as Buffer
    return new Material(suite, context).setVerificationKey(new VerificationKey(new Uint8Array(whole), suite))
  }

  return {
    async getEncryptionMaterials() {
      throw new Error('These materials are for decryption only.')
    },
    async decryptMaterials({ suite, encryptedDataKeys, encryptionContext }) {
      const initial = materialFor(suite, encryptionContext)
      const material = await keyring.onDecrypt(initial, encryptedDataKeys.slice())
      needs(material.getUnencryptedDataKey(), 'Unencrypted data key is invalid.')
      return material
    },
  }
}
