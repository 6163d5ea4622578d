import type { IncomingMessage } from 'node:http'
import { commonError, type ServiceName } from '@herald/protocol'

const MEGABYTE = 1024 * 1024

const limits: Record<ServiceName, number> = {
  'cognito-idp': MEGABYTE,
  kms: MEGABYTE,
  lambda: 7 * MEGABYTE,
  ses: 56 * MEGABYTE,
  sesv2: 56 * MEGABYTE,
  'sms-voice': MEGABYTE,
  sns: 2 * MEGABYTE,
  sts: MEGABYTE,
}

/** Operations that carry an archive: Lambda takes 50 MB, which base64 makes 67. */
const archives = ['CreateFunction', 'UpdateFunctionCode', 'PublishLayerVersion']

/** Longest body, in bytes. A little above the services' own limits, so that they refuse in their own words. */
export function bodyLimit(service: ServiceName, operation: string | undefined): number {
  return service === 'lambda' && archives.includes(operation ?? '') ? 70 * MEGABYTE : limits[service]
}

/** The client went away before its request was complete: there is nobody to answer. */
export class RequestAborted extends Error {
  override name = 'RequestAborted'
}

/**
 * Reads a body whole.
 * @throws {ServiceError} when it is compressed or longer than `limit` bytes; nothing beyond the limit is kept.
 * @throws {RequestAborted} when the client goes away.
 */
export async function readBody(request: IncomingMessage, service: ServiceName, limit: number): Promise<Buffer> {
  const encoding = request.headers['content-encoding'] ?? 'identity'
  if (encoding !== 'identity') {
    throw commonError(service, 'malformed', 'Compressed request bodies (Content-Encoding) are not accepted.')
  }
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(service, limit)
  const parts: Buffer[] = []
  let length = 0
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>()
  if (request.destroyed) throw new RequestAborted()
  request.on('data', (part: Buffer) => {
    length += part.length
    if (length <= limit) return void parts.push(part)
    parts.length = 0
    reject(tooLarge(service, limit))
  })
  request.on('end', () => resolve(Buffer.concat(parts)))
  request.on('error', () => reject(new RequestAborted()))
  request.on('close', () => {
    if (!request.complete) reject(new RequestAborted())
  })
  return promise
}

const tooLarge = (service: ServiceName, limit: number) =>
  commonError(service, 'too-large', `The request body is longer than ${limit} bytes.`)
