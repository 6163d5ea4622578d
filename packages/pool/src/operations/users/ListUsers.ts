import type { Bound } from '@herald/storage'
import { errors } from '../../errors.ts'
import { asAdmin } from '../../operation.ts'
import { users } from '../../storage/collections.ts'
import { attributesToGet } from '../../users/attributes-to-get.ts'
import { parseFilter } from '../../users/filter.ts'
import { userType } from '../../users/user-type.ts'

const LARGEST_PAGE = 60

/**
 * A page of users: in the order of what is searched for, or by creation where no filter is given, so that pages neither
 * repeat nor skip whoever stays. A token goes on with the same request, as AWS documents.
 */
export const ListUsers = asAdmin('ListUsers', async ({ context, pool }, input) => {
  const filter = input.Filter ? parseFilter(input.Filter) : undefined
  if (filter?.nobody) return { Users: [] }
  const where: Bound[] = [{ column: 'pool_id', equals: pool.id }, ...(filter?.bounds ?? [])]
  const limit = Math.min(input.Limit || LARGEST_PAGE, LARGEST_PAGE)
  const orderBy = filter ? filter.column : 'created_at'
  const page = await context.store
    .find(users, { where, orderBy, limit, ...(input.PaginationToken ? { after: input.PaginationToken } : {}) })
    .catch((error: Error) => {
      if (input.PaginationToken && error.name === 'InvalidCursorError') throw errors.invalidPaginationToken()
      throw error
    })
  return {
    Users: page.docs.map((user) => userType(user, attributesToGet(user, input.AttributesToGet))),
    ...(page.next ? { PaginationToken: page.next } : {}),
  }
})
