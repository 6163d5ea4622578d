import { createHash } from 'node:crypto'
import type { Clock } from '@herald/environment'
import type { Store } from '@herald/storage'
import { archiveChunks, archives } from '../collections.ts'

/** Bytes of one document: small beside what a transaction takes, large beside its other costs. */
const CHUNK = 256 * 1024
/** Chunks that are read or written side by side. */
const AT_ONCE = 4
/**
 * How long an archive stays that no function has, milliseconds: whoever brought it may be about to write the function, in
 * another process.
 */
const GRACE = 3_600_000

/** Archives in the store, for all processes that share it: what one has on disk the others do not. */
export interface SharedArchives {
  /** Keeps an archive; it stays for an hour at least, whatever becomes of it. */
  put(hash: string, archive: Buffer): Promise<void>
  get(hash: string): Promise<Buffer | undefined>
  /** Removes an archive that was brought long ago and that nobody has any more. */
  forget(hash: string, isUsed: () => Promise<boolean>): Promise<void>
  /** Removes all those. */
  sweep(isUsed: (hash: string) => Promise<boolean>): Promise<void>
}

export function createSharedArchives(store: Store, clock: Clock): SharedArchives {
  /** Says that the archive is wanted now; so nobody removes it meanwhile. @returns whether it is there completely. */
  function announce(hash: string, size: number, isComplete: boolean): Promise<boolean> {
    return store.transaction(async (tx) => {
      const complete = isComplete || (await tx.get(archives, [hash]))?.complete === true
      tx.put(archives, [hash], { hash, size, complete, keptAt: clock.now() })
      return complete
    })
  }

  async function forget(hash: string, isUsed: () => Promise<boolean>): Promise<void> {
    if (await isUsed()) return
    await store.transaction(async (tx) => {
      const archive = await tx.get(archives, [hash])
      if (!archive || archive.keptAt > clock.now() - GRACE) return
      tx.delete(archives, [hash])
      for (let i = 0; i * CHUNK < archive.size; i++) tx.delete(archiveChunks, [hash, `${i}`])
    })
  }

  return {
    forget,
    async put(hash, archive) {
      if (await announce(hash, archive.length, false)) return
      await each(archive.length, async (i) => {
        const data = archive.subarray(i * CHUNK, (i + 1) * CHUNK).toString('base64')
        await store.transaction((tx) => tx.put(archiveChunks, [hash, `${i}`], { data }))
      })
      await announce(hash, archive.length, true)
    },
    async get(hash) {
      const found = await store.get(archives, [hash])
      if (!found?.complete) return undefined
      const chunks: Buffer[] = []
      await each(found.size, async (i) => {
        const chunk = await store.get(archiveChunks, [hash, `${i}`])
        chunks[i] = Buffer.from(chunk?.data ?? '', 'base64')
      })
      const archive = Buffer.concat(chunks)
      return createHash('sha256').update(archive).digest('hex') === hash ? archive : undefined
    },
    async sweep(isUsed) {
      for (let after: string | undefined; ; ) {
        const where = [{ column: 'keptAt', below: clock.now() - GRACE }]
        const page = await store.find(archives, { where, orderBy: 'keptAt', limit: 100, ...(after ? { after } : {}) })
        for (const { hash } of page.docs) await forget(hash, () => isUsed(hash))
        after = page.next
        if (after === undefined) return
      }
    },
  }
}

/** Does `work` for each chunk of `size` bytes, a few side by side. */
async function each(size: number, work: (index: number) => Promise<void>): Promise<void> {
  const count = Math.ceil(size / CHUNK)
  let next = 0
  const worker = async () => {
    while (next < count) await work(next++)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}
