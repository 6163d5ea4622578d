/** Decrypts with the toolkit's own small decryptor and its own client of KMS. */
import { liteDecryptor } from '@herald/sender/lite'
import { functionKms } from '@herald/sender/lite/kms'
import { report } from './report.mjs'

const decrypt = liteDecryptor({ kms: functionKms() })

export const handler = async (event) => {
  const secret = await decrypt({ code: event.request.code, poolId: event.userPoolId, source: 'SignUp' })
  await report(event.userName, secret.reveal())
}
