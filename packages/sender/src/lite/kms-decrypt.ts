/** What `kms:Decrypt` is asked; `KeyId` is the ARN of a key. */
export interface KmsDecryptInput {
  KeyId: string
  CiphertextBlob: Uint8Array
  EncryptionContext: Record<string, string>
}

/**
 * Calls `kms:Decrypt`: what `liteDecryptor` needs of a client of KMS.
 * @param region the one of the key's ARN, such as `eu-west-1`.
 * @returns the members of KMS's answer. Its `Plaintext` is filled with zeros once it was used.
 * @throws {Error} whose `name` is that of KMS's error, `AccessDeniedException` for one; the words of the decryptor's own
 * error depend on it. A `SenderError` is passed on as it is.
 */
export type KmsDecrypt = (
  region: string,
  input: KmsDecryptInput,
) => Promise<{ KeyId?: string | undefined; Plaintext?: Uint8Array | undefined }>
