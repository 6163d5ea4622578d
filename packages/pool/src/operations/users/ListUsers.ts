import type { Bound } from '@herald/storage'
import { errors } from '../../errors.ts'
import { asAdmin } from '../../operation.ts'
import { users } from '../../storage/collections.ts'
import { attributeList } from '../../users/attribute-list.ts'
import { parseFilter } from '../../users/filter.ts'
import { userType } from '../../users/user-type.ts'

const LARGEST_PAGE = 60

/** A page of users, by creation where no filter is given; `AttributesToGet` narrows what is answered of each. */
export const ListUsers = asAdmin('ListUsers', async ({ context, pool }, input) => {
  const filter = input.Filter ? parseFilter(input.Filter) : undefined
  const where: Bound[] = [{ column: 'pool_id', equals: pool.id }, ...(filter ? [filter] : [])]
  const limit = Math.min(input.Limit || LARGEST_PAGE, LARGEST_PAGE)
  const orderBy = filter ? filter.column : 'created_at'
  const page = await context.store
    .find(users, { where, orderBy, limit, ...(input.PaginationToken ? { after: input.PaginationToken } : {}) })
    .catch((error: Error) => {
      if (input.PaginationToken && error.name === 'InvalidCursorError')
        throw errors.invalidParameter('Invalid pagination token')
      throw error
    })
  const wanted = input.AttributesToGet
  return {
    Users: page.docs.map((user) => {
      const attributes = attributeList(user)
      return userType(user, wanted ? attributes.filter(({ Name }) => wanted.includes(Name)) : attributes)
    }),
    ...(page.next ? { PaginationToken: page.next } : {}),
  }
})
