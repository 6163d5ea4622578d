export type { Decryptor, DecryptorOptions } from '../decrypt/decryptor.ts'
export { type Languages, wordedTemplates } from '../templates/worded.ts'
export { createSender } from './create-sender.ts'
export { liteDecryptor } from './lite-decryptor.ts'
