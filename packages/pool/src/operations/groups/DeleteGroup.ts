import { errors } from '../../errors.ts'
import { removeGroup } from '../../groups/remove-group.ts'
import { asAdmin } from '../../operation.ts'
import { groups } from '../../storage/collections.ts'

/** Deletes a group; its users stay, and are in it no more. */
export const DeleteGroup = asAdmin('DeleteGroup', async ({ context, pool }, input) => {
  const at = [pool.id, input.GroupName]
  await context.store.transaction(async (tx) => {
    const group = await tx.get(groups, at)
    if (!group) throw errors.groupNotFound()
    if (!group.departing) tx.put(groups, at, { ...group, departing: true })
  })
  await removeGroup(context, pool.id, input.GroupName)
  return {}
})
