import { sesTemplates } from '../collections.ts'
import type { V2Operation } from '../parts.ts'
import { noSuchTemplate } from '../refusals.ts'
import { templateKey } from '../templates.ts'

export const DeleteEmailTemplate: V2Operation<'DeleteEmailTemplate'> = (ses) => async (call, input) => {
  await ses.store.transaction(async (tx) => {
    const key = templateKey(call, input.TemplateName)
    if (!(await tx.get(sesTemplates, key))) throw noSuchTemplate.v2(input.TemplateName)
    tx.delete(sesTemplates, key)
  })
  return {}
}
