import { ServiceError } from '@herald/protocol'
import { keyArn } from './arns.ts'
import type { KeyDoc } from './collections.ts'

/** Every sentence that KMS refuses with, worded as AWS answers where the wording was seen. */
export const refusals = {
  invalidKeyId: (keyId: string) => new ServiceError('NotFoundException', `Invalid keyId '${keyId}'`),
  foreignRegion: (region: string) => new ServiceError('NotFoundException', `Invalid arn ${region}`),
  noSuchKey: (arn: string) => new ServiceError('NotFoundException', `Key '${arn}' does not exist`),
  noSuchAlias: (arn: string) => new ServiceError('NotFoundException', `Alias ${arn} is not found.`),
  noSuchPolicy: () => new ServiceError('NotFoundException', 'No such policy exists'),
  noSuchGrant: (grantId: string) => new ServiceError('NotFoundException', `Grant ID ${grantId} not found`),

  disabled: (arn: string) => new ServiceError('DisabledException', `${arn} is disabled.`),
  pendingDeletion: (arn: string) => new ServiceError('KMSInvalidStateException', `${arn} is pending deletion.`),
  pendingReplicaDeletion: (arn: string) =>
    new ServiceError('KMSInvalidStateException', `${arn} is pending replica deletion.`),
  notPrimary: (arn: string) =>
    new ServiceError('UnsupportedOperationException', `${arn} is not a multi-Region primary key.`),
  replicaExists: (arn: string) => new ServiceError('AlreadyExistsException', `Key ${arn} already exists`),
  pendingImport: (arn: string) => new ServiceError('KMSInvalidStateException', `${arn} is pending import.`),
  wrongOrigin: (arn: string, origin: string) =>
    new ServiceError(
      'UnsupportedOperationException',
      `${arn} origin is ${origin} which is not valid for this operation.`,
    ),
  nothingToRotateTo: (arn: string) =>
    new ServiceError('KMSInvalidStateException', `No available key material pending rotation for the key: ${arn}.`),
  alreadyWaiting: (arn: string) =>
    new ServiceError('KMSInvalidStateException', `${arn} has key material that waits for its rotation already.`),
  noSuchMaterial: (materialId: string) =>
    new ServiceError('NotFoundException', `Key material ${materialId} is not of this key`),
  wrongSpec: (arn: string, keySpec: string) =>
    new ServiceError(
      'UnsupportedOperationException',
      `${arn} key spec is ${keySpec} which is not valid for this operation.`,
    ),
  tooManyRotations: (arn: string, most: number) =>
    new ServiceError('LimitExceededException', `${arn} was rotated on demand ${most} times, which is the limit.`),
  notPendingDeletion: (arn: string) => new ServiceError('KMSInvalidStateException', `${arn} is not pending deletion.`),

  wrongUsage: (arn: string, usage: string, operation: string) =>
    new ServiceError('InvalidKeyUsageException', `${arn} key usage is ${usage} which is not valid for ${operation}.`),
  wrongAlgorithm: (algorithm: string, keySpec: string) =>
    new ServiceError('InvalidKeyUsageException', `Algorithm ${algorithm} is incompatible with key spec ${keySpec}.`),

  /** AWS gives no sentence, so that nothing is told of why. */
  invalidCiphertext: (message = '') => new ServiceError('InvalidCiphertextException', message),
  incorrectKey: () =>
    new ServiceError(
      'IncorrectKeyException',
      'The key ID in the request does not identify a CMK that can perform this operation.',
    ),

  invalidImportToken: () =>
    new ServiceError('InvalidImportTokenException', 'The import token is invalid, or was made for another key.'),
  expiredImportToken: () =>
    new ServiceError('ExpiredImportTokenException', 'The import token has expired: get new parameters for import.'),
  incorrectMaterial: (message: string) => new ServiceError('IncorrectKeyMaterialException', message),

  /** AWS gives no sentence for these two. */
  invalidSignature: () => new ServiceError('KMSInvalidSignatureException', ''),
  invalidMac: () => new ServiceError('KMSInvalidMacException', ''),
  materialErased: () => new ServiceError('KeyUnavailableException', 'The key material was erased meanwhile.'),
  withoutMaterial: (key: KeyDoc) =>
    new ServiceError('KeyUnavailableException', `${keyArn(key)} has no key material: make a new key.`),

  malformedPolicy: (message: string) => new ServiceError('MalformedPolicyDocumentException', message),
  lockedOut: () =>
    new ServiceError(
      'MalformedPolicyDocumentException',
      'The new key policy will not allow you to update the key policy in the future.',
    ),
  policyTooLong: () =>
    new ServiceError('LimitExceededException', 'The key policy is longer than 32768 bytes, which is its limit.'),
  tag: (message: string) => new ServiceError('TagException', message),

  aliasPrefix: () =>
    validation(
      'Alias must start with the prefix "alias/". Please see https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html',
    ),
  aliasName: (name: string) =>
    new ServiceError('InvalidAliasNameException', `${name} contains invalid characters for an alias`),
  reservedAlias: (name: string) =>
    new ServiceError('InvalidAliasNameException', `${name} begins with alias/aws/, which is reserved for AWS.`),
  aliasExists: (arn: string) =>
    new ServiceError('AlreadyExistsException', `An alias with the name ${arn} already exists`),

  invalidGrantToken: () => new ServiceError('InvalidGrantTokenException', 'Invalid grant token.'),
  invalidGrantId: () => new ServiceError('InvalidGrantIdException', 'Invalid grant id.'),
  invalidPrincipal: (principal: string) =>
    new ServiceError('InvalidArnException', `ARN does not refer to a valid principal: ${principal}`),
  invalidMarker: () => new ServiceError('InvalidMarkerException', 'Could not deserialize marker'),

  dryRun: () =>
    new ServiceError('DryRunOperationException', 'The request would have succeeded, but the DryRun option is set.'),
  unsupported: (message: string) => new ServiceError('UnsupportedOperationException', message),
  validation,

  unsigned: () =>
    new ServiceError('MissingAuthenticationTokenException', 'Missing Authentication Token', { status: 400 }),
  denied: (message: string) => new ServiceError('AccessDeniedException', message, { status: 400 }),
}

function validation(message: string): ServiceError {
  return new ServiceError('ValidationException', message, { status: 400 })
}
