import { errors } from '../../errors.ts'
import { asAdmin } from '../../operation.ts'
import { extendedSchema } from '../../pools/new-schema.ts'
import { pools } from '../../storage/collections.ts'

/** Adds custom attributes to a pool's schema. They can neither be changed nor taken back, as AWS documents. */
export const AddCustomAttributes = asAdmin('AddCustomAttributes', async ({ context, pool }, input) => {
  await context.store.transaction(async (tx) => {
    const found = await tx.get(pools, [pool.id])
    if (!found) throw errors.poolNotFound(pool.id)
    const schema = extendedSchema(found.schema, input.CustomAttributes)
    tx.put(pools, [pool.id], { ...found, schema, modifiedAt: context.environment.clock.now() })
  })
  return {}
})
