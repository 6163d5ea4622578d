/**
 * Who is calling. On loopback any credentials are accepted and the access key names the caller; a function's credentials
 * and those of Herald's own pool are issued by Herald and recognised.
 */
export type Caller =
  | { kind: 'anonymous' }
  /** Somebody with an access key of their own choosing. `arn` is `arn:aws:iam::<account>:user/<access key>`. */
  | { kind: 'account'; arn: string; accessKeyId: string }
  /** A function that runs in the local Lambda. `arn` is its session's (`arn:aws:sts::…:assumed-role/…`), `roleArn` its role's. */
  | { kind: 'function'; arn: string; roleArn: string; functionArn: string; sandboxId: string }
  /** An AWS service acting for a resource: `cognito-idp.amazonaws.com` for a user pool's ARN. */
  | { kind: 'service'; service: string; sourceArn?: string; sourceAccount?: string }

/** What an operation knows about the request beside its input. */
export interface Call {
  /** UUID, also in the answer's `x-amzn-RequestId`. */
  readonly requestId: string
  /** From the signature, else Herald's own. */
  readonly region: string
  /** 12 digits. */
  readonly accountId: string
  readonly caller: Caller
  readonly userAgent: string
  /** The caller's address as the socket gives it. */
  readonly sourceIp: string
  /** `X-Amzn-Trace-Id`, where the client sent one: SDKs inside a function do. */
  readonly traceId: string | undefined
  /** Where this request was sent to, without a trailing slash: `http://127.0.0.1:4566`. */
  readonly endpoint: string
}

/** One operation of an AWS service: takes the validated input, gives the output, throws `ServiceError`. */
// biome-ignore lint/suspicious/noExplicitAny: a table of operations holds inputs of every kind
export type Operation<I = any, O = any> = (call: Call, input: I) => Promise<O>

/** An AWS service that this process answers for. */
export interface Service {
  readonly name: ServiceName
  /** Built operations by AWS's own names. What the model knows and this lacks answers that it is not built yet. */
  readonly operations: Readonly<Record<string, Operation>>
}

/** Names as the model files bear them. */
export type ServiceName = 'cognito-idp' | 'kms' | 'lambda' | 'sns' | 'ses' | 'sesv2' | 'sms-voice' | 'sts'
