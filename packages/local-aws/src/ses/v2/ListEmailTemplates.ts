import { sesTemplates } from '../collections.ts'
import { readPage } from '../paging.ts'
import type { V2Operation } from '../parts.ts'
import { badRequest } from '../refusals.ts'

export const ListEmailTemplates: V2Operation<'ListEmailTemplates'> = (ses) => async (call, input) => {
  const page = { size: input.PageSize, token: input.NextToken, usual: 10, most: 100, orderBy: 'name' }
  const { docs, next } = await readPage(ses.store, sesTemplates, call, page, badRequest)
  return {
    TemplatesMetadata: docs.map(({ name, createdAt }) => ({
      TemplateName: name,
      CreatedTimestamp: new Date(createdAt),
    })),
    ...(next !== undefined && { NextToken: next }),
  }
}
