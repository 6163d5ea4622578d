import type { KMSClient } from '@aws-sdk/client-kms'
import { type Decryptor, type DecryptorOptions, decryptorOf, type Open } from '../decrypt/decryptor.ts'
import { kmsClientConfig } from '../decrypt/kms-client-config.ts'
import { loadPeer } from '../stores/load-peer.ts'
import { refuse } from './byte-reader.ts'
import { openMessage } from './open-message.ts'

/**
 * Experimental. Decrypts as `createDecryptor` does, on `node:crypto` and the KMS client of Lambda's runtime alone: it
 * saves the time in which the official Encryption SDK loads, and most of a bundle.
 *
 * Its result equals the official SDK's for thousands of generated messages and mutations of them, and 29 messages that
 * AWS published open or are refused as they should, of every suite and of both format versions. AWS's whole
 * decryption test vectors (the manifests of `aws-encryption-sdk-test-vectors`) have NOT been run against it. Until they
 * are, prefer `createDecryptor`.
 */
export function liteDecryptor(options: DecryptorOptions = {}): Decryptor {
  return decryptorOf((keyArns) => makeOpen(keyArns, options.endpoint), options)
}

async function makeOpen(keyArns: readonly string[], endpoint: string | undefined): Promise<Open> {
  const load = () => import('@aws-sdk/client-kms')
  const { DecryptCommand, KMSClient } = await loadPeer('@aws-sdk/client-kms', 'lite', load)
  const clients = new Map<string, KMSClient>()
  const clientOf = (arn: string) => {
    const region = arn.split(':')[3]!
    const client = clients.get(region) ?? new KMSClient({ region, ...kmsClientConfig(endpoint) })
    clients.set(region, client)
    return client
  }

  return async (message) => {
    const { plaintext, header } = await openMessage(message, async (dataKeys, context) => {
      const failures: unknown[] = []
      for (const { provider, info, ciphertext } of dataKeys) {
        if (provider !== 'aws-kms' || !keyArns.includes(info)) continue
        try {
          const input = { KeyId: info, CiphertextBlob: ciphertext, EncryptionContext: { ...context } }
          const { KeyId, Plaintext } = await clientOf(info).send(new DecryptCommand(input))
          if (KeyId === info && Plaintext) return Plaintext
          failures.push(refuse(`KMS answered with another key than ${info}.`))
        } catch (failure) {
          failures.push(failure)
        }
      }
      throw refuse('None of the data keys of the message could be opened.', failures[0])
    })
    return { plaintext, context: header.context }
  }
}
