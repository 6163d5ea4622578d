import { groupType } from '../../groups/group-type.ts'
import { requireGroup } from '../../groups/require-group.ts'
import { asAdmin } from '../../operation.ts'
import { groups } from '../../storage/collections.ts'

/** Changes what the request names of a group. What it leaves out stays: assumed. */
export const UpdateGroup = asAdmin('UpdateGroup', async ({ context, pool }, input) => {
  const changed = await context.store.transaction(async (tx) => {
    const group = {
      ...(await requireGroup(tx, pool, input.GroupName)),
      ...(input.Description === undefined ? {} : { description: input.Description }),
      ...(input.RoleArn === undefined ? {} : { roleArn: input.RoleArn }),
      ...(input.Precedence === undefined ? {} : { precedence: input.Precedence }),
      modifiedAt: context.environment.clock.now(),
    }
    tx.put(groups, [pool.id, group.name], group)
    return group
  })
  return { Group: groupType(changed) }
})
