import { createServer, request as httpRequest, type IncomingHttpHeaders, type ServerOptions } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'
import { createGateway, type GatewayOptions, serverOptions } from '@herald/gateway'
import type { Call, Service } from '@herald/protocol'

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  text: string
  /** Parsed, where the answer is JSON. */
  json: Record<string, unknown>
}

export interface Request {
  method?: string
  path?: string
  headers?: Record<string, string | undefined>
  body?: string | Buffer
}

export interface GatewayUnderTest {
  endpoint: string
  port: number
  /** What `onFault` was told. */
  faults: unknown[]
  /** Answers in this process what else comes by the port. */
  direct: ReturnType<typeof createGateway>['answerOwn']
  /** Sends one request as it stands, on a connection of its own. */
  send(request: Request): Promise<Answer>
}

/** A gateway on a free port of 127.0.0.1 that ends with the test. */
export async function startGateway(
  t: Pick<TestContext, 'after'>,
  services: Service[],
  options: Partial<GatewayOptions> = {},
  settings: ServerOptions = {},
): Promise<GatewayUnderTest> {
  const faults: unknown[] = []
  let count = 0
  const gateway = createGateway({
    services,
    region: 'us-east-1',
    accountId: '000000000000',
    lookupCaller: () => undefined,
    hosts: [],
    origins: undefined,
    loopback: true,
    endpoint: () => 'http://127.0.0.1:4566',
    random: { uuid: () => `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}` },
    routes: [],
    onFault: (error) => faults.push(error),
    ...options,
  })
  const server = createServer({ ...serverOptions, ...settings }, gateway.handler).on('clientError', gateway.unreadable)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}`,
    port,
    faults,
    direct: gateway.answerOwn,
    send: (request) => send(port, request),
  }
}

function send(port: number, { method = 'POST', path = '/', headers = {}, body }: Request): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const present = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined))
  const request = httpRequest({
    host: '127.0.0.1',
    port,
    method,
    path,
    headers: present as Record<string, string>,
    agent: false,
  })
  request.on('error', reject)
  request.on('response', async (response) => {
    const parts: Buffer[] = []
    for await (const part of response) parts.push(part as Buffer)
    const text = Buffer.concat(parts).toString()
    let json: Record<string, unknown> = {}
    try {
      json = JSON.parse(text)
    } catch {}
    resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json })
  })
  request.end(body)
  return promise
}

/** An `Authorization` header for a service; the gateway reads its scope only. */
export function signedFor(service: string, accessKeyId = 'AKIAEXAMPLE'): Record<string, string> {
  const credential = `${accessKeyId}/20260919/eu-west-1/${service}/aws4_request`
  return { authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=0` }
}

/** A call of an operation of a JSON service. */
export function jsonCall(
  target: string,
  body: unknown = {},
  headers: Record<string, string | undefined> = {},
): Request {
  return {
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  }
}

export const signUp = 'AWSCognitoIdentityProviderService.SignUp'
export const listUserPools = 'AWSCognitoIdentityProviderService.ListUserPools'
export const person = { ClientId: 'abc', Username: 'ann', Password: 'secret' }

/** User pools of two operations, one of them public. `calls` takes up what they were called with. */
export function tinyUserPools(calls: { call: Call; input: unknown }[] = []): Service {
  return {
    name: 'cognito-idp',
    operations: {
      SignUp: async (call, input) => {
        calls.push({ call, input })
        return { UserConfirmed: false, UserSub: 's' }
      },
      ListUserPools: async (call, input) => {
        calls.push({ call, input })
        return { UserPools: [] }
      },
    },
  }
}
