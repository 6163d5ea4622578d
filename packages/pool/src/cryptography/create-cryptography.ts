import { availableParallelism } from 'node:os'
import { type Randomness, systemRandomness } from '@herald/environment'
import type { Cryptography, SrpVerifier } from './cryptography.ts'
import { createRs256Signer } from './rs256.ts'
import { sealMessage } from './seal-message.ts'
import type { SrpResult, SrpTask } from './srp-worker.ts'
import { createWorkerPool } from './worker-pool.ts'

export interface CryptographyOptions {
  /** Threads for passwords; as many as the machine has cores, and at most 4, where it is left out. */
  workers?: number
  random?: Randomness
}

const SALT_BYTES = 16
/** A worker that has its next tasks already need not wait for the event loop to be given them. */
const PASSWORDS_AT_ONCE = 8

/** Threads start on first use, in a few milliseconds. */
export function createCryptography(options: CryptographyOptions = {}): Cryptography {
  const { random = systemRandomness } = options
  const workers = options.workers ?? Math.min(4, availableParallelism())
  const srp = createWorkerPool<SrpTask, SrpResult>({
    file: './srp-worker',
    workers,
    jobsAtOnce: PASSWORDS_AT_ONCE,
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
    sealMessage: (request, generateDataKey) => sealMessage(request, generateDataKey, random),
    close: () => srp.close(),
  }
}
