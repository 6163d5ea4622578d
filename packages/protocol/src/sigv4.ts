import { createHmac, createSecretKey, hash, type KeyObject } from 'node:crypto'

/** What a signature says about its request. Herald reads it; on loopback it does not check the signature itself. */
export interface Signature {
  readonly accessKeyId: string
  /** Empty where the signature is made for every region (SigV4a). */
  readonly region: string
  /** The signing name: `cognito-idp`, `ses` for both APIs of SES. */
  readonly service: string
  readonly sessionToken: string | undefined
}

export interface Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string | undefined
}

const ALGORITHMS = ['AWS4-HMAC-SHA256', 'AWS4-ECDSA-P256-SHA256']

/**
 * Reads the `Authorization` header, or the query of a presigned request.
 * @returns undefined when the request is not signed, `unreadable` when it claims to be and the claim has not AWS's form.
 */
export function readSignature(
  headers: Readonly<Record<string, string | undefined>>,
  query: URLSearchParams,
): Signature | 'unreadable' | undefined {
  const header = headers.authorization
  if (header !== undefined) {
    const [algorithm, ...rest] = header.trim().split(/\s+/)
    if (!algorithm || !ALGORITHMS.includes(algorithm)) return 'unreadable'
    const credential = /(?:^|[\s,])Credential=([^,\s]+)/.exec(rest.join(' '))?.[1]
    return (credential && readScope(credential, headers['x-amz-security-token'])) || 'unreadable'
  }
  if (!query.has('X-Amz-Algorithm') && !query.has('X-Amz-Credential')) return undefined
  if (!ALGORITHMS.includes(query.get('X-Amz-Algorithm') ?? '')) return 'unreadable'
  return readScope(query.get('X-Amz-Credential') ?? '', query.get('X-Amz-Security-Token') ?? undefined) ?? 'unreadable'
}

const keyForm = /^[\w+=,.@-]{1,128}$/
const scopePart = /^[A-Za-z0-9-]{1,64}$/

/** `AKIA…/20260919/eu-west-1/kms/aws4_request`; SigV4a leaves the region out. */
function readScope(credential: string, sessionToken: string | undefined): Signature | undefined {
  const parts = credential.split('/')
  if (parts.pop() !== 'aws4_request') return undefined
  const service = parts.pop()
  const region = parts.length === 3 ? parts.pop()! : ''
  const [accessKeyId, date] = parts
  if (parts.length !== 2 || !service || !date || !accessKeyId || !keyForm.test(accessKeyId)) return undefined
  if (!/^\d{8}$/.test(date) || !scopePart.test(service) || (region && !scopePart.test(region))) return undefined
  return { accessKeyId, region, service, sessionToken }
}

export interface Signable {
  readonly method: string
  /** Percent-encoded, as it will be sent. */
  readonly path: string
  /** As it will be sent, without the question mark. */
  readonly query: string
  /** Names in lower case; `host` must be among them. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/**
 * Signs a request with AWS Signature Version 4, as AWS documents it.
 * @param at the time of signing, in milliseconds since 1970: the machine's, since services compare it with theirs.
 * @returns the headers to send, those given included.
 */
export function sign(
  request: Signable,
  scope: { region: string; service: string },
  credentials: Credentials,
  at: number,
): Record<string, string> {
  const time = new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '')
  const date = time.slice(0, 8)
  const headers: Record<string, string> = { ...request.headers, 'x-amz-date': time }
  if (credentials.sessionToken) headers['x-amz-security-token'] = credentials.sessionToken
  const names = Object.keys(headers).sort()
  const canonical = [
    request.method,
    canonicalPath(request.path),
    canonicalQuery(request.query),
    ...names.map((name) => `${name}:${headers[name]!.trim().replace(/\s+/g, ' ')}`),
    '',
    names.join(';'),
    sha256(request.body),
  ].join('\n')
  const credentialScope = `${date}/${scope.region}/${scope.service}/aws4_request`
  const text = `AWS4-HMAC-SHA256\n${time}\n${credentialScope}\n${sha256(canonical)}`
  const key = signingKey(credentials.secretAccessKey, date, scope)
  const authorization = [
    `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${credentialScope}`,
    `SignedHeaders=${names.join(';')}`,
    `Signature=${hmac(key, text).toString('hex')}`,
  ].join(', ')
  return { ...headers, authorization }
}

/** Keys are good for a day, and a client has few scopes: the last ones are kept. */
const signingKeys = new Map<string, KeyObject>()
const MOST_KEYS = 64

function signingKey(secret: string, date: string, { region, service }: { region: string; service: string }): KeyObject {
  const name = `${date}/${region}/${service}/${secret}`
  let key = signingKeys.get(name)
  if (!key) {
    key = [date, region, service, 'aws4_request'].reduce<KeyObject>(
      (last, part) => createSecretKey(hmac(last, part)),
      createSecretKey(`AWS4${secret}`, 'utf8'),
    )
    const oldest = signingKeys.keys().next()
    if (signingKeys.size >= MOST_KEYS && !oldest.done) signingKeys.delete(oldest.value)
    signingKeys.set(name, key)
  }
  return key
}

const sha256 = (data: string | Uint8Array) => hash('sha256', data)
const hmac = (key: KeyObject, text: string) => createHmac('sha256', key).update(text).digest()

/** Every service but S3 encodes the sent path once more. */
const canonicalPath = (path: string) => path.split('/').map(encode).join('/')

function canonicalQuery(query: string): string {
  if (query === '') return ''
  const pairs = [...new URLSearchParams(query)].map(([name, value]) => `${encode(name)}=${encode(value)}`)
  return pairs.sort().join('&')
}

/** Percent-encodes all but the unreserved characters of RFC 3986. */
export function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
