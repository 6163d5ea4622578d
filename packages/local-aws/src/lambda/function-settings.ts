import type { CreateFunctionRequest, LoggingConfig, UpdateFunctionConfigurationRequest } from '@herald/protocol/lambda'
import { refusals } from './refusals.ts'

/** AWS's limits for functions of this kind; the model's are wider, for kinds that are not built. */
const TIMEOUT_LIMIT = 900
const MEMORY_LIMIT = 10_240

type Settings = CreateFunctionRequest | UpdateFunctionConfigurationRequest

/**
 * Refuses, by name, what changes how a function behaves and is not built.
 * @throws {ServiceError} InvalidParameterValueException
 */
export function refuseUnbuilt(input: Settings): void {
  const present: [boolean, string][] = [
    [input.ImageConfig !== undefined, 'ImageConfig'],
    [(input.FileSystemConfigs?.length ?? 0) > 0, 'FileSystemConfigs'],
    [(input.VpcConfig?.SubnetIds?.length ?? 0) + (input.VpcConfig?.SecurityGroupIds?.length ?? 0) > 0, 'VpcConfig'],
    [Boolean(input.DeadLetterConfig?.TargetArn), 'DeadLetterConfig (use an on-failure destination)'],
    [input.DurableConfig !== undefined, 'DurableConfig'],
    [input.CapacityProviderConfig !== undefined, 'CapacityProviderConfig'],
    [input.SnapStart?.ApplyOn === 'PublishedVersions', 'SnapStart'],
  ]
  for (const [isPresent, what] of present) if (isPresent) throw refusals.notBuilt(what)
}

/** @throws {ServiceError} InvalidParameterValueException, worded as AWS's validation is */
export function checkSettings(input: Settings): void {
  atMost('timeout', input.Timeout, TIMEOUT_LIMIT)
  atMost('memorySize', input.MemorySize, MEMORY_LIMIT)
  const logging = input.LoggingConfig
  if (logging && logging.LogFormat !== 'JSON' && (logging.ApplicationLogLevel || logging.SystemLogLevel)) {
    throw refusals.invalid('Log level is not supported when LogFormat is set to Text.')
  }
}

/** Logging as it is stored: log levels exist with JSON only, and default to INFO there (AWS documents). */
export function loggingOf(name: string, logging: LoggingConfig | undefined): LoggingConfig {
  const LogGroup = logging?.LogGroup ?? `/aws/lambda/${name}`
  if (logging?.LogFormat !== 'JSON') return { LogFormat: 'Text', LogGroup }
  return {
    LogFormat: 'JSON',
    ApplicationLogLevel: logging.ApplicationLogLevel ?? 'INFO',
    SystemLogLevel: logging.SystemLogLevel ?? 'INFO',
    LogGroup,
  }
}

function atMost(member: string, value: number | undefined, limit: number): void {
  if (value === undefined || value <= limit) return
  throw refusals.invalid(
    `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: Member must have value less than or equal to ${limit}`,
  )
}
