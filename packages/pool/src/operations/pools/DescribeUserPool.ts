import { asAdmin } from '../../operation.ts'
import { describedPool } from '../../pools/described.ts'

/** Answers a pool's settings, schema and number of users. */
export const DescribeUserPool = asAdmin('DescribeUserPool', async ({ context, pool }) => ({
  UserPool: describedPool(pool, await context.store.counter(['users', pool.id])),
}))
