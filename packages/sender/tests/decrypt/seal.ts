import {
  AlgorithmSuiteIdentifier,
  buildClient,
  CommitmentPolicy,
  getClient,
  KMS,
  KmsKeyringNode,
} from '@aws-crypto/client-node'

export const keyArn = 'arn:aws:kms:eu-west-1:123456789012:key/8a23102c-9b68-4fed-82ce-523c5363539e'
export const otherArn = 'arn:aws:kms:eu-west-1:123456789012:key/00000000-9b68-4fed-82ce-523c5363539e'
export const poolId = 'eu-west-1_AbC123xyZ'
export const otherPoolId = 'eu-west-1_ZzZ999xyZ'

/** The credentials that a real function has in its environment. */
export function setCredentials(): void {
  process.env.AWS_ACCESS_KEY_ID = 'AKIAIOSFODNN7EXAMPLE'
  process.env.AWS_SECRET_ACCESS_KEY = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
  process.env.AWS_REGION = 'eu-west-1'
}

export interface Sealing {
  url: string
  keyArn?: string
  context?: Record<string, string>
  suite?: AlgorithmSuiteIdentifier
}

/** Encrypts as Cognito does, by the official SDK: version 1, suite 0x0378, frames of 4096 bytes. `suite` changes that. */
export async function seal(plaintext: string, sealing: Sealing): Promise<string> {
  const suiteId = sealing.suite ?? AlgorithmSuiteIdentifier.ALG_AES256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384
  const commits = suiteId >= 0x0400
  const { encrypt } = buildClient(
    commits ? CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT : CommitmentPolicy.FORBID_ENCRYPT_ALLOW_DECRYPT,
  )
  const keyring = new KmsKeyringNode({
    generatorKeyId: sealing.keyArn ?? keyArn,
    clientProvider: getClient(KMS, { endpoint: sealing.url }),
  })
  const encryptionContext = sealing.context ?? { 'userpool-id': poolId }
  const { result } = await encrypt(keyring, plaintext, { encryptionContext, suiteId, frameLength: 4096 })
  return result.toString('base64')
}
