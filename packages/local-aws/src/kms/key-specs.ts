import type { KeyMetadata, KeySpec, KeyUsageType } from '@herald/protocol/kms'

const rsaSigning = [
  'RSASSA_PKCS1_V1_5_SHA_256',
  'RSASSA_PKCS1_V1_5_SHA_384',
  'RSASSA_PKCS1_V1_5_SHA_512',
  'RSASSA_PSS_SHA_256',
  'RSASSA_PSS_SHA_384',
  'RSASSA_PSS_SHA_512',
]
const rsa = {
  usages: ['ENCRYPT_DECRYPT', 'SIGN_VERIFY'],
  encryption: ['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256'],
  signing: rsaSigning,
}
const curve = (algorithm: string) => ({
  usages: ['SIGN_VERIFY', 'KEY_AGREEMENT'],
  signing: [algorithm],
  agreement: ['ECDH'],
})
const mac = (bits: number) => ({ usages: ['GENERATE_VERIFY_MAC'], mac: [`HMAC_SHA_${bits}`] })
const lattice = { usages: ['SIGN_VERIFY'], signing: ['ML_DSA_SHAKE_256'] }

interface Spec {
  readonly usages: readonly string[]
  readonly encryption?: readonly string[]
  readonly signing?: readonly string[]
  readonly mac?: readonly string[]
  readonly agreement?: readonly string[]
}

/** THE TABLE of key specs: what each may be used for, and with which algorithms (AWS documents). */
const SPECS: Readonly<Record<KeySpec, Spec>> = {
  SYMMETRIC_DEFAULT: { usages: ['ENCRYPT_DECRYPT'], encryption: ['SYMMETRIC_DEFAULT'] },
  RSA_2048: rsa,
  RSA_3072: rsa,
  RSA_4096: rsa,
  ECC_NIST_P256: curve('ECDSA_SHA_256'),
  ECC_NIST_P384: curve('ECDSA_SHA_384'),
  ECC_NIST_P521: curve('ECDSA_SHA_512'),
  ECC_SECG_P256K1: { usages: ['SIGN_VERIFY'], signing: ['ECDSA_SHA_256'] },
  ECC_NIST_EDWARDS25519: { usages: ['SIGN_VERIFY'], signing: ['ED25519_SHA_512', 'ED25519_PH_SHA_512'] },
  HMAC_224: mac(224),
  HMAC_256: mac(256),
  HMAC_384: mac(384),
  HMAC_512: mac(512),
  SM2: { usages: ['ENCRYPT_DECRYPT', 'SIGN_VERIFY', 'KEY_AGREEMENT'], encryption: ['SM2PKE'], signing: ['SM2DSA'] },
  ML_DSA_44: lattice,
  ML_DSA_65: lattice,
  ML_DSA_87: lattice,
}

export const allowsUsage = (spec: KeySpec, usage: KeyUsageType) => SPECS[spec].usages.includes(usage)

/** The algorithms that a key's description lists: those of its usage. */
export function algorithmsOf(spec: KeySpec, usage: KeyUsageType): Partial<KeyMetadata> {
  const { encryption, signing, mac: macs, agreement } = SPECS[spec]
  switch (usage) {
    case 'ENCRYPT_DECRYPT':
      return { EncryptionAlgorithms: [...(encryption ?? [])] as KeyMetadata['EncryptionAlgorithms'] }
    case 'SIGN_VERIFY':
      return { SigningAlgorithms: [...(signing ?? [])] as KeyMetadata['SigningAlgorithms'] }
    case 'GENERATE_VERIFY_MAC':
      return { MacAlgorithms: [...(macs ?? [])] as KeyMetadata['MacAlgorithms'] }
    case 'KEY_AGREEMENT':
      return { KeyAgreementAlgorithms: [...(agreement ?? [])] as KeyMetadata['KeyAgreementAlgorithms'] }
  }
}

/** The operations that a grant for such a key may allow (AWS documents). */
export function grantableOperations(spec: KeySpec, usage: KeyUsageType): readonly string[] {
  const always = ['CreateGrant', 'RetireGrant', 'DescribeKey']
  if (spec === 'SYMMETRIC_DEFAULT') {
    return [
      ...always,
      'Decrypt',
      'Encrypt',
      'GenerateDataKey',
      'GenerateDataKeyWithoutPlaintext',
      'ReEncryptFrom',
      'ReEncryptTo',
      'GenerateDataKeyPair',
      'GenerateDataKeyPairWithoutPlaintext',
    ]
  }
  switch (usage) {
    case 'ENCRYPT_DECRYPT':
      return [...always, 'Decrypt', 'Encrypt', 'ReEncryptFrom', 'ReEncryptTo', 'GetPublicKey']
    case 'SIGN_VERIFY':
      return [...always, 'Sign', 'Verify', 'GetPublicKey']
    case 'GENERATE_VERIFY_MAC':
      return [...always, 'GenerateMac', 'VerifyMac']
    case 'KEY_AGREEMENT':
      return [...always, 'DeriveSharedSecret', 'GetPublicKey']
  }
}
