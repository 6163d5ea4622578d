import { SenderError } from '../errors.ts'

const mend = 'Set keyArn or KEY_ARN to the ARN of the key that stands as KMSKeyID in the LambdaConfig of the pool'

/** A key's own ARN, in any partition. */
const keyArn = /^arn:[\w-]+:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+$/

/**
 * The keys whose messages are opened: one, a list, or several in a text with commas between them, for pools with
 * different keys and for the time after a key was exchanged.
 * @throws {SenderError} `Configuration` for what is not the ARN of a key. Messages name their key by that alone, so
 * another name opens none of them.
 */
export function keyArnsFrom(given: string | readonly string[] | undefined): readonly string[] {
  const listed = typeof given === 'string' ? given.split(',') : (given ?? [])
  const arns = listed.map((arn) => arn.trim()).filter((arn) => arn !== '')
  if (arns.length === 0) throw new SenderError('Configuration', `No key is named. ${mend}.`)
  for (const arn of arns) {
    if (keyArn.test(arn)) continue
    const isAlias = /(^|:)alias\//.test(arn)
    const what = isAlias ? 'an alias' : arn.startsWith('arn:') ? 'not the ARN of a KMS key' : 'no ARN'
    const how = `aws kms describe-key --key-id ${isAlias ? arn : '…'} --query KeyMetadata.Arn prints it`
    throw new SenderError('Configuration', `The key is named by ${arn}, which is ${what}. ${mend}; ${how}.`)
  }
  return arns
}
