import type { Call } from '@herald/protocol'
import { functionArn } from './function-record.ts'
import { refusals } from './refusals.ts'

/** A function as a request names it. */
export interface NamedFunction {
  accountId: string
  region: string
  name: string
  /** Without a qualifier. */
  arn: string
  /** The ARN as it was asked for, with its qualifier where one was given. */
  askedArn: string
  /** A version's number or an alias; undefined for `$LATEST`. */
  qualifier: string | undefined
}

const FORM =
  /^(?:arn:aws[a-zA-Z-]*:lambda:)?(?:((?:eusc-)?[a-z]{2}(?:-gov|-iso[a-z]?)?-[a-z]+-\d):)?(?:(\d{12}):)?(?:function:)?([a-zA-Z0-9_-]+)(?::(\$LATEST(?:\.PUBLISHED)?|[a-zA-Z0-9_-]+))?$/

/**
 * Reads the FunctionName of an operation that changes the function itself, not one of its versions.
 * @throws {ServiceError} as `nameQualified`; ResourceNotFoundException for a version or alias
 */
export function nameFunction(call: Call, text: string, qualifier?: string): NamedFunction {
  const named = nameQualified(call, text, qualifier)
  if (named.qualifier !== undefined) throw refusals.notFound(named.askedArn)
  return named
}

/**
 * Reads a FunctionName: a name, a partial ARN (`<account>:function:<name>`) or a full ARN, each with or without a qualifier.
 * @throws {ServiceError} InvalidParameterValueException for another form or two qualifiers that differ;
 *   ResourceNotFoundException for an ARN of another region.
 */
export function nameQualified(call: Call, text: string, qualifier?: string): NamedFunction {
  const parts = FORM.exec(text)
  if (!parts) throw refusals.invalid(`Invalid function name: ${text.slice(0, 200)}`)
  const [, region = call.region, accountId = call.accountId, name = '', derived] = parts
  if (region !== call.region) throw refusals.otherRegion(region, call.region)
  if (derived && qualifier && derived !== qualifier) throw refusals.qualifiers()
  const asked = qualifier ?? derived
  const arn = functionArn({ accountId, region, name })
  return {
    accountId,
    region,
    name,
    arn,
    askedArn: asked ? `${arn}:${asked}` : arn,
    qualifier: asked === '$LATEST' ? undefined : asked,
  }
}
