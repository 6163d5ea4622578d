import { type Decryptor, type DecryptorOptions, decryptorOf, type Open } from './decryptor.ts'
import { kmsClientConfig } from './kms-client-config.ts'
import { verifiedMaterials } from './verified-materials.ts'

/**
 * Decrypts with AWS's own Encryption SDK. It is loaded, and its keyring and KMS client are made, at the first code and
 * then kept. Cognito's messages have no key commitment, so the policy allows that; all else the SDK checks as it does by
 * default, the signature by a key that OpenSSL decompresses (see `verifiedMaterials`).
 */
export function createDecryptor(options: DecryptorOptions = {}): Decryptor {
  return decryptorOf((keyArns) => makeOpen(keyArns, options.endpoint), options)
}

async function makeOpen(keyArns: readonly string[], endpoint: string | undefined): Promise<Open> {
  const [{ buildDecrypt }, { getClient, KMS, KmsKeyringNode }, materials] = await Promise.all([
    import('@aws-crypto/decrypt-node'),
    import('@aws-crypto/kms-keyring-node'),
    import('@aws-crypto/material-management'),
  ])
  const makeClient = getClient(KMS, kmsClientConfig(endpoint))
  const clients = new Map<string, ReturnType<typeof makeClient>>()
  const clientProvider: typeof makeClient = (region) => {
    const client = clients.get(region) ?? makeClient(region)
    clients.set(region, client)
    return client
  }
  const keyring = new KmsKeyringNode({ keyIds: [...keyArns], clientProvider })
  // The name of the enum's member, since the package that exports the enum is not one to depend on.
  type Policy = Extract<Parameters<typeof buildDecrypt>[0], string>
  const { decrypt } = buildDecrypt('REQUIRE_ENCRYPT_ALLOW_DECRYPT' as Policy)
  const manager = verifiedMaterials(materials, keyring)
  return async (message) => {
    const { plaintext, messageHeader } = await decrypt(manager, message)
    return { plaintext, context: messageHeader.encryptionContext }
  }
}
