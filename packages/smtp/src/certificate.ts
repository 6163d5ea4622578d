import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

/** A certificate that its own key signed, for this machine's loopback names, in PEM. */
export interface SelfSigned {
  certificate: string
  key: string
}

const DAY = 86_400_000
const NAME = 'Herald SMTP capture'
const LOOPBACK = {
  names: ['localhost'],
  addresses: [
    [127, 0, 0, 1],
    [...Array<number>(15).fill(0), 1],
  ],
}

const ECDSA_SHA256 = '1.2.840.10045.4.3.2'
const COMMON_NAME = '2.5.4.3'
const BASIC_CONSTRAINTS = '2.5.29.19'
const SUBJECT_ALT_NAME = '2.5.29.17'
const EXTENDED_KEY_USAGE = '2.5.29.37'
const SERVER_AUTH = '1.3.6.1.5.5.7.3.1'

/**
 * Makes a key (P-256) and a certificate (X.509 version 3, RFC 5280) for `localhost`, 127.0.0.1 and ::1. It is no authority:
 * whoever trusts it trusts this key for these names and nothing else.
 * @param now the machine's time, in milliseconds: clients compare with theirs. Good from the day before for a year.
 * @param names further host names.
 */
export function selfSigned(now: number, names: readonly string[] = []): SelfSigned {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const content = sequence(
    tagged(0, integer(Buffer.of(2))),
    integer(Buffer.concat([Buffer.of(1), randomBytes(15)])),
    sequence(oid(ECDSA_SHA256)),
    distinguishedName(),
    sequence(time(now - DAY), time(now + 365 * DAY)),
    distinguishedName(),
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(3, extensions([...LOOPBACK.names, ...names])),
  )
  const certificate = sequence(content, sequence(oid(ECDSA_SHA256)), bitString(signed(content, privateKey)))
  return { certificate: pem(certificate), key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })) }
}

function extensions(names: readonly string[]): Buffer {
  const alternatives = sequence(
    ...names.map((name) => der(0x82, Buffer.from(name, 'ascii'))),
    ...LOOPBACK.addresses.map((address) => der(0x87, Buffer.from(address))),
  )
  const extension = (id: string, value: Buffer) => sequence(oid(id), der(0x04, value))
  return sequence(
    extension(BASIC_CONSTRAINTS, sequence()),
    extension(EXTENDED_KEY_USAGE, sequence(oid(SERVER_AUTH))),
    extension(SUBJECT_ALT_NAME, alternatives),
  )
}

const signed = (content: Buffer, key: KeyObject) => sign('sha256', content, key)

function distinguishedName(): Buffer {
  return sequence(der(0x31, sequence(oid(COMMON_NAME), der(0x0c, Buffer.from(NAME)))))
}

/** UTCTime, which serves until 2049. */
function time(at: number): Buffer {
  const digits = new Date(at).toISOString().replace(/\D/g, '').slice(2, 14)
  return der(0x17, Buffer.from(`${digits}Z`))
}

const sequence = (...parts: Buffer[]) => der(0x30, ...parts)
const tagged = (number: number, part: Buffer) => der(0xa0 + number, part)
const integer = (bytes: Buffer) => der(0x02, bytes)
const bitString = (bytes: Buffer) => der(0x03, Buffer.of(0), bytes)

function oid(text: string): Buffer {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number)
  const bytes = [first * 40 + second]
  for (const part of rest) {
    const digits = [part & 0x7f]
    for (let left = part >>> 7; left > 0; left >>>= 7) digits.unshift((left & 0x7f) | 0x80)
    bytes.push(...digits)
  }
  return der(0x06, Buffer.from(bytes))
}

/** One element of DER: its tag, its length, its content. */
function der(tag: number, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content)
  const { length } = body
  const head = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...head]), body])
}

function pem(bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}
