import type { Alarm, Environment } from '@herald/environment'
import type { Store, Transaction } from '@herald/storage'
import { keyArn } from './arns.ts'
import {
  aliases,
  grantKeyOf,
  grantNames,
  grants,
  type KeyRef,
  keyColumn,
  keyOf,
  keys,
  materials,
} from './collections.ts'
import { allGrants } from './grant-book.ts'
import { everyMaterialOf, forgetMaterial } from './imported-material.ts'
import type { KeyMaterials } from './key-material.ts'
import type { KeySecrets } from './key-secrets.ts'
import { isGone } from './key-state.ts'
import { isReplica, leaveReplica } from './multi-region.ts'

/** Erases keys when their time has come. Until then, and from that moment on, what is answered does not depend on it. */
export interface Deletions {
  /** Takes up what an earlier run of the program left. */
  start(): Promise<void>
  /** Has the key erased at `at` (milliseconds since 1970), if it still waits for that then. */
  expect(ref: KeyRef, at: number): void
  /** Forgets the alarms and waits for what is under way. */
  stop(): Promise<void>
}

const PAGE = 500

export function createDeletions(options: {
  store: Store
  environment: Environment
  materials: KeyMaterials
  secrets: KeySecrets
}): Deletions {
  const { store, environment } = options
  const { clock } = environment
  const alarms = new Map<string, Alarm>()
  const running = new Set<Promise<void>>()
  let stopped = false

  async function erase(ref: KeyRef): Promise<void> {
    const hanging = [...(await grantsOf(ref)), ...(await aliasesOf(ref))]
    const outcome = await store.transaction(async (tx) => {
      const key = await tx.get(keys, keyOf(ref))
      if (!key || !isGone(key, clock.now())) return key?.deleteAt ?? undefined
      const { accountId, region, keyId } = key
      // The material of a replica is its primary key's.
      const erased = isReplica(key) ? [] : everyMaterialOf(key)
      for (const materialId of erased) tx.put(materials, [materialId], { accountId, region, keyId, sealed: null })
      const primary = isReplica(key) ? await leaveReplica(tx, key) : undefined
      tx.delete(keys, keyOf(ref))
      for (const remove of hanging) await remove(tx)
      return { erased, primary }
    })
    // Time was set back after the alarm.
    if (typeof outcome === 'number') expect(ref, outcome)
    else if (outcome) {
      for (const materialId of outcome.erased) forgetMaterial(options, materialId)
      if (outcome.primary) expect(outcome.primary, outcome.primary.deleteAt ?? 0)
    }
  }

  type Remove = (tx: Transaction) => void | Promise<void>

  async function grantsOf(ref: KeyRef): Promise<Remove[]> {
    const found: Remove[] = []
    for await (const { grantId, fingerprint } of allGrants(store, ref)) {
      found.push((tx) => {
        tx.delete(grants, grantKeyOf(ref, grantId))
        if (fingerprint !== null) tx.delete(grantNames, grantKeyOf(ref, fingerprint))
      })
    }
    return found
  }

  async function aliasesOf(ref: KeyRef): Promise<Remove[]> {
    const found: Remove[] = []
    let after: string | undefined
    do {
      const where = [{ column: 'target', equals: keyColumn(ref) }]
      const page = await store.find(aliases, { where, limit: PAGE, ...(after === undefined ? {} : { after }) })
      for (const { accountId, region, name } of page.docs) {
        found.push(async (tx) => {
          // It may have been given to another key meanwhile.
          const alias = await tx.get(aliases, [accountId, region, name])
          if (alias?.targetKeyId === ref.keyId) tx.delete(aliases, [accountId, region, name])
        })
      }
      after = page.next
    } while (after !== undefined)
    return found
  }

  function run(ref: KeyRef): void {
    // A failure leaves the documents for the next start; the key answers that it does not exist all the same.
    const work: Promise<void> = erase(ref)
      .catch(() => undefined)
      .finally(() => running.delete(work))
    running.add(work)
  }

  function expect(ref: KeyRef, at: number): void {
    // What is under way while it stops must not leave an alarm behind.
    if (stopped) return
    const arn = keyArn(ref)
    alarms.get(arn)?.cancel()
    const { accountId, region, keyId } = ref
    alarms.set(
      arn,
      clock.alarm(at, () => {
        alarms.delete(arn)
        run({ accountId, region, keyId })
      }),
    )
  }

  return {
    async start() {
      stopped = false
      let after: string | undefined
      do {
        const page = await store.find(keys, {
          where: [{ column: 'deleteAt', atLeast: 0 }],
          limit: PAGE,
          ...(after === undefined ? {} : { after }),
        })
        for (const key of page.docs) expect(key, key.deleteAt ?? 0)
        after = page.next
      } while (after !== undefined)
    },
    expect,
    async stop() {
      stopped = true
      for (const alarm of alarms.values()) alarm.cancel()
      alarms.clear()
      await Promise.all(running)
    },
  }
}
