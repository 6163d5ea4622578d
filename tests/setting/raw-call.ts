import { type Agent, request } from 'node:http'

export interface RawAnswer {
  status: number
  body: Record<string, unknown>
}

const targets = { 'cognito-idp': 'AWSCognitoIdentityProviderService', kms: 'TrentService' } as const

/**
 * A call of an AWS JSON operation without an SDK, where thousands are made. The signature names the service and nothing more:
 * on loopback nobody checks it.
 * @param input a text is sent as it is.
 * @throws {Error} when no whole answer came.
 */
export function rawCall(
  url: string,
  service: keyof typeof targets,
  operation: string,
  input: object | string,
  agent?: Agent,
): Promise<RawAnswer> {
  const body = typeof input === 'string' ? input : JSON.stringify(input)
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method: 'POST',
      ...(agent ? { agent } : {}),
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'content-length': Buffer.byteLength(body),
        'x-amz-target': `${targets[service]}.${operation}`,
        authorization: `AWS4-HMAC-SHA256 Credential=test/20300101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
      },
    })
    sent.on('error', reject)
    sent.on('response', async (incoming) => {
      try {
        const parts: Buffer[] = []
        for await (const part of incoming) parts.push(part as Buffer)
        resolve({ status: incoming.statusCode ?? 0, body: JSON.parse(Buffer.concat(parts).toString()) })
      } catch (error) {
        reject(error)
      }
    })
    sent.end(body)
  })
}
