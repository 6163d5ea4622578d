import { refusals } from './refusals.ts'

/** What AWS takes as a payload, in bytes: 6 MB when the caller waits, 1 MB for an event. */
const LIMITS = { RequestResponse: 6_291_456, Event: 1_048_576, DryRun: 6_291_456 }
const CONTEXT_LIMIT = 3583

/**
 * The JSON that the handler gets; `{}` where nothing was sent.
 * @throws {ServiceError} RequestTooLargeException, InvalidRequestContentException
 */
export function payloadOf(sent: Uint8Array | undefined, type: keyof typeof LIMITS): Buffer {
  if (sent === undefined || sent.byteLength === 0) return Buffer.from('{}')
  const limit = LIMITS[type]
  if (sent.byteLength > limit) throw refusals.payloadTooLarge(sent.byteLength, type, limit)
  const payload = Buffer.from(sent.buffer, sent.byteOffset, sent.byteLength)
  if (!isJson(payload)) throw refusals.notJson()
  return payload
}

/**
 * The client context as JSON; it must fit into a header of the runtime API.
 * @throws {ServiceError} InvalidRequestContentException, InvalidParameterValueException
 */
export function clientContextOf(sent: string | undefined): string | undefined {
  if (sent === undefined) return undefined
  if (sent.length > CONTEXT_LIMIT)
    throw refusals.invalid(`ClientContext must have at most ${CONTEXT_LIMIT} characters.`)
  const decoded = Buffer.from(sent, 'base64')
  if (!isJson(decoded)) throw refusals.notJson()
  return JSON.stringify(JSON.parse(decoded.toString('utf8'))).replace(
    /[\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function isJson(bytes: Buffer): boolean {
  try {
    JSON.parse(bytes.toString('utf8'))
    return true
  } catch {
    return false
  }
}
