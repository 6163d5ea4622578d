import { addressNamed, flagOf, purposeOf } from '../../attributes/addresses.ts'
import { moveAliases } from '../../attributes/move-aliases.ts'
import { redeemCode } from '../../codes/redeem-code.ts'
import { errors } from '../../errors.ts'
import { asUser } from '../../operation.ts'
import { users } from '../../storage/collections.ts'
import { signedInUser } from '../../users/signed-in-user.ts'

/**
 * Takes the code of an address, which becomes verified; one that waited for this becomes the user's. A right code for an
 * address that is another's alias stays good, and AWS documents AliasExistsException.
 */
export const VerifyUserAttribute = asUser('VerifyUserAttribute', async (scope, input) => {
  const { context, pool } = scope
  const address = addressNamed(input.AttributeName)
  const refused = await context.store.transaction(async (tx) => {
    const { key, user } = await signedInUser(tx, scope)
    const owner = { poolId: pool.id, userKey: key, sub: user.sub }
    const redeemed = await redeemCode(tx, context, owner, purposeOf(address), input.Code)
    if (redeemed.refused) return redeemed.refused
    const { code } = redeemed
    // A code that went elsewhere proves nothing of the address that the user has.
    if (!code.pending && user.attributes[address] !== code.address) return errors.codeExpired()
    const attributes = { ...user.attributes, [address]: code.address, [flagOf(address)]: 'true' }
    const changed = { ...user, attributes, modifiedAt: context.environment.clock.now() }
    await moveAliases(tx, pool, key, user, changed, false)
    tx.put(users, [pool.id, key], changed)
    return undefined
  })
  if (refused) throw refused
  return {}
})
