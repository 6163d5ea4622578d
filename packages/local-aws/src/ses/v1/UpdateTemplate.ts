import { sesTemplates } from '../collections.ts'
import type { V1Operation } from '../parts.ts'
import { noSuchTemplate } from '../refusals.ts'
import { checkV1Template } from '../template-input.ts'
import { templateKey } from '../templates.ts'

/** The new content replaces the old one as a whole. */
export const UpdateTemplate: V1Operation<'UpdateTemplate'> = (ses) => async (call, input) => {
  const parts = await checkV1Template(input.Template)
  await ses.store.transaction(async (tx) => {
    const key = templateKey(call, input.Template.TemplateName)
    const found = await tx.get(sesTemplates, key)
    if (!found) throw noSuchTemplate.v1(input.Template.TemplateName)
    const { accountId, region, name, createdAt } = found
    tx.put(sesTemplates, key, { accountId, region, name, createdAt, ...parts })
  })
  return {}
}
