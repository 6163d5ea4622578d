import { groupType } from '../../groups/group-type.ts'
import { requireGroup } from '../../groups/require-group.ts'
import { asAdmin } from '../../operation.ts'

/** Answers a group. */
export const GetGroup = asAdmin('GetGroup', async ({ context, pool }, input) => ({
  Group: groupType(await requireGroup(context.store, pool, input.GroupName)),
}))
