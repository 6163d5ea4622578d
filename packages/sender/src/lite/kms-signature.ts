import { createHash, createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import { SenderError } from '../errors.ts'
import type { KmsEndpoint } from './kms-endpoint.ts'

const type = 'application/x-amz-json-1.1'
const operation = 'TrentService.Decrypt'

export interface SignedCall {
  readonly region: string
  readonly endpoint: KmsEndpoint
  readonly body: string
  /** The credentials that Lambda sets. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Milliseconds since 1970. */
  readonly at: number
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: KeyObject, text: string) => createHmac('sha256', key).update(text)

/**
 * Makes what signs calls of `kms:Decrypt` by AWS Signature Version 4. It keeps the last signing key, which is good for a
 * day: as a key object, for Node takes one in bytes several times slower.
 * @returns a function for the headers of a call, all of them: names and values in turn.
 */
export function kmsSigner(): (call: SignedCall) => string[] {
  let kept: { secret: string; scope: string; key: KeyObject } | undefined

  const keyOf = (secret: string, scope: string) => {
    if (kept?.secret !== secret || kept.scope !== scope) {
      let key = createSecretKey(`AWS4${secret}`, 'utf8')
      for (const part of scope.split('/')) key = createSecretKey(hmac(key, part).digest())
      kept = { secret, scope, key }
    }
    return kept.key
  }

  return ({ region, endpoint: { host, path }, body, environment, at }) => {
    const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: token } = environment
    if (!id || !secret) throw noCredentials()
    const time = new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')
    const scope = `${time.slice(0, 8)}/${region}/kms/aws4_request`
    const names = `content-type;host;x-amz-date;${token ? 'x-amz-security-token;' : ''}x-amz-target`
    // The path is encoded a second time, as for every service but S3.
    const canonical = `POST
${encodeURIComponent(path).replaceAll('%2F', '/')}

content-type:${type}
host:${host}
x-amz-date:${time}
${token ? `x-amz-security-token:${token}\n` : ''}x-amz-target:${operation}

${names}
${sha256(body)}`
    const text = `AWS4-HMAC-SHA256\n${time}\n${scope}\n${sha256(canonical)}`
    const signature = hmac(keyOf(secret, scope), text).digest('hex')
    const headers = [
      ...['host', host, 'content-type', type, 'content-length', String(Buffer.byteLength(body))],
      ...['x-amz-target', operation, 'x-amz-date', time, 'authorization'],
      `AWS4-HMAC-SHA256 Credential=${id}/${scope}, SignedHeaders=${names}, Signature=${signature}`,
    ]
    if (token) headers.push('x-amz-security-token', token)
    return headers
  }
}

function noCredentials(): SenderError {
  const why =
    'functionKms() takes its credentials from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, as Lambda sets them'
  const mend = 'Elsewhere leave the option kms out, and the AWS SDK looks everywhere it can'
  return new SenderError('Configuration', `${why}, and they are not set. ${mend}.`)
}
