export { type CryptographyOptions, createCryptography } from './create-cryptography.ts'
export type { Cryptography, GenerateDataKey, SealRequest, SrpVerifier } from './cryptography.ts'
export { WorkerLostError, WorkQueueFullError } from './worker-pool.ts'
