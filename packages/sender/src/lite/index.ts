export type { Decryptor, DecryptorOptions } from '../decrypt/decryptor.ts'
export { liteDecryptor } from './lite-decryptor.ts'
