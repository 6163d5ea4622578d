import { errors } from '../../errors.ts'
import type { GroupDoc } from '../../groups/group.ts'
import { groupType } from '../../groups/group-type.ts'
import { removeGroup } from '../../groups/remove-group.ts'
import { asAdmin } from '../../operation.ts'
import { groups, pools } from '../../storage/collections.ts'

/** Creates a group of users. */
export const CreateGroup = asAdmin('CreateGroup', async ({ context, pool }, input) => {
  const { store, environment } = context
  const at = [pool.id, input.GroupName]
  if ((await store.get(groups, at))?.departing) await removeGroup(context, pool.id, input.GroupName)
  const now = environment.clock.now()
  const group: GroupDoc = {
    poolId: pool.id,
    name: input.GroupName,
    ...(input.Description === undefined ? {} : { description: input.Description }),
    ...(input.RoleArn === undefined ? {} : { roleArn: input.RoleArn }),
    ...(input.Precedence === undefined ? {} : { precedence: input.Precedence }),
    createdAt: now,
    modifiedAt: now,
  }
  await store.transaction(async (tx) => {
    if (!(await tx.get(pools, [pool.id]))) throw errors.poolNotFound(pool.id)
    if (await tx.get(groups, at)) throw errors.groupExists()
    tx.insert(groups, at, group)
  })
  return { Group: groupType(group) }
})
