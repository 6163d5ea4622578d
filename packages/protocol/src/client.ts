import { Agent, request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest, Agent as SecureAgent } from 'node:https'
import type { ServiceName } from './call.ts'
import { absentOperation } from './common-errors.ts'
import type * as cognitoIdp from './generated/cognito-idp.ts'
import type * as kms from './generated/kms.ts'
import type * as lambda from './generated/lambda.ts'
import type * as ses from './generated/ses.ts'
import type * as sesv2 from './generated/sesv2.ts'
import type * as smsVoice from './generated/sms-voice.ts'
import type * as sns from './generated/sns.ts'
import type * as sts from './generated/sts.ts'
import { modelOf, operationOf } from './model.ts'
import { protocolOf } from './protocols.ts'
import { type Credentials, sign } from './sigv4.ts'
import type { WireResponse } from './wire.ts'

/** Inputs and outputs of every operation, by service. */
export interface Operations {
  'cognito-idp': cognitoIdp.Operations
  kms: kms.Operations
  lambda: lambda.Operations
  ses: ses.Operations
  sesv2: sesv2.Operations
  'sms-voice': smsVoice.Operations
  sns: sns.Operations
  sts: sts.Operations
}

export interface AwsClientOptions {
  /** Asked for each call: `http://127.0.0.1:4566`. */
  endpoint: () => string
  region: string
  credentials: () => Credentials
  /** Called before each call with what is about to happen; throws where no network call may be made. */
  guard?: (what: string) => void
  /** Takes the calls in place of the network, where the endpoint is this very process; it refuses with a ServiceError. */
  direct?: (call: DirectCall) => Promise<object>
  /** The machine's time, in milliseconds since 1970: signatures carry it. */
  now?: () => number
  /** Longest wait for an answer, in milliseconds. Default 60,000. */
  timeout?: number
}

/** A call as it is known before it is written down for the network: who calls which operation where, and with what. */
export interface DirectCall {
  readonly service: ServiceName
  readonly operation: string
  readonly input: object
  readonly region: string
  readonly credentials: Credentials
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
}

export interface CallOptions {
  headers?: Record<string, string>
  signal?: AbortSignal
  /** In place of the client's own region. */
  region?: string
}

export interface AwsClient {
  /**
   * Calls an operation over HTTP, signed.
   * @throws {ServiceError} with the remote code when the service refuses; its `status` is the HTTP status.
   * @throws {Error} when no answer came: refused connection, timeout, abort.
   */
  call<S extends ServiceName, O extends string & keyof Operations[S]>(
    service: S,
    operation: O,
    input: Operations[S][O] extends { input: infer I } ? I : never,
    options?: CallOptions,
  ): Promise<Operations[S][O] extends { output: infer U } ? U : never>
  /** Closes idle connections. */
  close(): void
}

/** A small AWS client for Herald's own ports: what it speaks is AWS's wire, so Herald's parts and Amazon's are the same to it. */
export function createAwsClient(options: AwsClientOptions): AwsClient {
  const agents = { 'http:': new Agent({ keepAlive: true }), 'https:': new SecureAgent({ keepAlive: true }) }

  async function call(service: ServiceName, operation: string, input: object, extra: CallOptions = {}) {
    options.guard?.(`A call of ${operation}`)
    if (!operationOf(modelOf(service), operation)) throw absentOperation(service, operation)
    const region = extra.region ?? options.region
    const given = lowerCase(extra.headers)
    const credentials = options.credentials()
    if (options.direct) {
      const direct = { service, operation, input, region, credentials, headers: given }
      extra.signal?.throwIfAborted()
      return unlessStopped(options.direct(direct), extra.signal)
    }
    const protocol = protocolOf(service)
    const base = new URL(options.endpoint())
    const written = protocol.writeInput(service, operation, input)
    const { metadata } = modelOf(service)
    const headers = sign(
      { ...written, headers: { ...written.headers, ...given, host: base.host } },
      { region, service: metadata.signingName ?? metadata.endpointPrefix },
      credentials,
      (options.now ?? Date.now)(),
    )
    const path = base.pathname.replace(/\/$/, '') + written.path + (written.query ? `?${written.query}` : '')
    const message = { method: written.method, path, headers, body: written.body }
    const response = await send(base, message, extra.signal)
    if (response.status >= 300) throw protocol.readError(service, response)
    return protocol.readOutput(service, operation, response)
  }

  function send(
    base: URL,
    message: { method: string; path: string; headers: Record<string, string>; body: Buffer },
    signal: AbortSignal | undefined,
  ): Promise<WireResponse> {
    const secure = base.protocol === 'https:'
    const { promise, resolve, reject } = Promise.withResolvers<WireResponse>()
    const request = (secure ? httpsRequest : httpRequest)({
      agent: agents[secure ? 'https:' : 'http:'],
      hostname: base.hostname.replace(/^\[|\]$/g, ''),
      port: base.port,
      method: message.method,
      path: message.path,
      headers: { ...message.headers, 'content-length': String(message.body.length) },
      timeout: options.timeout ?? 60_000,
      ...(signal ? { signal } : {}),
    })
    request.on('timeout', () => request.destroy(new Error('No answer came in time.')))
    request.on('error', reject)
    request.on('response', (incoming) => collect(incoming).then(resolve, reject))
    request.end(message.body)
    return promise
  }

  return {
    call: call as AwsClient['call'],
    close() {
      for (const agent of Object.values(agents)) agent.destroy()
    },
  }
}

/** As over the network: who stops waiting gets an error, and what was asked for goes on. */
async function unlessStopped(answer: Promise<object>, signal: AbortSignal | undefined): Promise<object> {
  if (!signal) return answer
  const stopped = Promise.withResolvers<never>()
  const stop = () => stopped.reject(signal.reason)
  signal.addEventListener('abort', stop, { once: true })
  try {
    return await Promise.race([answer, stopped.promise])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

async function collect(incoming: IncomingMessage): Promise<WireResponse> {
  const parts: Buffer[] = []
  for await (const part of incoming) parts.push(part as Buffer)
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(incoming.headers)) headers[name] = String(value)
  return { status: incoming.statusCode ?? 0, headers, body: Buffer.concat(parts) }
}

const lowerCase = (headers: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
