export { type CryptographyOptions, createCryptography, type ServiceCredentials } from './create-cryptography.ts'
export type { Cryptography, SealRequest, SrpVerifier } from './cryptography.ts'
export { WorkerLostError, WorkQueueFullError } from './worker-pool.ts'
