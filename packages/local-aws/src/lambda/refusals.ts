import { ServiceError } from '@herald/protocol'

const user = { members: { Type: 'User' } }

/** Every sentence the local Lambda refuses with, as AWS words it where its wording is known. */
export const refusals = {
  notFound: (arn: string) => new ServiceError('ResourceNotFoundException', `Function not found: ${arn}`, user),
  exists: (name: string) => new ServiceError('ResourceConflictException', `Function already exist: ${name}`, user),
  invalid: (message: string) => new ServiceError('InvalidParameterValueException', message, user),
  notBuilt: (what: string) =>
    new ServiceError('InvalidParameterValueException', `${what} is not built yet in Herald.`, user),
  otherRegion: (theirs: string, ours: string) =>
    new ServiceError(
      'ResourceNotFoundException',
      `Functions from '${theirs}' are not reachable in this region ('${ours}')`,
      user,
    ),
  qualifiers: () =>
    new ServiceError(
      'InvalidParameterValueException',
      'The derived qualifier from the function name does not match the specified qualifier.',
      user,
    ),
  badZip: () =>
    new ServiceError(
      'InvalidParameterValueException',
      'Could not unzip uploaded file. Please check your file, then try to upload again.',
      user,
    ),
  emptyZip: () => new ServiceError('InvalidParameterValueException', 'Uploaded file must be a non-empty zip', user),
  unzippedTooLarge: (limit: number) =>
    new ServiceError('InvalidParameterValueException', `Unzipped size must be smaller than ${limit} bytes`, user),
  noCode: () => new ServiceError('InvalidParameterValueException', 'Please provide a source for function code.', user),
  noAlias: (arn: string) => new ServiceError('ResourceNotFoundException', `Cannot find alias arn: ${arn}`, user),
  aliasExists: (arn: string) => new ServiceError('ResourceConflictException', `Alias already exists: ${arn}`, user),
  versionInUse: (aliases: string[]) =>
    new ServiceError(
      'ResourceConflictException',
      `Unable to delete version because the following aliases reference it: [${aliases.join(', ')}]`,
      user,
    ),
  staleRevision: () =>
    new ServiceError(
      'PreconditionFailedException',
      'The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the latest Revision Id',
      user,
    ),
  noPolicy: () => new ServiceError('ResourceNotFoundException', 'The resource you requested does not exist.', user),
  noStatement: (sid: string) =>
    new ServiceError('ResourceNotFoundException', `Statement ${sid} is not found in resource policy.`, user),
  statementExists: (sid: string) =>
    new ServiceError(
      'ResourceConflictException',
      `The statement id (${sid}) provided already exists. Please provide a new statement id, or remove the existing statement.`,
      user,
    ),
  policyTooLong: (size: number, limit: number) =>
    new ServiceError(
      'PolicyLengthExceededException',
      `The final policy size (${size}) is bigger than the limit (${limit}).`,
      user,
    ),
  notAuthorized: (who: string, arn: string) =>
    new ServiceError(
      'AccessDeniedException',
      `User: ${who} is not authorized to perform: lambda:InvokeFunction on resource: ${arn} because no resource-based policy allows the lambda:InvokeFunction action`,
      { status: 403 },
    ),
  notJson: () =>
    new ServiceError(
      'InvalidRequestContentException',
      'Could not parse request body into json: Could not parse payload into json',
      user,
    ),
  payloadTooLarge: (size: number, type: string, limit: number) =>
    new ServiceError(
      'RequestTooLargeException',
      `${size} byte payload is too large for the ${type} invocation type (limit ${limit} bytes)`,
      user,
    ),
  throttled: (reason: string) =>
    new ServiceError('TooManyRequestsException', 'Rate Exceeded.', { members: { Type: 'User', Reason: reason } }),
  queueFull: (limit: number) =>
    new ServiceError('TooManyRequestsException', `More than ${limit} asynchronous invocations are waiting.`, {
      members: { Type: 'User', Reason: 'CallerRateLimitExceeded' },
    }),
  noEventInvokeConfig: (arn: string) =>
    new ServiceError('ResourceNotFoundException', `The function ${arn} doesn't have an EventInvokeConfig`, user),
}
