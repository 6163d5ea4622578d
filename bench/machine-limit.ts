import { createDiffieHellmanGroup, generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'

/** What this machine can do of the cryptography that Herald's work needs, per second, with all cores and nothing else to do. */
export interface MachineLimit {
  /** Signatures with RSA-2048: two for each sign-in. */
  rs256: number
  /** Exponentiations in SRP's group (3072 bits) with an exponent as long as a verifier's: one for each sign-up and password sign-in. */
  modexp: number
  /** P-384 key, signature and verification together: one of each for each message. */
  p384: number
}

const work: Record<keyof MachineLimit, () => () => void> = {
  rs256() {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const data = randomBytes(600)
    return () => void sign('sha256', data, privateKey)
  },
  modexp() {
    const exchange = createDiffieHellmanGroup('modp15')
    return () => void exchange.generateKeys()
  },
  p384() {
    const data = randomBytes(600)
    return () => {
      const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' })
      verify('sha384', data, publicKey, sign('sha384', data, privateKey))
    }
  },
}

/** Runs each kind of work on every core for `milliseconds`. */
export async function measureMachine(milliseconds = 2000): Promise<MachineLimit> {
  return {
    rs256: await allCores('rs256', milliseconds),
    modexp: await allCores('modexp', milliseconds),
    p384: await allCores('p384', milliseconds),
  }
}

/** Calls per second of something that takes one of each given piece of work, one after the other on each core. */
export function limitOf(limit: MachineLimit, needs: Partial<MachineLimit>): number {
  let seconds = 0
  for (const [kind, times] of Object.entries(needs)) seconds += times / limit[kind as keyof MachineLimit]
  return 1 / seconds
}

async function allCores(kind: keyof MachineLimit, milliseconds: number): Promise<number> {
  const rates = Array.from(
    { length: availableParallelism() },
    () =>
      new Promise<number>((resolve, reject) => {
        const worker = new Worker(new URL(import.meta.url), { workerData: { kind, milliseconds } })
        worker.once('message', resolve)
        worker.once('error', reject)
      }),
  )
  return (await Promise.all(rates)).reduce((sum, rate) => sum + rate, 0)
}

if (!isMainThread) {
  const { kind, milliseconds } = workerData as { kind: keyof MachineLimit; milliseconds: number }
  const once = work[kind]()
  once()
  const begin = performance.now()
  let done = 0
  while (performance.now() - begin < milliseconds) {
    once()
    done++
  }
  parentPort?.postMessage((done * 1000) / (performance.now() - begin))
}
