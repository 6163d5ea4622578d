import { createDiffieHellmanGroup, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'

/** What this machine can do of the cryptography that a request needs, with all cores, and nothing else to do. */
export interface MachineLimit {
  /** RS256 signatures (RSA-2048) per second. */
  rs256: number
  /** Modular exponentiations as SRP makes verifiers (3072 bits; OpenSSL's exponent has about as many as a verifier's). */
  srpVerifier: number
}

const work: Record<keyof MachineLimit, () => () => void> = {
  rs256() {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const data = randomBytes(600)
    return () => void sign('sha256', data, privateKey)
  },
  srpVerifier() {
    const exchange = createDiffieHellmanGroup('modp15')
    return () => void exchange.generateKeys()
  },
}

/** Runs each kind of work on every core for `milliseconds`. */
export async function measureMachine(milliseconds = 2000): Promise<MachineLimit> {
  return { rs256: await allCores('rs256', milliseconds), srpVerifier: await allCores('srpVerifier', milliseconds) }
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
