import type { IncomingHttpHeaders } from 'node:http'
import {
  absentOperation,
  type Call,
  type Caller,
  commonError,
  isPublic,
  modelOf,
  operationOf,
  protocolOf,
  readSignature,
  type ServiceName,
  type Signature,
  validateInput,
  type WireRequest,
  type WireResponse,
} from '@herald/protocol'
import { hasToken, refusePage, type Sender, tokenNeeded } from './boundary.ts'
import { type Choice, chooseOperation, contentType } from './choose-operation.ts'
import type { GatewayOptions } from './gateway-options.ts'
import { bodyLimit } from './read-body.ts'

/** A request, wherever it comes from. */
export interface Asked {
  readonly method: string
  /** Names in lower case. */
  readonly headers: IncomingHttpHeaders
  /** Address of whoever asks. */
  readonly from: string
  /** Reads the body whole, once it is known how long it may be (in bytes). Rejects as `readBody` does. */
  readonly body: (service: ServiceName, limit: number) => Promise<Buffer>
}

/** What is known of a request while it is answered; refusals and faults are worded from it. */
export interface Exchange {
  readonly requestId: string
  readonly asked: Asked
  /** As sent. */
  readonly path: string
  readonly query: string
  readonly sender: Sender
  readonly endpoint: string
  service: ServiceName | undefined
  operation: string | undefined
}

/** Answers a request for an AWS operation. @throws {ServiceError} for every refusal. */
export async function answerAws(options: GatewayOptions, exchange: Exchange): Promise<WireResponse> {
  const { asked } = exchange
  const { signature, ...target } = targetOf(exchange)
  const { headers } = target
  const readable = signature === 'unreadable' ? undefined : signature
  const choice = chooseOperation({ ...target, signature: readable }, (service) => {
    exchange.service = service
  })
  exchange.operation = choice.operation

  if (choice.operation !== undefined && !operationOf(modelOf(choice.service), choice.operation)) {
    throw absentOperation(choice.service, choice.operation)
  }
  const open = isOpen(choice)
  if (!open) refusePage(exchange.sender, choice.service)
  const { caller, traceId, issued } = identify(options, { service: choice.service, open, signature, headers })
  if (caller.kind === 'anonymous' && !open) throw unsigned(choice.service)
  if (!open && !issued && !hasToken(options, asked.headers, readable?.sessionToken)) {
    throw commonError(choice.service, 'refused', tokenNeeded)
  }

  checkContentType(choice, asked.headers)
  const body = await asked.body(choice.service, bodyLimit(choice.service, choice.operation))
  const wire: WireRequest = { method: target.method, path: exchange.path, query: exchange.query, headers, body }
  exchange.operation ??= actionOf(choice.service, wire)
  const run = operationFor(options, choice.service, exchange.operation)
  const protocol = protocolOf(choice.service)
  const input = protocol.readInput(choice.service, exchange.operation, wire)
  validateInput(choice.service, exchange.operation, input)
  const call: Call = {
    requestId: exchange.requestId,
    region: readable?.region || options.region,
    accountId: options.accountId,
    caller,
    userAgent: headers['user-agent'] ?? '',
    sourceIp: asked.from,
    traceId: headers['x-amzn-trace-id'] ?? traceId,
    endpoint: exchange.endpoint,
  }
  const output = await run(call, input)
  return protocol.writeOutput(choice.service, exchange.operation, output ?? {}, exchange.requestId)
}

/** What says which operation is meant, and by whom. */
function targetOf({ asked, path, query: sent }: Exchange) {
  const query = new URLSearchParams(sent)
  const headers = singleHeaders(asked.headers)
  const signature = readSignature(headers, query)
  return { method: asked.method, path, query, headers, signature }
}

/**
 * The service of a request that was refused before it was looked at, where its clients read XML only: a refusal must be in
 * the form they read. Clients of all others read the general form.
 */
export function xmlService(exchange: Exchange): ServiceName | undefined {
  const { signature, ...target } = targetOf(exchange)
  let found: ServiceName | undefined
  try {
    chooseOperation({ ...target, signature: signature === 'unreadable' ? undefined : signature }, (service) => {
      found = service
    })
  } catch {}
  return found && modelOf(found).metadata.protocol === 'query' ? found : undefined
}

/** Whether anybody may call this without a signature. The Query services' open operations are not: a form could reach them. */
function isOpen({ service, operation }: Choice): boolean {
  const model = modelOf(service)
  const known = operation === undefined ? undefined : operationOf(model, operation)
  return model.metadata.protocol === 'json' && known !== undefined && isPublic(known)
}

export interface Presented {
  readonly service: ServiceName
  readonly open: boolean
  readonly signature: Signature | 'unreadable' | undefined
  readonly headers: Readonly<Record<string, string>>
}

/** Who calls. On open operations, which AWS does not check signatures of, bad credentials count as none. */
export function identify(
  options: GatewayOptions,
  { service, open, signature, headers }: Presented,
): { caller: Caller; traceId?: string | undefined; issued?: boolean } {
  if (signature === undefined) return { caller: { kind: 'anonymous' } }
  if (signature === 'unreadable') {
    if (open) return { caller: { kind: 'anonymous' } }
    throw commonError(service, 'bad-signature', 'The Authorization header has not the form of AWS Signature Version 4.')
  }
  const { accessKeyId, sessionToken } = signature
  const known = options.lookupCaller(accessKeyId, sessionToken, headers)
  if (known?.refusal) {
    if (open) return { caller: { kind: 'anonymous' } }
    const reason = known.refusal === 'ExpiredTokenException' ? 'expired-credentials' : 'wrong-credentials'
    throw commonError(service, reason, known.message)
  }
  if (known) return { caller: known.caller, traceId: known.traceId, issued: true }
  const arn = `arn:aws:iam::${options.accountId}:user/${accessKeyId}`
  return { caller: { kind: 'account', arn, accessKeyId } }
}

const unsigned = (service: ServiceName) =>
  commonError(
    service,
    'unsigned',
    'Missing Authentication Token: the request must be signed. Herald takes any credentials.',
  )

/** Types a browser sends to anybody without asking first. */
const formTypes = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']

/** @throws {ServiceError} when the body is not of a type that the protocol means. */
function checkContentType({ service, operation }: Choice, headers: IncomingHttpHeaders): void {
  const type = contentType(headers)
  const { protocol } = modelOf(service).metadata
  if (
    protocol === 'json' &&
    !['application/x-amz-json-1.1', 'application/x-amz-json-1.0', 'application/json'].includes(type)
  ) {
    throw commonError(service, 'malformed', 'The Content-Type must be application/x-amz-json-1.1.')
  }
  const free = operation?.startsWith('Invoke')
  if (protocol === 'rest-json' && !free && formTypes.includes(type)) {
    throw commonError(service, 'malformed', 'The Content-Type must be application/json.')
  }
}

function actionOf(service: ServiceName, wire: WireRequest): string {
  const action = new URLSearchParams(wire.method === 'GET' ? wire.query : wire.body.toString('utf8')).get('Action')
  if (action) return action
  throw commonError(service, 'unknown-operation', 'The parameter Action, which names the operation, is missing.')
}

/** @throws {ServiceError} for an operation that is not built. */
export function operationFor(options: GatewayOptions, service: ServiceName, operation: string) {
  const built = options.services.find(({ name }) => name === service)?.operations
  const run = built && Object.hasOwn(built, operation) ? built[operation] : undefined
  if (run && operationOf(modelOf(service), operation)) return run
  throw absentOperation(service, operation)
}

/** Node joins repeated headers where that is allowed; the few it keeps as lists are joined here. */
function singleHeaders(given: IncomingHttpHeaders): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return headers
}
