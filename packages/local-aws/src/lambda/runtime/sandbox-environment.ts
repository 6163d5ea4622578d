import { delimiter, dirname, join } from 'node:path'
import type { IssuedCredentials } from '../../sts/credentials.ts'
import type { Launch } from '../runtimes/launch.ts'
import type { RunnableFunction } from './invocation.ts'

/** What a sandbox's process is told beside the function's own variables. */
export interface SandboxPlace {
  endpoint: string
  /** Trusted beside the usual ones. */
  certificateFile: string | undefined
  runtimeApi: string
  token: string
  /** Its own folder, with an empty `home` and `tmp`. */
  folder: string
  bootstrapFolder: string
  /** Where sandboxes keep what Node compiled for them. */
  compiledFolder: string
  logStream: string
  credentials: IssuedCredentials
}

/**
 * The environment of a function's process: Lambda's variables and the function's own, nothing of Herald's. A profile,
 * keys or proxies of the person who started Herald do not reach a function.
 */
export function sandboxEnvironment(
  runnable: RunnableFunction,
  place: SandboxPlace,
  launch: Launch,
): Record<string, string> {
  const nowhere = join(place.folder, 'home', 'no-such-file')
  const forBootstrap = {
    token: place.token,
    endpoint: place.endpoint,
    mounted: runnable.mounted,
    runtime: runnable.runtime,
    compiled: place.compiledFolder,
  }
  return {
    ...machineVariables(place.folder, runnable),
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    HOME: join(place.folder, 'home'),
    TMPDIR: join(place.folder, 'tmp'),
    AWS_ENDPOINT_URL: place.endpoint,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_SHARED_CREDENTIALS_FILE: nowhere,
    AWS_CONFIG_FILE: nowhere,
    ...(place.certificateFile ? { NODE_EXTRA_CA_CERTS: place.certificateFile } : {}),
    ...launch.variables,
    ...runnable.variables,
    AWS_REGION: runnable.region,
    AWS_DEFAULT_REGION: runnable.region,
    AWS_ACCESS_KEY_ID: place.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: place.credentials.secretAccessKey,
    AWS_SESSION_TOKEN: place.credentials.sessionToken,
    AWS_EXECUTION_ENV: `AWS_Lambda_${runnable.runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: runnable.name,
    AWS_LAMBDA_FUNCTION_VERSION: runnable.version,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(runnable.memorySize),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: runnable.logGroup,
    AWS_LAMBDA_LOG_STREAM_NAME: place.logStream,
    AWS_LAMBDA_LOG_FORMAT: runnable.logFormat,
    ...(runnable.logLevel ? { AWS_LAMBDA_LOG_LEVEL: runnable.logLevel } : {}),
    AWS_LAMBDA_RUNTIME_API: place.runtimeApi,
    LAMBDA_TASK_ROOT: runnable.folder,
    LAMBDA_RUNTIME_DIR: place.bootstrapFolder,
    _HANDLER: runnable.handler,
    ...(launch.bootstrap ? { HERALD_SANDBOX: JSON.stringify({ ...forBootstrap, ...launch.bootstrap }) } : {}),
  }
}

/** Paths in the order of AWS's: the layers' programs come last, as do their libraries. */
function machineVariables(folder: string, runnable: RunnableFunction): Record<string, string> {
  const node = dirname(process.execPath)
  const layers = runnable.layersFolder
  if (process.platform !== 'win32') {
    const programs = [node, '/usr/local/bin', '/usr/bin', '/bin', ...(layers ? [join(layers, 'bin')] : [])]
    const libraries = [runnable.folder, join(runnable.folder, 'lib'), ...(layers ? [join(layers, 'lib')] : [])]
    return { PATH: programs.join(delimiter), LD_LIBRARY_PATH: libraries.join(delimiter) }
  }
  const root = process.env.SystemRoot ?? 'C:\\Windows'
  const temporary = join(folder, 'tmp')
  return { PATH: [node, join(root, 'System32')].join(delimiter), SystemRoot: root, TEMP: temporary, TMP: temporary }
}
