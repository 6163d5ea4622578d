/** A function, ready to be run. */
export interface RunnableFunction {
  /** `<account>/<region>/<name>`, and `:<version>` for a published version. */
  key: string
  /** Sandboxes of another deployment finish what they do and end. */
  deployment: string
  /** Grows with each reading of the function: of two that differ, the later one holds. */
  sequence: number
  name: string
  /** Without a qualifier. */
  arn: string
  /** `$LATEST` or a number. */
  version: string
  region: string
  roleArn: string
  runtime: string
  handler: string
  /** Seconds. */
  timeout: number
  /** Megabytes. */
  memorySize: number
  /** The unpacked package, or the mounted folder. */
  folder: string
  mounted: boolean
  /** The layers, merged as AWS merges them into /opt; undefined where there are none. */
  layersFolder: string | undefined
  /** The function's own environment variables. */
  variables: Record<string, string>
  logGroup: string
  logFormat: 'Text' | 'JSON'
  logLevel: string | undefined
  reservedConcurrency: number | undefined
}

/** One call of a function. */
export interface Invocation {
  requestId: string
  /** As the caller named the function: with a version or alias where it gave one. */
  functionArn: string
  /** JSON. */
  payload: Buffer
  /** `Root=…;Parent=…;Sampled=…` */
  traceHeader: string
  /** JSON, as the caller's X-Amz-Client-Context decodes. */
  clientContext: string | undefined
}

/** How an invocation ended. `payload` is JSON: the handler's answer, or the error as AWS words it. */
export type Outcome =
  | { readonly ok: true; readonly payload: Buffer }
  | { readonly ok: false; readonly payload: Buffer; readonly errorType: string; readonly timedOut: boolean }

/** The error that AWS gives when the runtime, not the handler, has failed. */
export function runtimeFailure(requestId: string, errorType: string, sentence: string, timedOut = false): Outcome {
  const errorMessage = `RequestId: ${requestId} Error: ${sentence}`
  return { ok: false, payload: Buffer.from(JSON.stringify({ errorType, errorMessage })), errorType, timedOut }
}

/** The error type of a reported error, cut to what may stand in a trace: a name, and nothing a handler could hide in it. */
export function errorTypeOf(report: Buffer): string {
  try {
    const type: unknown = JSON.parse(report.toString('utf8'))?.errorType
    if (typeof type === 'string' && /^[A-Za-z][A-Za-z_.]{0,99}$/.test(type)) return type
  } catch {
    // A runtime may send anything; it is an error all the same.
  }
  return 'Error'
}
