import { availableParallelism, devNull } from 'node:os'
import { type Randomness, systemRandomness } from '@herald/environment'
import type { Cryptography, SealRequest, SrpVerifier } from './cryptography.ts'
import { createRs256Signer } from './rs256.ts'
import type { SealTask } from './seal-worker.ts'
import type { SrpResult, SrpTask } from './srp-worker.ts'
import { createWorkerPool } from './worker-pool.ts'

export interface CryptographyOptions {
  /** Where KMS answers: `http://127.0.0.1:4566`. Asked for at each message, for the port may be known late. */
  endpoint: () => string
  /** Those of the user pool service. */
  credentials: ServiceCredentials
  /** Threads for passwords; as many as the machine has cores, and at most 4, where it is left out. */
  workers?: number
  random?: Randomness
}

export interface ServiceCredentials {
  accessKeyId: string
  secretAccessKey: string
  sessionToken?: string | undefined
}

/** The sealing worker sees nothing of the machine's own AWS settings, so it can reach no other KMS than the one it is told. */
const noMachineSettings = {
  AWS_CONFIG_FILE: devNull,
  AWS_SHARED_CREDENTIALS_FILE: devNull,
  AWS_EC2_METADATA_DISABLED: 'true',
}

const SALT_BYTES = 16
/** A worker that has its next tasks already need not wait for the event loop to be given them. */
const PASSWORDS_AT_ONCE = 8

/** Threads start on first use: those for passwords in a few milliseconds, the one for messages in about half a second. */
export function createCryptography(options: CryptographyOptions): Cryptography {
  const { endpoint, credentials, random = systemRandomness } = options
  const workers = options.workers ?? Math.min(4, availableParallelism())
  const srp = createWorkerPool<SrpTask, SrpResult>({
    file: './srp-worker',
    workers,
    jobsAtOnce: PASSWORDS_AT_ONCE,
  })
  const sealing = createWorkerPool<SealTask, string>({
    file: './seal-worker',
    workers: 1,
    jobsAtOnce: 16,
    workerData: credentials,
    env: noMachineSettings,
  })

  return {
    async makeVerifier(poolId, userId, password) {
      const salt = random.bytes(SALT_BYTES).toString('hex')
      return (await srp.run({ kind: 'make-verifier', poolId, userId, password, salt })) as SrpVerifier
    },
    async checkPassword(poolId, userId, password, verifier) {
      return (await srp.run({ kind: 'check-password', poolId, userId, password, verifier })) as boolean
    },
    async srpPublicValue(verifier, secret) {
      return (await srp.run({ kind: 'public-value', verifier, secret })) as string
    },
    async srpExchangedKey(exchange) {
      return (await srp.run({ kind: 'exchanged-key', exchange })) as string
    },
    signRs256: createRs256Signer(),
    sealMessage: (request: SealRequest) => sealing.run({ ...request, endpoint: endpoint() }),
    async close() {
      await Promise.all([srp.close(), sealing.close()])
    },
  }
}
