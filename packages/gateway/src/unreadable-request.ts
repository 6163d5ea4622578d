import { STATUS_CODES } from 'node:http'
import { protocolOf, ServiceError } from '@herald/protocol'

/** What Node says of bytes that it could make no request of. */
export interface ParseError extends Error {
  code?: string
  /** Of a parser's error: one of its own constant sentences, never anything that was sent. */
  reason?: string
}

/** No service is known yet: the JSON form is the one that every client can print. */
const protocol = protocolOf('cognito-idp')

/** The refusal of what is not HTTP. Its name is one of AWS's common errors. */
export function malformedHttp(why: string): ServiceError {
  return new ServiceError('MalformedHttpRequestException', `The request is not valid HTTP: ${why}.`, { status: 400 })
}

/** `RequestHeaderFieldsTooLargeException` is Herald's own name, after RFC 6585; the others are AWS's common errors. */
function refusalOf(error: ParseError, headerLimit: number): ServiceError {
  switch (error.code) {
    case 'HPE_HEADER_OVERFLOW':
      return new ServiceError(
        'RequestHeaderFieldsTooLargeException',
        `The request's first line and headers may have no more than ${headerLimit} bytes.`,
        { status: 431 },
      )
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return new ServiceError('RequestEntityTooLargeException', "The body's chunk extensions are too long.", {
        status: 413,
      })
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new ServiceError('RequestTimeoutException', 'The request did not arrive in time.', { status: 408 })
    default:
      return malformedHttp(error.reason ?? 'it cannot be read')
  }
}

/**
 * The whole answer, as bytes, to what Node could make no request of. The connection ends with it, since nobody knows where a
 * next request would begin.
 * @param headerLimit in bytes.
 */
export function unreadableAnswer(error: ParseError, headerLimit: number, requestId: string): Buffer {
  const { status, headers, body } = protocol.writeError(undefined, refusalOf(error, headerLimit), requestId)
  const lines = Object.entries({ ...headers, 'Content-Length': String(body.length), Connection: 'close' })
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines.map(([name, value]) => `${name}: ${value}`)]
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body])
}
