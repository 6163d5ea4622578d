import type { Shape, TimestampFormat } from './shapes.ts'

/** A value that cannot be read as its shape. Protocols turn it into their own refusal. */
export class MalformedValue extends Error {
  override name = 'MalformedValue'
}

/** Latest and earliest moment that a Date can hold, in milliseconds. */
const DATE_LIMIT = 8.64e15

const integerLimits = { integer: 2 ** 31, long: 2 ** 63 }

/** @throws {MalformedValue} when a whole number is out of its type's range, or not whole. */
export function checkNumber(type: Shape['type'], value: number): number {
  if (type === 'float' || type === 'double') return value
  const limit = integerLimits[type as 'integer' | 'long']
  if (!Number.isInteger(value)) throw new MalformedValue(`DECIMAL_VALUE can not be converted to ${numberName(type)}`)
  if (value >= limit || value < -limit) {
    throw new MalformedValue(`NUMBER_VALUE is out of range for ${numberName(type)}`)
  }
  return value
}

/** Java's names, as AWS's sentences have them. */
export function numberName(type: Shape['type']): string {
  return (
    { integer: 'an Integer', long: 'a Long', float: 'a Float', double: 'a Double' }[type as 'integer'] ?? 'a Number'
  )
}

/** Reads a number or boolean from a form field, query string, header or XML element. @throws {MalformedValue} */
export function scalarFromText(type: Shape['type'], text: string): number | boolean {
  if (type === 'boolean') {
    if (text === 'true' || text === 'false') return text === 'true'
    throw new MalformedValue('STRING_VALUE can not be converted to a Boolean')
  }
  const whole = type === 'integer' || type === 'long'
  const form = whole ? /^[+-]?\d{1,20}$/ : /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/
  if (!form.test(text)) throw new MalformedValue(`STRING_VALUE can not be converted to ${numberName(type)}`)
  return checkNumber(type, Number(text))
}

const base64Form = /^[A-Za-z0-9+/]*={0,2}$/

/** @throws {MalformedValue} when the text is not standard base64 with its padding. */
export function blobFromText(text: string): Uint8Array {
  if (text.length % 4 !== 0 || !base64Form.test(text)) throw new MalformedValue('Invalid Base64')
  return new Uint8Array(Buffer.from(text, 'base64'))
}

export function blobToText(value: Uint8Array): string {
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64')
}

/** @param seconds since 1970, with a fraction. @throws {MalformedValue} when it is no moment a Date can hold. */
export function timestampFromSeconds(seconds: number): Date {
  const milliseconds = Math.round(seconds * 1000)
  if (!(Math.abs(milliseconds) <= DATE_LIMIT)) throw new MalformedValue('NUMBER_VALUE is not a valid timestamp')
  return new Date(milliseconds)
}

const isoForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:?\d\d)$/
const secondsForm = /^-?\d{1,15}(\.\d{1,9})?$/
const httpDateForm = /^[A-Za-z]{3}, \d\d? [A-Za-z]{3} \d{4} \d\d:\d\d:\d\d(\.\d{1,3})? GMT$/

/** Reads any of the three textual forms. @throws {MalformedValue} */
export function timestampFromText(text: string): Date {
  if (secondsForm.test(text)) return timestampFromSeconds(Number(text))
  if (isoForm.test(text) || httpDateForm.test(text)) {
    const date = new Date(text)
    if (!Number.isNaN(date.getTime())) return date
  }
  throw new MalformedValue('STRING_VALUE is not a valid timestamp')
}

export function timestampToText(date: Date, format: TimestampFormat): string {
  if (format === 'iso8601') return date.toISOString()
  if (format === 'rfc822') return date.toUTCString()
  return String(date.getTime() / 1000)
}

/** Sets a key that came from outside; `__proto__` becomes an ordinary key and changes no prototype. */
export function setOwn(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true })
  } else {
    target[key] = value
  }
}
