import { sesTemplates } from '../collections.ts'
import type { V1Operation } from '../parts.ts'
import { templateKey } from '../templates.ts'

/** AWS documents no error: a template that is not there is as good as deleted. */
export const DeleteTemplate: V1Operation<'DeleteTemplate'> = (ses) => async (call, input) => {
  await ses.store.transaction((tx) => tx.delete(sesTemplates, templateKey(call, input.TemplateName)))
  return {}
}
