import { ServiceError } from '@herald/protocol'
import { sesTemplates } from '../collections.ts'
import type { V2Operation } from '../parts.ts'
import { checkV2Template } from '../template-input.ts'
import { templateKey } from '../templates.ts'

export const CreateEmailTemplate: V2Operation<'CreateEmailTemplate'> = (ses) => async (call, input) => {
  const parts = await checkV2Template(input.TemplateName, input.TemplateContent)
  const { accountId, region } = call
  const name = input.TemplateName
  await ses.store.transaction(async (tx) => {
    if (await tx.get(sesTemplates, templateKey(call, name)))
      throw new ServiceError('AlreadyExistsException', `Template ${name} already exists for account id ${accountId}`)
    const createdAt = ses.environment.clock.now()
    tx.insert(sesTemplates, templateKey(call, name), { accountId, region, name, ...parts, createdAt })
  })
  return {}
}
