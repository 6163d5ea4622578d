import { sesTemplates } from '../collections.ts'
import { readPage } from '../paging.ts'
import type { V1Operation } from '../parts.ts'
import { invalidValue } from '../refusals.ts'

export const ListTemplates: V1Operation<'ListTemplates'> = (ses) => async (call, input) => {
  const page = { size: input.MaxItems, token: input.NextToken, usual: 10, most: 100, orderBy: 'name' }
  const { docs, next } = await readPage(ses.store, sesTemplates, call, page, invalidValue)
  return {
    TemplatesMetadata: docs.map(({ name, createdAt }) => ({ Name: name, CreatedTimestamp: new Date(createdAt) })),
    ...(next !== undefined && { NextToken: next }),
  }
}
