import { ServiceError } from '@herald/protocol'
import { sesTemplates } from '../collections.ts'
import type { V1Operation } from '../parts.ts'
import { checkV1Template } from '../template-input.ts'
import { templateKey } from '../templates.ts'

export const CreateTemplate: V1Operation<'CreateTemplate'> = (ses) => async (call, input) => {
  const parts = await checkV1Template(input.Template)
  const { accountId, region } = call
  const name = input.Template.TemplateName
  await ses.store.transaction(async (tx) => {
    if (await tx.get(sesTemplates, templateKey(call, name)))
      throw new ServiceError('AlreadyExistsException', `Template ${name} already exists for account id ${accountId}`, {
        members: { Name: name },
      })
    const createdAt = ses.environment.clock.now()
    tx.insert(sesTemplates, templateKey(call, name), { accountId, region, name, ...parts, createdAt })
  })
  return {}
}
