import { writeSync } from 'node:fs'
import { openSqliteStore } from '../src/index.ts'
import { codes, users } from './place.ts'

/**
 * Signs users up on the data folder named by its argument, 16 at a time and without end, and prints each name after its
 * commit was acknowledged. With `hold` it only opens the folder and says so.
 */
const [folder, round, mode] = process.argv.slice(2)
const store = await openSqliteStore({ folder, collections: [users, codes] })
writeSync(1, 'open\n')

if (mode === 'hold') {
  setInterval(() => {}, 60_000)
} else {
  let next = 0
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      for (;;) {
        const name = `user-${round}-${next++}`
        await store.transaction((tx) => {
          tx.insert(users, ['p', name], { pool: 'p', name, age: next })
          tx.insert(codes, ['p', name], { used: false })
          tx.add(['users'], 1)
        })
        writeSync(1, `${name}\n`)
      }
    }),
  )
}
