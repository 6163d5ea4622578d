import { Agent, request as httpRequest } from 'node:http'
import { modelOf, type ServiceName, sign, type WireRequest } from '@herald/protocol'

export interface HttpAnswer {
  status: number
  /** Names in lower case. */
  headers: Record<string, string>
  body: Buffer
}

export interface HttpSender {
  /** Sends a request just as it stands. @throws {Error} when no answer came in 60 seconds. */
  send(request: WireRequest): Promise<HttpAnswer>
  close(): void
}

/** Plain HTTP to `url`, over connections that are kept. */
export function httpSender(url: string): HttpSender {
  const { hostname, port } = new URL(url)
  const agent = new Agent({ keepAlive: true, maxSockets: 32 })
  return {
    send: ({ method, path, query, headers, body }) =>
      new Promise((resolve, reject) => {
        const request = httpRequest({
          agent,
          hostname,
          port,
          method,
          path: query ? `${path}?${query}` : path,
          headers: { ...headers, 'content-length': String(body.length) },
          timeout: 60_000,
        })
        request.on('timeout', () => request.destroy(new Error('No answer came in 60 seconds.')))
        request.on('error', reject)
        request.on('response', async (response) => {
          const parts: Buffer[] = []
          for await (const part of response) parts.push(part as Buffer)
          const answered: Record<string, string> = {}
          for (const [name, value] of Object.entries(response.headers)) answered[name] = String(value)
          resolve({ status: response.statusCode ?? 0, headers: answered, body: Buffer.concat(parts) })
        })
        request.end(body)
      }),
    close: () => agent.destroy(),
  }
}

/** The same request, signed as an AWS client signs it. @param url where it will be sent */
export function signed(request: WireRequest, service: ServiceName, url: string, accessKeyId = 'test'): WireRequest {
  const { metadata } = modelOf(service)
  const headers = sign(
    { ...request, headers: { ...request.headers, host: new URL(url).host } },
    { region: 'us-east-1', service: metadata.signingName ?? metadata.endpointPrefix },
    { accessKeyId, secretAccessKey: 'test' },
    Date.now(),
  )
  return { ...request, headers }
}
