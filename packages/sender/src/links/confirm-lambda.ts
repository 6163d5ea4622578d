import { type ConfirmOptions, confirmHandler } from './confirm-handler.ts'

/** What is read of an event of a Lambda function URL or of API Gateway's HTTP API (payload format 2.0). */
export interface HttpEvent {
  rawPath?: string
  rawQueryString?: string
  headers?: Record<string, string | undefined>
  cookies?: string[]
  requestContext?: { http?: { method?: string }; domainName?: string }
  body?: string | null
  isBase64Encoded?: boolean
}

export interface HttpResult {
  statusCode: number
  headers: Record<string, string>
  body: string
}

/** `confirmHandler` as a Lambda handler behind a function URL or an HTTP API. */
export function confirmLambda(options: ConfirmOptions): (event: HttpEvent) => Promise<HttpResult> {
  const handle = confirmHandler(options)
  return async (event) => {
    const method = event.requestContext?.http?.method ?? 'GET'
    const headers = new Headers()
    for (const [name, value] of Object.entries(event.headers ?? {})) if (value !== undefined) headers.set(name, value)
    if (event.cookies !== undefined && event.cookies.length > 0) headers.set('cookie', event.cookies.join('; '))
    const host = event.requestContext?.domainName ?? 'localhost'
    const url = `https://${host}${event.rawPath ?? '/'}${event.rawQueryString ? `?${event.rawQueryString}` : ''}`
    const body =
      event.body === undefined || event.body === null ? undefined : bytesOf(event.body, event.isBase64Encoded)
    const hasBody = method !== 'GET' && method !== 'HEAD' && body !== undefined
    const response = await handle(new Request(url, { method, headers, ...(hasBody && { body }) }))
    return { statusCode: response.status, headers: Object.fromEntries(response.headers), body: await response.text() }
  }
}

const bytesOf = (body: string, encoded?: boolean) => new Uint8Array(Buffer.from(body, encoded ? 'base64' : 'utf8'))
