import type { KmsAnswer } from './kms-caller.ts'
import type { KmsDecrypt } from './kms-decrypt.ts'
import { KmsFailure, refusalFailure } from './kms-failure.ts'

/** @returns undefined for what is no JSON: the words of its error would quote it. */
function parse(body: string): Readonly<Record<string, unknown>> | null | undefined {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

const textOf = (member: unknown) => (typeof member === 'string' ? member : undefined)

/** Reads what `kms:Decrypt` answers. @throws {KmsFailure} when that is an error, or not to be read. */
export function readKmsAnswer({ status, headers, body }: KmsAnswer): Awaited<ReturnType<KmsDecrypt>> {
  const members = parse(body)
  if (status !== 200) {
    const type = textOf(headers['x-amzn-errortype']) ?? textOf(members?.__type)
    const message = textOf(members?.message) ?? textOf(members?.Message)
    throw refusalFailure({ status, type, message, date: Date.parse(headers.date ?? '') })
  }
  if (members === undefined) throw new KmsFailure('SyntaxError', 'The answer of KMS is no JSON.')
  const plaintext = textOf(members?.Plaintext)
  return {
    KeyId: textOf(members?.KeyId),
    Plaintext: plaintext === undefined ? plaintext : Buffer.from(plaintext, 'base64'),
  }
}
