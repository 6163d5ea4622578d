import { SenderError } from '../errors.ts'
import { type Header, readHeader } from '../lite/read-header.ts'

export interface FailedDecryption {
  /** The message that was to be opened. */
  message: Uint8Array
  keyArns: readonly string[]
  /** Throws where the message is another pool's. @param poolId as the message's header says, unchecked. */
  checkPool?: (poolId: string | undefined) => void
}

/** A key as a header names it, which anybody may have written. */
const legible = (arn: string) => (/^arn:[\w:/-]{1,200}$/.test(arn) ? arn : 'something that is no KMS key')

/** Words for what KMS answers, by the error's name. */
const answers: Readonly<Record<string, (arn: string) => string>> = {
  AccessDeniedException: (arn) =>
    `KMS refused kms:Decrypt on ${arn}. Allow it in the function's role and in the key's policy; a condition on kms:EncryptionContext:userpool-id has to name this pool.`,
  NotFoundException: (arn) =>
    `KMS knows no key ${arn}. It was deleted, or the endpoint is another account's or region's.`,
  DisabledException: (arn) => `The key ${arn} is disabled. Enable it (aws kms enable-key).`,
  KMSInvalidStateException: (arn) =>
    `The key ${arn} cannot be used in its present state. Where it waits for deletion, cancel that (aws kms cancel-key-deletion).`,
  InvalidCiphertextException: (arn) =>
    `KMS could not open the data key with ${arn}: the message was altered on the way.`,
  IncorrectKeyException: (arn) => `The data key was not encrypted with ${arn}.`,
  CredentialsProviderError: () => 'There are no AWS credentials to call KMS with.',
}

/** The names of errors in a failure, its causes, and the texts into which the Encryption SDK folds those of KMS. */
function namesIn(failure: unknown): string {
  const seen: string[] = []
  for (let error = failure; error instanceof Error && seen.length < 10; error = error.cause) {
    seen.push(error.name, error.message)
  }
  return seen.join('\n')
}

function explainKms(texts: string, header: Header): string | undefined {
  const arn = legible(header.dataKeys[0]!.info)
  const known = Object.keys(answers).find((name) => texts.includes(name))
  if (known) return answers[known]!(arn)
  if (/ThrottlingException|LimitExceeded|KMSInternal|DependencyTimeout|ServiceUnavailable/.test(texts)) {
    return 'KMS is throttling or has a fault; a later attempt may succeed.'
  }
  if (/TimeoutError|ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|socket hang up/.test(texts)) {
    return 'KMS could not be reached. A function inside a VPC needs a way there: a NAT gateway or an endpoint for KMS.'
  }
  return undefined
}

/**
 * Finds out why a code could not be decrypted, and says how to mend it. Fits any handler that uses the official AWS
 * Encryption SDK: give it what `decrypt` threw.
 * @returns the error to throw; what was thrown first is its cause.
 */
export function explainFailure(failure: unknown, failed: FailedDecryption): SenderError {
  return explain(failure, failed, (texts) =>
    texts.includes('requiring only committed messages')
      ? 'The commitment policy takes only messages with key commitment, and Cognito sends them without. Build the client with CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT.'
      : undefined,
  )
}

/**
 * The same for the toolkit's own decryptors, whose commitment policy is right.
 * @param known what the texts of the failure tell before its keys are looked at.
 */
export function explain(
  failure: unknown,
  failed: FailedDecryption,
  known: (texts: string) => string | undefined = () => undefined,
): SenderError {
  const { message, keyArns, checkPool } = failed
  if (failure instanceof SenderError && failure.code !== 'DecryptFailed') return failure
  const texts = namesIn(failure)
  const because = (why: string) => new SenderError('DecryptFailed', why, failure)

  let header: Header
  try {
    header = readHeader(message).header
    checkPool?.(header.context['userpool-id'])
  } catch (better) {
    return new SenderError((better as SenderError).code, (better as SenderError).message, failure)
  }
  const why = known(texts)
  if (why) return because(why)
  const sealedBy = header.dataKeys.slice(0, 3).map(({ info }) => legible(info))
  if (!header.dataKeys.some(({ provider, info }) => provider === 'aws-kms' && keyArns.includes(info))) {
    return because(
      `The code was encrypted with ${sealedBy.join(', ')}, and only ${keyArns.join(', ')} may open it. Set keyArn or KEY_ARN to the pool's KMSKeyID; after a change of keys, to both with a comma between.`,
    )
  }
  const kms = explainKms(texts, header)
  if (kms) return because(kms)
  if (failure instanceof SenderError) return failure
  return because('The code could not be decrypted: it was altered on the way or is not whole.')
}
