import type { KMSClient } from '@aws-sdk/client-kms'
import { type Decryptor, type DecryptorOptions, decryptorOf, type Open } from '../decrypt/decryptor.ts'
import { kmsClientConfig } from '../decrypt/kms-client-config.ts'
import { SenderError } from '../errors.ts'
import { loadPeer } from '../stores/load-peer.ts'
import { refuse } from './byte-reader.ts'
import type { KmsDecrypt } from './kms-decrypt.ts'
import { openMessage } from './open-message.ts'

export interface LiteDecryptorOptions extends DecryptorOptions {
  /**
   * What calls `kms:Decrypt`: `functionKms()` of `@herald/sender/lite/kms` does it without the AWS SDK. `endpoint` is not
   * for it, it has its own. Default: the AWS SDK's client, with that SDK's whole chain of credentials.
   */
  kms?: KmsDecrypt
}

/**
 * Experimental. Decrypts as `createDecryptor` does, on `node:crypto` and the KMS client of Lambda's runtime alone, or
 * another one: it saves the time in which the official Encryption SDK loads, and most of a bundle.
 *
 * Its result equals the official SDK's for thousands of generated messages and mutations of them, and 29 messages that
 * AWS published open or are refused as they should, of every suite and of both format versions. AWS's whole
 * decryption test vectors (the manifests of `aws-encryption-sdk-test-vectors`) have NOT been run against it. Until they
 * are, prefer `createDecryptor`.
 */
export function liteDecryptor(options: LiteDecryptorOptions = {}): Decryptor {
  return decryptorOf((keyArns) => makeOpen(keyArns, options), options)
}

/** The AWS SDK's clients, one for each region. */
async function sdkKms({ endpoint }: DecryptorOptions): Promise<KmsDecrypt> {
  const load = () => import('@aws-sdk/client-kms')
  const { DecryptCommand, KMSClient } = await loadPeer('@aws-sdk/client-kms', 'lite', load)
  const clients = new Map<string, KMSClient>()
  return (region, input) => {
    const client = clients.get(region) ?? new KMSClient({ region, ...kmsClientConfig(endpoint) })
    clients.set(region, client)
    return client.send(new DecryptCommand(input))
  }
}

async function makeOpen(keyArns: readonly string[], options: LiteDecryptorOptions): Promise<Open> {
  const decrypt = options.kms ?? (await sdkKms(options))
  return async (message) => {
    const { plaintext, header } = await openMessage(message, async (dataKeys, context) => {
      const failures: unknown[] = []
      for (const { provider, info, ciphertext } of dataKeys) {
        if (provider !== 'aws-kms' || !keyArns.includes(info)) continue
        try {
          const input = { KeyId: info, CiphertextBlob: ciphertext, EncryptionContext: { ...context } }
          const { KeyId, Plaintext } = await decrypt(info.split(':')[3]!, input)
          if (KeyId === info && Plaintext) return Plaintext
          failures.push(refuse(`KMS answered with another key than ${info}.`))
        } catch (failure) {
          if (failure instanceof SenderError) throw failure
          failures.push(failure)
        }
      }
      throw refuse('None of the data keys of the message could be opened.', failures[0])
    })
    return { plaintext, context: header.context }
  }
}
