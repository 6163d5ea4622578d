import type { FunctionCode } from '@herald/protocol/lambda'
import { refusals } from './refusals.ts'

/** AWS's limit on a package that is sent with the request, in bytes. */
const PACKAGE_LIMIT = 52_428_800

/**
 * The package in a request.
 * @throws {ServiceError} InvalidParameterValueException where there is none, it is empty or too large, or it lies where
 *   Herald does not look (S3, an image).
 */
export function packageOf(code: FunctionCode): Buffer {
  if (code.ImageUri !== undefined) throw refusals.notBuilt('Code.ImageUri')
  if (code.S3Bucket !== undefined || code.S3Key !== undefined) {
    throw refusals.notBuilt('Code in S3 (S3Bucket, S3Key; send it as ZipFile)')
  }
  if (code.ZipFile === undefined) throw refusals.noCode()
  if (code.ZipFile.byteLength === 0) throw refusals.emptyZip()
  if (code.ZipFile.byteLength > PACKAGE_LIMIT) {
    throw refusals.invalid(`The package has ${code.ZipFile.byteLength} bytes; at most ${PACKAGE_LIMIT} can be sent.`)
  }
  return Buffer.from(code.ZipFile.buffer, code.ZipFile.byteOffset, code.ZipFile.byteLength)
}
