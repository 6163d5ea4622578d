import type { Environment } from '@herald/protocol/lambda'
import type { Vault } from '@herald/storage'
import { type FunctionRecord, functionKey } from './function-record.ts'
import { refusals } from './refusals.ts'

const PURPOSE = 'lambda-environment'
const LIMIT_BYTES = 4096

/** Names that AWS documents as reserved. */
const RESERVED = new Set([
  '_HANDLER',
  '_X_AMZN_TRACE_ID',
  'AWS_DEFAULT_REGION',
  'AWS_REGION',
  'AWS_EXECUTION_ENV',
  'AWS_LAMBDA_FUNCTION_NAME',
  'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
  'AWS_LAMBDA_FUNCTION_VERSION',
  'AWS_LAMBDA_INITIALIZATION_TYPE',
  'AWS_LAMBDA_LOG_GROUP_NAME',
  'AWS_LAMBDA_LOG_STREAM_NAME',
  'AWS_ACCESS_KEY',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_LAMBDA_RUNTIME_API',
  'AWS_LAMBDA_MAX_CONCURRENCY',
  'AWS_LAMBDA_METADATA_API',
  'AWS_LAMBDA_METADATA_TOKEN',
  'LAMBDA_TASK_ROOT',
  'LAMBDA_RUNTIME_DIR',
])

const REFUSED =
  'Lambda was unable to configure your environment variables because the environment variables you have provided'

/**
 * Checks and seals environment variables; undefined where there are none.
 * @throws {ServiceError} InvalidParameterValueException for reserved names and beyond 4 KB. AWS repeats the variables
 *   in the second sentence; here the values stay out of error messages.
 */
export function sealVariables(
  vault: Vault,
  of: { accountId: string; region: string; name: string },
  environment: Environment | undefined,
): string | undefined {
  const variables = environment?.Variables
  if (!variables || Object.keys(variables).length === 0) return undefined
  const reserved = Object.keys(variables).filter((name) => RESERVED.has(name))
  if (reserved.length > 0) {
    throw refusals.invalid(
      `${REFUSED} contains reserved keys that are currently not supported for modification. Reserved keys used in this request: ${reserved.join(', ')}`,
    )
  }
  for (const [name, value] of Object.entries(variables)) {
    if (value.includes('\0')) throw refusals.invalid(`${REFUSED} contains a null character in the value of ${name}.`)
  }
  const text = JSON.stringify(variables)
  if (Buffer.byteLength(text) > LIMIT_BYTES) throw refusals.invalid(`${REFUSED} exceeded the 4KB limit.`)
  return vault.seal(PURPOSE, text, functionKey(of))
}

/** Variables of functions in use, by what they are sealed to: an invocation asks for them several times. */
const opened = new WeakMap<Vault, Map<string, Record<string, string>>>()
const MOST_OPENED = 100

/** The environment variables of a function; undefined where it has none. */
export function openVariables(vault: Vault, record: FunctionRecord): Record<string, string> | undefined {
  if (record.environment === undefined) return undefined
  const known = opened.get(vault) ?? new Map<string, Record<string, string>>()
  opened.set(vault, known)
  let variables = known.get(record.environment)
  if (!variables) {
    variables = JSON.parse(vault.open(PURPOSE, record.environment, functionKey(record)).toString()) as typeof variables
    if (known.size >= MOST_OPENED) known.clear()
    known.set(record.environment, variables!)
  }
  return { ...variables }
}
