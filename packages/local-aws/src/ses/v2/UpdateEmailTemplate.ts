import { sesTemplates } from '../collections.ts'
import type { V2Operation } from '../parts.ts'
import { noSuchTemplate } from '../refusals.ts'
import { checkV2Template } from '../template-input.ts'
import { templateKey } from '../templates.ts'

/** The new content replaces the old one as a whole. */
export const UpdateEmailTemplate: V2Operation<'UpdateEmailTemplate'> = (ses) => async (call, input) => {
  const parts = await checkV2Template(input.TemplateName, input.TemplateContent)
  await ses.store.transaction(async (tx) => {
    const key = templateKey(call, input.TemplateName)
    const found = await tx.get(sesTemplates, key)
    if (!found) throw noSuchTemplate.v2(input.TemplateName)
    const { accountId, region, name, createdAt } = found
    tx.put(sesTemplates, key, { accountId, region, name, createdAt, ...parts })
  })
  return {}
}
