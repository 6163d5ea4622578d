import type { SrpExchange } from './srp.ts'

/** What is heavy to compute; none of it runs on the event loop. */
export interface Cryptography {
  /** SRP salt and verifier (hex) of a password, as Cognito's clients compute them. */
  makeVerifier(pool: string, userId: string, password: string): Promise<SrpVerifier>
  /** Whether the password belongs to the verifier. */
  checkPassword(pool: string, userId: string, password: string, verifier: SrpVerifier): Promise<boolean>
  /** The server's public value of an SRP sign-in, hex. `secret` is the server's secret of this sign-in, hex. */
  srpPublicValue(verifier: string, secret: string): Promise<string>
  /** The key that only a client with the right password finds as well: 16 bytes, hex. Rejects what is not of the group. */
  srpExchangedKey(exchange: SrpExchange): Promise<string>
  /** RS256 signature over `data`. `key` names the private key for reuse. */
  signRs256(key: { kid: string; pem: string }, data: string): Promise<Buffer>
  /** A code or password as Cognito encrypts it: AWS Encryption SDK message, base64. Rejects as `generateDataKey` does. */
  sealMessage(request: SealRequest, generateDataKey: GenerateDataKey): Promise<string>
  close(): Promise<void>
}

export interface SrpVerifier {
  salt: string
  verifier: string
}

export interface SealRequest {
  plaintext: string
  /** Goes into the encryption context as `userpool-id`. */
  userPoolId: string
}

/** Asks KMS for a new data key, bound to the encryption context. */
export type GenerateDataKey = (
  encryptionContext: Record<string, string>,
) => Promise<{ plaintext: Uint8Array; blob: Uint8Array; keyArn: string }>
