export type { Decryptor, DecryptorOptions } from '../decrypt/decryptor.ts'
export { createSender } from './create-sender.ts'
export { liteDecryptor } from './lite-decryptor.ts'
