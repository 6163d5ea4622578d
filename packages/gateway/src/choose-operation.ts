import type { IncomingHttpHeaders } from 'node:http'
import {
  commonError,
  findRoute,
  modelOf,
  readTarget,
  readVersion,
  type ServiceName,
  type Signature,
  serviceNames,
} from '@herald/protocol'

/** What a request asks for. The operation of a Query request stands in its body, which is read later. */
export interface Choice {
  readonly service: ServiceName
  readonly operation: string | undefined
}

export interface Target {
  readonly method: string
  /** As sent. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  readonly signature: Signature | undefined
}

/** Names in signatures → services. `ses` is both APIs of SES: the path tells them apart. */
const signingNames: Record<string, ServiceName> = {
  'cognito-idp': 'cognito-idp',
  kms: 'kms',
  lambda: 'lambda',
  sns: 'sns',
  ses: 'ses',
  email: 'ses',
  'sms-voice': 'sms-voice',
  sts: 'sts',
}

/**
 * @param named is told the service as soon as it is known, so that what is wrong with the rest is said in that service's form.
 * @throws {ServiceError} when nothing, or nothing known, is asked for.
 */
export function chooseOperation(target: Target, named: (service: ServiceName) => void): Choice {
  const header = target.headers['x-amz-target']
  if (typeof header === 'string') {
    const found = readTarget(header)
    if (found) {
      named(found.service)
      return onlyWith(target, 'POST', found)
    }
    throw commonError(
      undefined,
      'unknown-operation',
      `X-Amz-Target ${header.slice(0, 100)} names no service of Herald.`,
    )
  }
  const rest = restService(target.path)
  if (rest) {
    named(rest)
    return chooseRest(rest, target)
  }
  const signed = target.signature && Object.hasOwn(signingNames, target.signature.service)
  const service = signed ? signingNames[target.signature!.service] : undefined
  if (target.signature && !service) {
    const name = target.signature.service
    throw commonError(undefined, 'unknown-operation', `Herald does not answer for ${name}: ${serviceNames.join(', ')}.`)
  }
  if (service) named(service)
  if (service === 'lambda') throw unknownPath(service, target)
  if (service && modelOf(service).metadata.protocol === 'json') {
    throw commonError(service, 'unknown-operation', 'The header X-Amz-Target, which names the operation, is missing.')
  }
  return chooseQuery(service, target, named)
}

const restService = (path: string): ServiceName | undefined => {
  if (/^\/20\d\d-\d\d-\d\d\//.test(path)) return 'lambda'
  return path.startsWith('/v2/email/') ? 'sesv2' : undefined
}

function chooseRest(service: ServiceName, target: Target): Choice {
  let found: ReturnType<typeof findRoute>
  try {
    found = findRoute(service, target.method, target.path, target.query)
  } catch {
    throw commonError(service, 'malformed', 'The path is not correctly percent-encoded.')
  }
  if (found === undefined) throw unknownPath(service, target)
  if (found === 'wrong-method') throw wrongMethod(service, target.method)
  return { service, operation: found.operation }
}

function chooseQuery(service: ServiceName | undefined, target: Target, tell: (service: ServiceName) => void): Choice {
  const action = target.query.get('Action') ?? undefined
  const form = contentType(target.headers) === 'application/x-www-form-urlencoded'
  const named = service ?? readVersion(target.query.get('Version') ?? '')
  if (target.path !== '/' || !(form || action || service)) throw nothingAsked(service, target)
  // An unsigned form names its service only in its body. It is refused whichever that is, in the form STS answers in.
  const chosen = named ?? 'sts'
  tell(chosen)
  if (target.method === 'POST' && form) return { service: chosen, operation: undefined }
  if (target.method === 'POST')
    throw commonError(chosen, 'malformed', 'The body must be application/x-www-form-urlencoded.')
  if (target.method !== 'GET') throw wrongMethod(chosen, target.method)
  return { service: chosen, operation: action }
}

function onlyWith(target: Target, method: string, choice: Choice): Choice {
  if (target.method !== method) throw wrongMethod(choice.service, target.method)
  return choice
}

const wrongMethod = (service: ServiceName, method: string) =>
  commonError(service, 'wrong-method', `The method ${method} is not allowed here.`)

const unknownPath = (service: ServiceName, target: Target) =>
  commonError(service, 'unknown-operation', `No operation answers ${target.method} ${target.path.slice(0, 200)}.`)

const nothingAsked = (service: ServiceName | undefined, target: Target) =>
  commonError(
    service,
    'unknown-operation',
    `${target.method} ${target.path.slice(0, 200)} names no AWS operation. Point an AWS client at this address, or open /_herald/ in a browser.`,
  )

/** The media type without its parameters, in lower case; empty when there is none. */
export function contentType(headers: IncomingHttpHeaders): string {
  return (headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase()
}
