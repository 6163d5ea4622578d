import { Agent, request } from 'node:http'

export interface Rate {
  perSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
  count: number
}

/** Calls of one client after another over kept connections: `clients` at once, for `milliseconds`. */
export async function load(
  clients: number,
  milliseconds: number,
  call: (index: number) => Promise<void>,
): Promise<Rate> {
  const waits: number[] = []
  let next = 0
  const begin = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() - begin < milliseconds) {
        const at = performance.now()
        await call(next++)
        waits.push(performance.now() - at)
      }
    }),
  )
  const took = performance.now() - begin
  return { perSecond: (waits.length * 1000) / took, count: waits.length, ...percentiles(waits) }
}

export function percentiles(values: number[]): { p50: number; p99: number } {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p99: at(0.99) }
}

/** A user-pool call without an SDK's own cost, which would be measured along. */
export function userPoolCaller(url: string, clients: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const { hostname, port } = new URL(url)
  return {
    close: () => agent.destroy(),
    call: (operation: string, input: object): Promise<Record<string, unknown>> =>
      new Promise((resolve, reject) => {
        const body = JSON.stringify(input)
        const outgoing = request({
          agent,
          hostname,
          port,
          method: 'POST',
          path: '/',
          headers: {
            'content-type': 'application/x-amz-json-1.1',
            'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
            'content-length': Buffer.byteLength(body),
          },
        })
        outgoing.on('error', reject)
        outgoing.on('response', (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString()
            if (response.statusCode === 200) resolve(JSON.parse(text) as Record<string, unknown>)
            else reject(new Error(`${operation}: ${response.statusCode} ${text}`))
          })
        })
        outgoing.end(body)
      }),
  }
}
