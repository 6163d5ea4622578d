/** Decrypts with the toolkit's own small decryptor. */
import { liteDecryptor } from '@herald/sender/lite'
import { report } from './report.mjs'

const decrypt = liteDecryptor()

export const handler = async (event) => {
  const secret = await decrypt({ code: event.request.code, poolId: event.userPoolId, source: 'SignUp' })
  await report(event.userName, secret.reveal())
}
